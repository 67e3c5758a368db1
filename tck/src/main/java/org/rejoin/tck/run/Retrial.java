package org.rejoin.tck.run;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.spec.Rule;

/**
 * Judges again, alone, what failed on a real clock: a busy machine is late, and that is no failure
 * of the port.
 *
 * <p>Whatever differs is judged again, a wrong name as well as a wrong time: which of two
 * differences is the machine's is nothing that one trace shows. So is a hang: an answer may be as
 * late as a callback. Crashes and protocol errors are no matter of time and stand. Where three
 * checks that break the same rules in the same way have failed alone, and none has passed, others
 * of that kind are believed: otherwise a port that is plainly wrong would take hours. Used by one
 * thread.
 */
final class Retrial {
  private static final int ENOUGH = 3;

  /** What failures have in common that are believed together. */
  private record Kind(Verdict verdict, ImmutableSet<Rule> rules) {
    static Kind of(Outcome outcome) {
      return new Kind(
          outcome.verdict(),
          outcome.verdict() == Verdict.HANG
              ? ImmutableSet.of()
              : outcome.failure().map(Failure::rules).orElse(ImmutableSet.of()));
    }
  }

  private final Multiset<Kind> confirmed = HashMultiset.create();
  private final Set<Kind> doubtful = new HashSet<>();
  private final List<String> undecided = new ArrayList<>();
  private int passedAlone;
  private int notRepeated;

  /** Whether an outcome is not to be believed before it has been seen alone. */
  static boolean isDue(Outcome outcome) {
    return outcome.verdict() == Verdict.FAIL || outcome.verdict() == Verdict.HANG;
  }

  /**
   * The outcome in the end.
   *
   * @param alone has a check run and judged while nothing else is run
   * @param check what failed among others
   * @param first how
   */
  Outcome settle(Function<Check, Outcome> alone, Check check, Outcome first) {
    Kind kind = Kind.of(first);
    if (confirmed.count(kind) >= ENOUGH && !doubtful.contains(kind)) {
      notRepeated++;
      return first;
    }
    Outcome second = alone.apply(check);
    return switch (shown(second)) {
      case FAIL, HANG -> {
        confirmed.add(kind);
        yield second;
      }
      case PASS -> {
        doubtful.add(kind);
        yield confirm(alone, check, second);
      }
      case CRASH,
          PROTOCOL_ERROR,
          UNSUPPORTED,
          NOT_SELECTED,
          NOT_EXERCISED,
          INCONCLUSIVE,
          KNOWN_FAILING ->
          second;
    };
  }

  /** It passed alone: that may have been luck. */
  private Outcome confirm(Function<Check, Outcome> alone, Check check, Outcome passed) {
    Outcome third = alone.apply(check);
    return switch (shown(third)) {
      case PASS -> {
        passedAlone++;
        yield passed;
      }
      case FAIL -> {
        undecided.add(check.id());
        yield third.undecided("failed among others, passed alone, and failed alone");
      }
      case HANG,
          CRASH,
          PROTOCOL_ERROR,
          UNSUPPORTED,
          NOT_SELECTED,
          NOT_EXERCISED,
          INCONCLUSIVE,
          KNOWN_FAILING ->
          third;
    };
  }

  /** A check that ran and showed nothing wrong is no failure, be its own rule exercised or not. */
  private static Verdict shown(Outcome outcome) {
    return outcome.seen().isPresent() ? Verdict.PASS : outcome.verdict();
  }

  /** What there is to say of a run under this tolerance, now that all is settled. */
  OnRealClock result(Tolerance tolerance, int leftOut) {
    return new OnRealClock(
        tolerance, leftOut, passedAlone, notRepeated, ImmutableList.copyOf(undecided));
  }
}
