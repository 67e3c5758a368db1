package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Port;
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

  private ImmutableList<Outcome> work(CheckRunner how, ImmutableList<Check> checks) {
    List<Optional<Outcome>> outcomes = new ArrayList<>();
    checks.forEach(check -> outcomes.add(judge.ruledOut(check)));
    List<Integer> open = open(outcomes);
    while (!open.isEmpty()) {
      Optional<Answer> end = runAll(how, checks, open, outcomes);
      if (end.isPresent()) {
        int first = open(outcomes).get(0);
        outcomes.set(first, Optional.of(judged(checks.get(first), end.get())));
      }
      open = open(outcomes);
    }
    return outcomes.stream().flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
  }

  private static List<Integer> open(List<Optional<Outcome>> outcomes) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i).isEmpty()) {
        open.add(i);
      }
    }
    return open;
  }

  /** Runs what is open. Returns what to lay at the door of the first that still is, if any. */
  private Optional<Answer> runAll(
      CheckRunner how,
      ImmutableList<Check> checks,
      List<Integer> open,
      List<Optional<Outcome>> outcomes) {
    ImmutableList<Check> rest =
        open.stream().map(checks::get).collect(ImmutableList.toImmutableList());
    try {
      how.runAll(
          rest,
          (answer, at) -> {
            int index = open.get(at);
            if (outcomes.get(index).isEmpty()) {
              outcomes.set(index, Optional.of(judged(checks.get(index), answer)));
            }
          });
    } catch (Throwable thrownByThePort) {
      return thrown(thrownByThePort, outcomes);
    }
    return open(outcomes).isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer.Broke("the port gave no answer"));
  }

  private static Optional<Answer> thrown(Throwable thrown, List<Optional<Outcome>> outcomes) {
    return open(outcomes).isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer.Crashed("the port threw " + thrown));
  }

  private Outcome judged(Check check, Answer answer) {
    try {
      return judge.judge(check, answer);
    } catch (RuntimeException | StackOverflowError ownDefect) {
      defects.add(new Defect(check.id(), ownDefect));
      return Outcome.without(Verdict.INCONCLUSIVE, "the kit failed: " + ownDefect);
    }
  }
}
