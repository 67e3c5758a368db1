package org.rejoin.tck.defective;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.util.function.Function;
import java.util.function.Predicate;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.ImmutableRunResult;
import org.rejoin.tck.run.OnRealClock;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.spec.Rule;

/**
 * Gives the failures that reports show in full what they look like: the first three of those that
 * break the same rules. A hint is withdrawn when another check of the run refutes it. Once it has
 * taken five seconds, the rest stays as it is. Of one run; used by one thread.
 */
public final class Lookalikes {
  private static final int OF_A_KIND = 3;
  private static final long MOST_NANOS = SECONDS.toNanos(5);

  private final Profile profile;
  private final Hello port;
  private final Tolerance tolerance;
  private final Multiset<ImmutableSet<Rule>> told = HashMultiset.create();
  private final Evidence evidence;
  private long spentNanos;

  /**
   * For the failures of one run.
   *
   * @param profile the constants and names in force
   * @param port who failed
   * @param tolerance how far from its due time a callback may be seen
   */
  public Lookalikes(Profile profile, Hello port, Tolerance tolerance) {
    this.profile = profile;
    this.port = port;
    this.tolerance = tolerance;
    this.evidence = new Evidence(profile, port, tolerance);
  }

  /** A check that the port passed: what it would not have passed with, it does not look like. */
  public void passed(Check check) {
    evidence.addPassed(check);
  }

  /** The same result, with what its failures look like. */
  public static RunResult named(RunResult result) {
    Tolerance tolerance = result.onRealClock().map(OnRealClock::tolerance).orElse(Tolerance.EXACT);
    Lookalikes lookalikes = new Lookalikes(result.profile(), result.port(), tolerance);
    result.written().stream()
        .filter(ending -> ending.verdict() == Verdict.PASS)
        .forEach(ending -> lookalikes.passed(ending.check()));
    result.failures().forEach(lookalikes.evidence::addFailed);
    return ImmutableRunResult.copyOf(result)
        .withFailures(
            result.failures().stream()
                .map(lookalikes::named)
                .collect(ImmutableList.toImmutableList()));
  }

  /** The same failure, with what it looks like; as it is where the budget is used up. */
  public Failure named(Failure failure) {
    evidence.addFailed(failure);
    if (told.add(failure.rules(), 1) >= OF_A_KIND || spentNanos >= MOST_NANOS) {
      return failure;
    }
    long beginNanos = System.nanoTime();
    Failure named =
        named(
            failure,
            profile,
            port,
            tolerance,
            defect -> evidence.allows(defect, failure.asFound().rules()));
    spentNanos += System.nanoTime() - beginNanos;
    return named;
  }

  /**
   * The same failure, with what it looks like; as it is where there is no trace. A failure that was
   * made smaller may look like more than one thing: what it looked like before decides, if it does.
   *
   * @param profile the constants and names in force
   * @param port who failed
   * @param tolerance how far from its due time a callback may be seen
   */
  public static Failure named(Failure failure, Profile profile, Hello port, Tolerance tolerance) {
    return named(failure, profile, port, tolerance, unused -> true);
  }

  private static Failure named(
      Failure failure,
      Profile profile,
      Hello port,
      Tolerance tolerance,
      Predicate<Defect> possible) {
    if (!hasTrace(failure, profile, port, tolerance)) {
      return failure;
    }
    Function<Failure, ImmutableList<String>> looks =
        one ->
            LooksLike.all(one.check().scenario(), one.seen(), profile, port, tolerance, possible);
    ImmutableList<String> all = looks.apply(failure);
    ImmutableList<String> before =
        all.size() > 1 ? looks.apply(failure.asFound()) : ImmutableList.of();
    ImmutableList<String> both =
        all.stream().filter(before::contains).collect(ImmutableList.toImmutableList());
    return failure.withLooksLike(LooksLike.line(both.isEmpty() ? all : both));
  }

  /** Where nothing was due and nothing was seen, the difference tells whether there is a trace. */
  private static boolean hasTrace(
      Failure failure, Profile profile, Hello port, Tolerance tolerance) {
    if (failure.verdict() != Verdict.FAIL) {
      return false;
    }
    return !failure.expected().isEmpty()
        || !failure.seen().callbacks().isEmpty()
        || Readings.judgement(failure.check().scenario(), failure.seen(), profile, port, tolerance)
            .divergences()
            .stream()
            .anyMatch(difference -> difference.message().equals(failure.message()));
  }
}
