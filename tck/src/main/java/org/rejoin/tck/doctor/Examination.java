package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/** The rungs from flush to throughput, with a port that has said hello. */
final class Examination {
  /** As many as a run writes ahead, and half. */
  private static final int AHEAD = 32;

  /** Enough for a number, and no burden. */
  private static final int MOST_SCENARIOS = 2_000;

  private static final Duration LONGEST = Duration.ofMillis(500);

  /** One alone may take this part of the patience for all, divided among them. */
  private static final int SPARE = 4;

  private final Patient patient;
  private final Findings findings;
  private final Starter another;

  /** Starts the port's program once more. */
  interface Starter {
    Optional<Patient> start(Patient like) throws InterruptedException;
  }

  Examination(Patient patient, Findings findings, Starter another) {
    this.patient = patient;
    this.findings = findings;
    this.another = another;
  }

  /** Goes up until a rung does not hold on which the next would stand. */
  void run() throws InterruptedException {
    Patient.Tried quiet = patient.run(patient.trials().quiet());
    if (!flush(quiet)) {
      return;
    }
    Patient.Tried brief = quiet.trace().isEmpty() ? quiet : patient.run(patient.trials().brief());
    if (brief.trace().isEmpty()) {
      findings.add(patient.failed(Rung.SCENARIO, "", brief));
      return;
    }
    Trace trace = brief.trace().get();
    findings.add(Finding.ok(Rung.SCENARIO, counted(trace.callbacks().size())));
    // What is left of one scenario would be taken for a clock that goes wrong.
    if (findings.add(repeat(trace))
        && findings.add(new TimeHonesty(patient, brief, quiet.trace().orElse(trace)).look())) {
      findings.add(throughput(brief));
    }
  }

  private static String counted(int callbacks) {
    return "a trace of " + callbacks + (callbacks == 1 ? " callback" : " callbacks");
  }

  private boolean flush(Patient.Tried quiet) throws InterruptedException {
    if (quiet.answer().isPresent()) {
      boolean ended = quiet.answer().get() instanceof Answer.Crashed;
      findings.add(
          ended
              ? Finding.notTried(Rung.FLUSH, "it ended before it answered")
              : Finding.ok(Rung.FLUSH, "an answer arrives while standard input is open"));
      return true;
    }
    String seen = "no answer within " + Traces.seconds(quiet.waited());
    String hint = patient.probe().hintOnSilence();
    boolean held = patient.probe().speaksOnceInputCloses(patient.patience().end());
    findings.add(
        Finding.failed(
            Rung.FLUSH,
            held ? seen + "; it came once standard input was closed" : seen + hint,
            held ? Advice.FLUSH : Advice.READ_ON,
            patient.probe().log()));
    return false;
  }

  private Finding repeat(Trace first) throws InterruptedException {
    Scenario brief = patient.trials().brief();
    Optional<Finding> differs = compare(patient, "asked again: ", first, brief);
    if (differs.isPresent()) {
      return differs.get();
    }
    Patient.Tried unfinished = patient.run(patient.trials().unfinished());
    if (unfinished.trace().isEmpty()) {
      return patient.failed(Rung.REPEATABLE, "asked for another scenario: ", unfinished);
    }
    differs = compare(patient, "after another scenario: ", first, brief);
    return differs.isPresent() ? differs.get() : alone(first, brief);
  }

  private Finding alone(Trace first, Scenario brief) throws InterruptedException {
    Optional<Patient> fresh = another.start(patient);
    if (fresh.isEmpty()) {
      return Finding.failed(
          Rung.REPEATABLE,
          "started once more beside the first it said no hello",
          Advice.STARTS_AGAIN,
          ImmutableList.of());
    }
    try (Patient second = fresh.get()) {
      return compare(second, "alone in a new process: ", first, brief)
          .orElse(
              Finding.ok(Rung.REPEATABLE, "again, after another scenario, and in a new process"));
    }
  }

  private static Optional<Finding> compare(Patient who, String when, Trace first, Scenario scenario)
      throws InterruptedException {
    Patient.Tried tried = who.run(scenario);
    if (tried.trace().isEmpty()) {
      return Optional.of(who.failed(Rung.REPEATABLE, when, tried));
    }
    return Traces.difference(first, tried.trace().get(), who.hello().clock())
        .map(
            difference ->
                Finding.failed(
                    Rung.REPEATABLE, when + difference, Advice.FRESH, who.probe().log()));
  }

  private Finding throughput(Patient.Tried brief) throws InterruptedException {
    return switch (patient.hello().clock()) {
      case VIRTUAL -> ahead(brief.took());
      case REAL ->
          Finding.ok(
              Rung.THROUGHPUT,
              "as its clock goes, " + patient.hello().concurrency() + " scenario(s) at once");
    };
  }

  private Finding ahead(Duration alone) throws InterruptedException {
    Duration most = patient.patience().answer();
    long fit = most.toNanos() / Math.max(1, alone.toNanos() * SPARE);
    int size = (int) Math.max(1, Math.min(AHEAD, fit));
    ImmutableList<Scenario> batch =
        ImmutableList.copyOf(Collections.nCopies(size, patient.trials().brief()));
    long beginNanos = System.nanoTime();
    int done = 0;
    while (done < MOST_SCENARIOS && System.nanoTime() - beginNanos < LONGEST.toNanos()) {
      long ran =
          patient.probe().ask(batch, patient.profile(), most).values().stream()
              .filter(Answer.Ran.class::isInstance)
              .count();
      if (ran < size) {
        return Finding.failed(
            Rung.THROUGHPUT,
            "of " + size + " scenarios written at once " + ran + " were answered with a trace",
            Advice.AHEAD,
            patient.probe().log());
      }
      done += size;
    }
    double seconds = (System.nanoTime() - beginNanos) / 1e9;
    return Finding.ok(
        Rung.THROUGHPUT,
        String.format(
            Locale.ROOT, "%.0f scenarios a second, written %d ahead", done / seconds, size));
  }
}
