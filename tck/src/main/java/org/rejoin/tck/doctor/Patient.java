package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Probe;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * A port that has said hello.
 *
 * @param probe its running program
 * @param hello what it said
 * @param profile the profile in force
 * @param patience how long it is waited for
 */
record Patient(Probe probe, Hello hello, Profile profile, Patience patience)
    implements AutoCloseable {

  /**
   * What came of one scenario.
   *
   * @param answer what was answered; empty if nothing came in time
   * @param waited how long the kit would have waited
   * @param took how long it did wait
   */
  record Tried(Optional<Answer> answer, Duration waited, Duration took) {
    /** The trace, if there is one. */
    Optional<Trace> trace() {
      return answer.filter(Answer.Ran.class::isInstance).map(ran -> ((Answer.Ran) ran).trace());
    }
  }

  Trials trials() {
    return new Trials(hello, profile);
  }

  /** Runs a scenario; one that really takes its time gets it. */
  Tried run(Scenario scenario) throws InterruptedException {
    Duration own =
        switch (hello.clock()) {
          case VIRTUAL -> Duration.ofMillis(scenario.untilMillis());
          case REAL -> trials().wall(scenario);
        };
    return run(scenario, patience.answer().plus(own));
  }

  Tried run(Scenario scenario, Duration longest) throws InterruptedException {
    long beginNanos = System.nanoTime();
    Optional<Answer> answer =
        Optional.ofNullable(probe.ask(ImmutableList.of(scenario), profile, longest).get(0));
    return new Tried(answer, longest, Duration.ofNanos(System.nanoTime() - beginNanos));
  }

  /** What is wrong with a run that brought no trace. */
  Finding failed(Rung rung, String before, Tried tried) {
    String advice =
        tried.answer().map(Advice::on).orElse("find what it waits for; its log may tell");
    return Finding.failed(rung, before + seen(tried), advice, probe.log());
  }

  private String seen(Tried tried) {
    if (tried.answer().isEmpty()) {
      return "no answer within " + Traces.seconds(tried.waited()) + probe.hintOnSilence();
    }
    Answer answer = tried.answer().get();
    if (answer instanceof Answer.Unsupported unsupported) {
      return "it answered that it can't: " + unsupported.reason();
    }
    if (answer instanceof Answer.Failed error) {
      return "it answered with an error: " + error.message();
    }
    if (answer instanceof Answer.Broke broke) {
      return broke.message();
    }
    return answer instanceof Answer.Crashed crashed ? crashed.message() : answer.toString();
  }

  /** Kills its program. */
  @Override
  public void close() {
    probe.close();
  }
}
