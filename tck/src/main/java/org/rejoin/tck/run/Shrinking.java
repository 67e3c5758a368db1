package org.rejoin.tck.run;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.PortUnusableException;

/**
 * Makes a run's failures smaller once every check has its verdict, which stays as it is.
 *
 * <p>It happens on a port of its own, so that a restart is nobody's loss. Up to three failures of
 * each kind are made smaller and two hangs, for at most 10 s each and 30 s in all; how many
 * scenarios are tried is limited as well, and low enough that the time decides on slow ports only.
 * A port with a real clock is left alone: each try would last as long as the scenario, and would
 * have to be seen more than once to be believed. Used once, by one thread; an interrupt ends it
 * with what it has.
 */
public final class Shrinking {
  private static final long RUN_NANOS = SECONDS.toNanos(30);
  private static final long FAILURE_NANOS = SECONDS.toNanos(10);

  private static final int TRIES = 2_000;

  /** A port that ended has to be started again before the next try. */
  private static final int TRIES_OF_CRASHES = 300;

  private static final int FAILING_HANGS = 7;

  /** How long an answer is waited for; one that takes longer leaves no time for many tries. */
  private static final Duration QUICK = Duration.ofSeconds(1);

  private static final Duration QUICK_HANG = Duration.ofMillis(500);

  private final RunResult result;
  private final Function<Duration, Port> start;
  private final Duration patience;
  private final long endNanos = System.nanoTime() + RUN_NANOS;
  private final List<Failure> failures;
  private final Set<String> warnings = new LinkedHashSet<>();

  private Shrinking(RunResult result, Function<Duration, Port> start, Duration patience) {
    this.result = result;
    this.start = start;
    this.patience = patience;
    this.failures = new ArrayList<>(result.failures());
  }

  /**
   * The same result with smaller failures.
   *
   * @param result what a run found
   * @param start starts one more port of the kind, with so much patience for an answer; it is
   *     closed here
   * @param patience what the run had for an answer: a smaller hang is one by that too
   */
  public static RunResult of(RunResult result, Function<Duration, Port> start, Duration patience) {
    boolean nothingToDo =
        result.failures().isEmpty()
            || result.isInterrupted()
            || result.port().clock() == Hello.Clock.REAL;
    return nothingToDo ? result : new Shrinking(result, start, patience).shrink();
  }

  private RunResult shrink() {
    ImmutableList<Integer> places = ShrinkOrder.of(result.failures());
    boolean interrupted =
        work(QUICK, places.stream().filter(at -> !isHang(at)).toList(), this::one);
    for (int place : places) {
      interrupted |= !interrupted && isHang(place) && hang(place);
    }
    return ImmutableRunResult.copyOf(result)
        .withFailures(failures)
        .withWarnings(
            ImmutableList.<String>builder().addAll(result.warnings()).addAll(warnings).build())
        .withIsInterrupted(interrupted);
  }

  private boolean isHang(int place) {
    return result.failures().get(place).verdict() == Verdict.HANG;
  }

  /** What is done with one failure on a port; empty: it stays as it is. */
  private interface Work {
    Optional<Failure> on(Shrinker shrinker, Failure failure);
  }

  /**
   * Does it with each failure, as far as the time goes.
   *
   * @return whether this thread was interrupted; its mark is taken
   */
  private boolean work(Duration limit, List<Integer> places, Work work) {
    if (places.isEmpty() || isOver(endNanos)) {
      return false;
    }
    Port port;
    try {
      port = start.apply(limit.compareTo(patience) < 0 ? limit : patience);
    } catch (PortUnusableException e) {
      warnings.add(
          "failures are shown as they were found: the port did not start once more, so that they"
              + " could be made smaller: "
              + e.getMessage());
      return Thread.interrupted();
    }
    Shrinker shrinker = new Shrinker(port, result.profile());
    boolean interrupted;
    try {
      for (int place : places) {
        if (!isOver(endNanos)) {
          work.on(shrinker, failures.get(place)).ifPresent(found -> failures.set(place, found));
        }
      }
    } finally {
      interrupted = Thread.interrupted();
      port.close();
    }
    for (Defect defect : shrinker.defects()) {
      warnings.add(
          "a defect of the kit, please report it: while "
              + defect.check()
              + " was made smaller: "
              + defect.cause());
    }
    return interrupted;
  }

  private Optional<Failure> one(Shrinker shrinker, Failure failure) {
    long stopNanos = System.nanoTime() + FAILURE_NANOS;
    int tries = failure.verdict() == Verdict.CRASH ? TRIES_OF_CRASHES : TRIES;
    // What does not fail once more is no matter of the scenario alone.
    return shrinker
        .again(failure, failure.check())
        .map(unused -> shrinker.smallest(failure, tries, tries, () -> !isOver(stopNanos)));
  }

  /**
   * A hang is made smaller with little patience, for as long as leaves time to see whether it is
   * one with all of it.
   *
   * @return whether this thread was interrupted; its mark is taken
   */
  private boolean hang(int place) {
    Failure found = failures.get(place);
    long stopNanos = System.nanoTime() + FAILURE_NANOS - SECONDS.toNanos(1) - patience.toNanos();
    boolean interrupted =
        work(
            QUICK_HANG,
            ImmutableList.of(place),
            (shrinker, failure) ->
                Optional.of(
                    shrinker.smallest(failure, TRIES, FAILING_HANGS, () -> !isOver(stopNanos))));
    Failure smaller = failures.get(place);
    if (smaller.before().isEmpty() || patience.compareTo(QUICK_HANG) <= 0) {
      return interrupted;
    }
    failures.set(place, found);
    return interrupted
        || work(
            patience,
            ImmutableList.of(place),
            (shrinker, failure) -> shrinker.again(found, smaller.check()).map(found::toldBy));
  }

  private boolean isOver(long stopNanos) {
    long now = System.nanoTime();
    return Thread.currentThread().isInterrupted() || now - stopNanos >= 0 || now - endNanos >= 0;
  }
}
