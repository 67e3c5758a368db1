package org.rejoin.tck.run;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.PortUnusableException;

/**
 * Makes failures smaller, within a budget: up to three of each kind and two hangs, for at most 10 s
 * each and 30 s in all; how many scenarios are tried is limited as well, and low enough that the
 * time decides on slow ports only. Verdicts stay as they are.
 *
 * <p>It happens on a port of its own, so that a restart is nobody's loss. A port with a real clock
 * is left alone: each try would last as long as the scenario, and would have to be seen more than
 * once to be believed. Used by one thread; an interrupt ends it with what it has.
 */
public final class Shrinking implements AutoCloseable {
  private static final long ALL_NANOS = SECONDS.toNanos(30);
  private static final long FAILURE_NANOS = SECONDS.toNanos(10);

  private static final int OF_A_KIND = 3;
  private static final int HANGS = 2;

  private static final int TRIES = 2_000;

  /** A port that ended has to be started again before the next try. */
  private static final int TRIES_OF_CRASHES = 300;

  private static final int FAILING_HANGS = 7;

  /** How long an answer is waited for; one that takes longer leaves no time for many tries. */
  private static final Duration QUICK = Duration.ofSeconds(1);

  private static final Duration QUICK_HANG = Duration.ofMillis(500);

  private final Profile profile;
  private final Hello hello;
  private final Function<Duration, Port> start;
  private final Duration patience;
  private final Multiset<Likeness> kinds = HashMultiset.create();
  private final Set<String> warnings = new LinkedHashSet<>();
  private Optional<Started> started = Optional.empty();
  private long spentNanos;
  private boolean interrupted;

  /** A port of its own, started with some patience. */
  private record Started(Duration limit, Port port, Shrinker shrinker) {}

  /**
   * For the failures of one run.
   *
   * @param profile the constants and names in force
   * @param hello what the ports say of themselves
   * @param start starts one more port of the kind, with so much patience for an answer; it is
   *     closed here
   * @param patience what the run had for an answer: a smaller hang is one by that too
   */
  public Shrinking(
      Profile profile, Hello hello, Function<Duration, Port> start, Duration patience) {
    this.profile = profile;
    this.hello = hello;
    this.start = start;
    this.patience = patience;
  }

  /**
   * A run's result with smaller failures: the first of each kind, then the second of each, then the
   * third; hangs come last of all, since each try of one costs the kit's patience.
   */
  public static RunResult of(RunResult result, Function<Duration, Port> start, Duration patience) {
    if (result.failures().isEmpty()
        || result.isInterrupted()
        || result.port().clock() == Hello.Clock.REAL) {
      return result;
    }
    List<Failure> failures = new ArrayList<>(result.failures());
    Shrinking shrinking = new Shrinking(result.profile(), result.port(), start, patience);
    try (shrinking) {
      for (int place : ShrinkOrder.of(result.failures())) {
        failures.set(place, shrinking.smaller(failures.get(place)));
      }
    }
    return ImmutableRunResult.copyOf(result)
        .withFailures(failures)
        .withWarnings(
            ImmutableList.<String>builder()
                .addAll(result.warnings())
                .addAll(shrinking.warnings)
                .build())
        .withIsInterrupted(shrinking.interrupted);
  }

  /** The failure told by the smallest scenario found; as it is where the budget is used up. */
  public Failure smaller(Failure failure) {
    if (!isDue(failure)) {
      return failure;
    }
    long beginNanos = System.nanoTime();
    Failure smaller =
        failure.verdict() == Verdict.HANG
            ? hang(failure, beginNanos)
            : one(failure, beginNanos + FAILURE_NANOS);
    spentNanos += System.nanoTime() - beginNanos;
    return smaller;
  }

  private boolean isDue(Failure failure) {
    boolean possible =
        hello.clock() == Hello.Clock.VIRTUAL && !interrupted && spentNanos < ALL_NANOS;
    int most = failure.verdict() == Verdict.HANG ? HANGS : OF_A_KIND;
    return possible && kinds.add(Likeness.of(failure), 1) < most;
  }

  private Failure one(Failure failure, long stopNanos) {
    int tries = failure.verdict() == Verdict.CRASH ? TRIES_OF_CRASHES : TRIES;
    // What does not fail once more is no matter of the scenario alone.
    return within(
            QUICK,
            shrinker ->
                shrinker
                    .again(failure, failure.check())
                    .map(
                        unused ->
                            shrinker.smallest(failure, tries, tries, () -> isTime(stopNanos))))
        .orElse(failure);
  }

  /**
   * A hang is made smaller with little patience, for as long as leaves time to see whether it is
   * one with all of it.
   */
  private Failure hang(Failure failure, long beginNanos) {
    long stopNanos = beginNanos + FAILURE_NANOS - SECONDS.toNanos(1) - patience.toNanos();
    Failure smaller =
        within(
                QUICK_HANG,
                shrinker ->
                    Optional.of(
                        shrinker.smallest(failure, TRIES, FAILING_HANGS, () -> isTime(stopNanos))))
            .orElse(failure);
    return smaller.before().isEmpty() || patience.compareTo(QUICK_HANG) <= 0
        ? smaller
        : within(
                patience, shrinker -> shrinker.again(failure, smaller.check()).map(failure::toldBy))
            .orElse(failure);
  }

  /** Does it on a port with so much patience; empty if there is none any more. */
  private Optional<Failure> within(Duration limit, Function<Shrinker, Optional<Failure>> work) {
    if (interrupted) {
      return Optional.empty();
    }
    Duration least = limit.compareTo(patience) < 0 ? limit : patience;
    try {
      if (started.isEmpty() || !started.get().limit().equals(least)) {
        close();
        Port port = start.apply(least);
        started = Optional.of(new Started(least, port, new Shrinker(port, profile)));
      }
      return work.apply(started.get().shrinker());
    } catch (PortUnusableException e) {
      warnings.add(
          "failures are shown as they were found: the port did not start once more, so that they"
              + " could be made smaller: "
              + e.getMessage());
      spentNanos = ALL_NANOS;
      return Optional.empty();
    } finally {
      interrupted |= Thread.interrupted();
    }
  }

  private boolean isTime(long stopNanos) {
    return !Thread.currentThread().isInterrupted() && System.nanoTime() - stopNanos < 0;
  }

  /** Ends the port that it happened on. */
  @Override
  public void close() {
    started.ifPresent(
        one -> {
          one.port().close();
          for (Defect defect : one.shrinker().defects()) {
            warnings.add(
                "a defect of the kit, please report it: while "
                    + defect.check()
                    + " was made smaller: "
                    + defect.cause());
          }
        });
    started = Optional.empty();
  }
}
