package org.rejoin.tck.recording;

import java.util.Optional;
import java.util.function.Consumer;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Acceptors;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.InvalidScenarioException;

/** Judges traces under one profile, whole ones at once, and says to the totals how each ended. */
final class Judging {
  private final Profile profile;
  private final Optional<Tolerance> named;
  private final Totals totals;
  private final Consumer<RecordedFailure> failures;
  private final Acceptors acceptors;

  /** The oracle of the whole trace before, which is mostly the next one's too. */
  private Oracle oracle;

  private Circumstances oracleIsFor = ImmutableCircumstances.builder().build();

  Judging(
      Profile profile,
      Optional<Tolerance> named,
      Totals totals,
      Consumer<RecordedFailure> failures) {
    this.profile = profile;
    this.named = named;
    this.totals = totals;
    this.failures = failures;
    this.acceptors = new Acceptors(profile);
    this.oracle = new Oracle(profile, oracleIsFor.features(), oracleIsFor.inForce(profile, named));
  }

  /**
   * A channel begins.
   *
   * @throws InvalidScenarioException naming what can't hold for it
   */
  OpenChannel open(String id, String name, Circumstances how) {
    Tolerance tolerance = how.inForce(profile, named);
    totals.addCircumstances(how, tolerance.isExact());
    return new OpenChannel(id, name, how, tolerance, acceptors, totals);
  }

  /**
   * Judges a whole trace.
   *
   * @throws InvalidScenarioException naming what can't hold for it
   */
  void judge(String id, RecordedLine.Closed line) {
    Circumstances how = line.how();
    Tolerance tolerance = how.inForce(profile, named);
    totals.addCircumstances(how, tolerance.isExact());
    if (!how.equals(oracleIsFor)) {
      oracle = new Oracle(profile, how.features(), tolerance);
      oracleIsFor = how;
    }
    Judgement judgement = oracle.judge(line.scenario(), line.trace(), how.recorded());
    judgement.exercised().forEach(totals::exercised);
    judgement.divergences().forEach(difference -> totals.broken(difference.rules()));
    Optional<RecordedFailure> failure =
        judgement.conforms() || !totals.takePlace()
            ? Optional.empty()
            : Optional.of(failure(id, line, judgement));
    ended(judgement.conforms() ? Verdict.PASS : Verdict.FAIL, failure);
  }

  private static RecordedFailure failure(String id, RecordedLine.Closed line, Judgement judgement) {
    String name = line.scenario().name();
    Check check = Check.given(id, name.isEmpty() ? "a whole trace" : name, line.scenario());
    return new RecordedFailure(Failure.of(check, judgement, line.trace()), 0);
  }

  /** A trace has ended. */
  void ended(Verdict verdict, Optional<RecordedFailure> failure) {
    totals.add(verdict);
    failure.ifPresent(
        one -> {
          totals.add(one);
          failures.accept(one);
        });
  }

  /** The kit itself failed at a trace. */
  void failedAt(String id, RuntimeException cause) {
    totals.addDefect(new Defect(id, cause));
    totals.add(Verdict.INCONCLUSIVE);
  }
}
