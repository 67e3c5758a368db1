package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.property.Setting;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.stage.StagedCheck;

/**
 * The one way from a check to its outcome, behind every door: what the port's hello or its clock
 * rules out is not run; the rest is run, whatever the port's view, and judged; and what fails on a
 * real clock is judged again, alone. Every check gets an outcome, whatever a port in this JVM
 * throws or leaves unanswered. Used by one thread.
 */
public final class Examiner {
  private static final Trace NO_TRACE = new Trace(ImmutableList.of(), ImmutableList.of());

  private final CheckRunner runner;
  private final CheckRunner oneAtATime;
  private final Optional<RealTime> time;
  private final Judge judge;
  private final Views views;
  private final PropertyJudge properties;
  private final Retrial retrial = new Retrial();
  private final List<Defect> defects = new ArrayList<>();

  /**
   * An examiner of one port.
   *
   * @param port the port; it is not closed
   * @param profile the constants and names in force
   * @param tolerance how far from its due time a callback may be seen on a real clock; empty: the
   *     default
   * @param seed where the sample of properties begins
   * @param selected users of that sample are on these platforms only; on all, if there are none
   */
  public Examiner(
      Port port,
      Profile profile,
      Optional<Tolerance> tolerance,
      long seed,
      ImmutableSet<Platform> selected) {
    Hello hello = port.hello();
    this.runner = CheckRunner.of(port, profile);
    this.oneAtATime = CheckRunner.of(new OneAtATime(port), profile);
    this.time = RealTime.of(hello, profile, tolerance);
    this.judge = new Judge(hello, profile, time);
    this.views = new Views(hello, profile);
    this.properties = new PropertyJudge(Setting.of(hello, profile, selected), seed, judge);
  }

  /** What is otherwise because the port's clock is real; empty if it is virtual. */
  Optional<RealTime> time() {
    return time;
  }

  Judge judge() {
    return judge;
  }

  Retrial retrial() {
    return retrial;
  }

  /** Defects of the kit that showed so far. */
  public ImmutableList<Defect> defects() {
    return ImmutableList.copyOf(defects);
  }

  /** The check as this port's clock can keep it. */
  public Check fitted(Check check) {
    return time.map(real -> real.fitted(check)).orElse(check);
  }

  /** The outcome of a check that is not run, for what the port's hello or clock is. */
  public Optional<Outcome> ruledOut(Check check) {
    return judge.ruledOut(fitted(check));
  }

  /** The check as each user meets it that a port hosts which hosts one client. */
  public ImmutableList<StagedCheck> views(Check check) {
    return views.of(check);
  }

  /** The outcome of a check in the end. */
  public Outcome examine(Check check) {
    return examine(ImmutableList.of(check)).get(0);
  }

  /** The outcomes of some checks in the end, in their order. */
  public ImmutableList<Outcome> examine(ImmutableList<Check> checks) {
    ImmutableList<Check> fitted =
        checks.stream().map(this::fitted).collect(ImmutableList.toImmutableList());
    ImmutableList<Outcome> first = together(fitted);
    ImmutableList.Builder<Outcome> settled = ImmutableList.builder();
    for (int i = 0; i < fitted.size(); i++) {
      settled.add(isToBeSettled(first.get(i)) ? settle(fitted.get(i), first.get(i)) : first.get(i));
    }
    return settled.build();
  }

  /** The first outcomes of some fitted checks, in their order; the port may do several at once. */
  ImmutableList<Outcome> together(ImmutableList<Check> checks) {
    return run(runner, checks);
  }

  /** Whether an outcome is not to be believed before it has been seen alone. */
  boolean isToBeSettled(Outcome outcome) {
    return time.isPresent() && Retrial.isDue(outcome);
  }

  /** The outcome in the end of a fitted check that failed, while nothing else is run. */
  Outcome settle(Check check, Outcome first) {
    return retrial.settle(this::alone, check, first);
  }

  private Outcome alone(Check check) {
    return run(oneAtATime, ImmutableList.of(check)).get(0);
  }

  /** The outcomes of some properties, in their order. */
  public ImmutableList<Outcome> hold(ImmutableList<Property> held) {
    try {
      return properties.outcomes(
          held,
          together -> Thorough.answers(runner, together),
          alone -> Thorough.answers(oneAtATime, alone));
    } catch (RuntimeException | StackOverflowError ownDefect) {
      return held.stream()
          .map(property -> defect(property.id(), ownDefect))
          .collect(ImmutableList.toImmutableList());
    }
  }

  private ImmutableList<Outcome> run(CheckRunner how, ImmutableList<Check> checks) {
    List<Optional<Outcome>> outcomes = new ArrayList<>();
    checks.forEach(check -> outcomes.add(judge.ruledOut(check)));
    Thorough.run(how, checks, outcomes, this::judged);
    return outcomes.stream().flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
  }

  private Outcome judged(Check check, Answer answer) {
    try {
      return judge.judge(check, answer);
    } catch (RuntimeException | StackOverflowError ownDefect) {
      return defect(check.id(), ownDefect);
    }
  }

  private Outcome defect(String check, Throwable ownDefect) {
    defects.add(new Defect(check, ownDefect));
    return Outcome.notJudged(
        Verdict.INCONCLUSIVE, NotJudged.Kind.KIT_DEFECT, "the kit failed: " + ownDefect);
  }

  /**
   * What there is to tell of an outcome, in the form of a failure, be it one or not: its message is
   * empty if the check passed, or says why it was not judged.
   */
  public Failure told(Check check, Outcome outcome) {
    return outcome.failure().orElseGet(() -> toldOfNone(fitted(check), outcome));
  }

  private Failure toldOfNone(Check check, Outcome outcome) {
    ImmutableList<Expectation> expected =
        outcome
            .seen()
            .map(seen -> judge.judgement(check, seen).expected())
            .orElse(ImmutableList.of());
    return new Failure(
        check,
        outcome.verdict(),
        ImmutableSet.of(),
        Optional.empty(),
        expected,
        outcome.seen().orElse(NO_TRACE),
        outcome.reason());
  }
}
