package org.rejoin.tck.junit;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.shrink.Minimiser;

/**
 * Makes the scenarios of failed tests smaller: the first three failures of each kind, for at most
 * 10 s each and 30 s in all. What hangs, and what runs in real time, is left alone: each try would
 * cost all the patience there is, or as long as the scenario. For one thread at a time.
 */
final class Smaller {
  private static final int OF_A_KIND = 3;
  private static final int TRIES = 2_000;
  private static final long FAILURE_NANOS = SECONDS.toNanos(10);
  private static final long RUN_NANOS = SECONDS.toNanos(30);
  private static final Duration QUICK = Duration.ofSeconds(1);

  private final GuardedPort port;
  private final Settings settings;
  private final Multiset<Look.Kind> seen = HashMultiset.create();
  private long spentNanos;

  Smaller(GuardedPort port, Settings settings) {
    this.port = port;
    this.settings = settings;
  }

  /** How long an answer is waited for in a try. */
  static Duration patience(Duration otherwise) {
    return QUICK.compareTo(otherwise) < 0 ? QUICK : otherwise;
  }

  /**
   * The smallest that fails in the same way, or the same if it does not fail or is left alone.
   *
   * @param look what came of a view
   * @param tryOut what comes of each view of another scenario
   */
  Look smallest(Look look, Function<Check, ImmutableList<Look>> tryOut) {
    if (!isDue(look)) {
      return look;
    }
    long beginNanos = System.nanoTime();
    long mostNanos = Math.min(FAILURE_NANOS, RUN_NANOS - spentNanos);
    Latest latest = new Latest(look, tryOut);
    Scenario unused =
        new Minimiser(settings.profile(), TRIES)
            .minimise(
                look.view().check().scenario(),
                latest::isAlike,
                () -> port.mayHang() && System.nanoTime() - beginNanos < mostNanos);
    spentNanos += System.nanoTime() - beginNanos;
    return latest.look;
  }

  private boolean isDue(Look look) {
    boolean possible =
        look.verdict().isFailure()
            && look.verdict() != Verdict.HANG
            && port.hello().clock() == Hello.Clock.VIRTUAL;
    return possible && seen.add(look.kind(), 1) < OF_A_KIND;
  }

  /** What failed last in the same way: always the smallest so far. */
  private static final class Latest {
    private final Function<Check, ImmutableList<Look>> tryOut;
    private Look look;

    private Latest(Look look, Function<Check, ImmutableList<Look>> tryOut) {
      this.look = look;
      this.tryOut = tryOut;
    }

    private boolean isAlike(Scenario candidate) {
      Check whole = look.view().check();
      Optional<Look> alike =
          tryOut.apply(whole.withScenario(candidate)).stream()
              .filter(other -> other.kind().equals(look.kind()))
              .findFirst();
      alike.ifPresent(smaller -> look = smaller);
      return alike.isPresent();
    }
  }
}
