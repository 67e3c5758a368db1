package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.scenario.Check;

/**
 * Has one port do a few checks at a time. Every check gets an outcome, whatever a port in this JVM
 * throws or leaves unanswered. Used by one thread.
 */
final class Worker {
  private final CheckRunner runner;
  private final CheckRunner oneAtATime;
  private final Judge judge;
  private final List<Defect> defects = new ArrayList<>();

  Worker(Port port, Profile profile, Judge judge) {
    this.runner = CheckRunner.of(port, profile);
    this.oneAtATime = CheckRunner.of(new OneAtATime(port), profile);
    this.judge = judge;
  }

  /** Defects of the kit that showed so far. */
  ImmutableList<Defect> defects() {
    return ImmutableList.copyOf(defects);
  }

  /** The outcomes of some checks, in their order. */
  ImmutableList<Outcome> work(ImmutableList<Check> checks) {
    return work(runner, checks);
  }

  /** The outcome of a check while the port does nothing else, not even another user of it. */
  Outcome alone(Check check) {
    return work(oneAtATime, ImmutableList.of(check)).get(0);
  }

  /** The outcomes of some properties, in their order. */
  ImmutableList<Outcome> hold(ImmutableList<Property> properties, PropertyJudge judges) {
    try {
      return judges.outcomes(
          properties,
          together -> Thorough.answers(runner, together),
          alone -> Thorough.answers(oneAtATime, alone));
    } catch (RuntimeException | StackOverflowError ownDefect) {
      return properties.stream()
          .map(property -> defect(property.id(), ownDefect))
          .collect(ImmutableList.toImmutableList());
    }
  }

  private ImmutableList<Outcome> work(CheckRunner how, ImmutableList<Check> checks) {
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
}
