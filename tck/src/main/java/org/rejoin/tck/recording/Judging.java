package org.rejoin.tck.recording;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Acceptors;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Judges traces under one profile, whole ones at once, and says to the totals how each ended. */
final class Judging {
  private final Profile profile;
  private final Optional<Tolerance> named;
  private final Totals totals;
  private final Consumer<RecordedFailure> failures;
  private final Acceptors acceptors;

  private final OptionalLong reorderWithinMillis;

  /** The oracle of the whole trace before, which is mostly the next one's too. */
  private Oracle oracle;

  private Circumstances oracleIsFor = ImmutableCircumstances.builder().build();

  Judging(
      Profile profile,
      Optional<Tolerance> named,
      OptionalLong reorderWithinMillis,
      Totals totals,
      Consumer<RecordedFailure> failures) {
    this.profile = profile;
    this.named = named;
    this.reorderWithinMillis = reorderWithinMillis;
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
    return new OpenChannel(id, name, terms(how), totals);
  }

  private TraceTerms terms(Circumstances how) {
    Tolerance tolerance = how.inForce(profile, named);
    totals.addCircumstances(how, tolerance.isExact());
    return new TraceTerms(
        how, tolerance, reorderWithinMillis.orElse(how.reorderWithinMillis()), profile, acceptors);
  }

  /**
   * Judges a whole trace.
   *
   * @throws InvalidScenarioException naming what can't hold for it
   */
  void judge(String id, RecordedLine.Closed line) {
    Circumstances how = line.how();
    TraceTerms terms = terms(how);
    if (!how.equals(oracleIsFor)) {
      oracle = new Oracle(profile, how.features(), terms.tolerance());
      oracleIsFor = how;
    }
    Optional<Blurs> blurs = terms.blurs();
    blurs.ifPresent(all -> add(line, all));
    Differences differences = new Differences(how.recorded(), blurs, () -> told(line.trace()));
    Trace trace = judged(line, differences);
    Judgement judgement = oracle.judge(line.scenario(), trace, how.recorded());
    judgement.exercised().forEach(totals::exercised);
    judgement
        .remarks()
        .forEach(
            remark -> {
              differences.add(remark);
              totals.add(remark, id);
            });
    judgement.divergences().forEach(differences::add);
    differences.end();
    totals.add(differences);
    Verdict verdict = differences.verdict();
    String name = line.scenario().name();
    ended(
        verdict,
        verdict == Verdict.PASS || !totals.takePlace(verdict)
            ? Optional.empty()
            : Optional.of(
                terms.failure(
                    id,
                    name.isEmpty() ? "a whole trace" : name,
                    line.scenario(),
                    judgement.expected(),
                    trace,
                    differences,
                    0)));
  }

  private static ImmutableSet<UserId> told(Trace trace) {
    return trace.callbacks().stream()
        .map(TracedCallback::uid)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static void add(RecordedLine.Closed line, Blurs blurs) {
    ImmutableList<Step> steps = line.scenario().steps();
    int next = 0;
    for (ServerEvent event : line.trace().server()) {
      for (; next < steps.size() && steps.get(next).atMillis() <= event.atMillis(); next++) {
        blurs.add(steps.get(next));
      }
      if (event instanceof ServerEvent.ConnectAttempt attempt) {
        blurs.add(attempt);
      }
    }
    steps.subList(next, steps.size()).forEach(blurs::add);
  }

  /** The trace without what no rule is about. */
  private Trace judged(RecordedLine.Closed line, Differences differences) {
    ImmutableMap<UserId, Platform> platforms =
        line.scenario().participants().stream()
            .collect(ImmutableMap.toImmutableMap(Participant::uid, Participant::platform));
    Ignoring ignoring = new Ignoring(acceptors, totals, () -> differences);
    ImmutableList.Builder<TracedCallback> judged = ImmutableList.builder();
    for (int i = 0; i < line.trace().callbacks().size(); i++) {
      TracedCallback callback = line.trace().callbacks().get(i);
      Platform platform = requireNonNull(platforms.get(callback.uid()));
      if (!ignoring.ignores(platform.family(), callback, line.otherReasons().getOrDefault(i, ""))) {
        judged.add(callback);
      }
    }
    return new Trace(judged.build(), line.trace().server());
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
