package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.scenario.Hosting;
import picocli.CommandLine.Option;

/** The options that say which checks there are, beside those written down. */
final class PlanOptions {
  private static final int BY_DEFAULT = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where generated scenarios begin. Default: 1.")
  long seed = 1;

  @Option(
      names = "--scenarios",
      paramLabel = "N",
      description =
          "How many scenarios are generated. Default: 10000; none with --exhaustive, nor for a port"
              + " with a real clock.")
  Optional<Integer> scenarios = Optional.empty();

  @Option(
      names = "--exhaustive",
      description =
          "Drive every reachable pair of state and input of two users through the port, each in a"
              + " scenario of its own, exhaustive/FAMILY/STATE/OTHER/INPUT.")
  boolean exhaustive;

  /** Finds what is wrong whatever the port. */
  void check() {
    scenarios
        .filter(count -> count < 0)
        .ifPresent(
            count -> {
              throw new UsageException("--scenarios: must be 0 or more, was " + count);
            });
  }

  /**
   * The checks for a port.
   *
   * @param selected only users on these platforms; on all, if there are none
   */
  Plan plan(Profile profile, Hello hello, Collection<Platform> selected) {
    return plan(profile, hello.clock(), hello.hosting(ImmutableSet.copyOf(selected)));
  }

  /**
   * The checks for a port of which nothing is known yet; their ids are right all the same, but for
   * what {@link Hosting#suffix} adds.
   */
  Plan plan(Profile profile) {
    return plan(profile, Hello.Clock.VIRTUAL, Hosting.EVERY);
  }

  /** How many generated checks a run without --scenarios has more than this one. */
  int leftOut(Hello.Clock clock) {
    return Math.max(0, byDefault(clock) - scenarios.orElse(byDefault(clock)));
  }

  private int byDefault(Hello.Clock clock) {
    return switch (clock) {
      case VIRTUAL -> exhaustive ? 0 : BY_DEFAULT;
      case REAL -> 0;
    };
  }

  private Plan plan(Profile profile, Hello.Clock clock, Hosting hosting) {
    if (exhaustive && clock == Hello.Clock.REAL) {
      throw new UsageException(
          "--exhaustive: the port has a real clock, on which the scenarios would take days; leave"
              + " --exhaustive out, or give the port a virtual clock");
    }
    Plan plan = Plan.of(profile, hosting, seed, scenarios.orElse(byDefault(clock)));
    return exhaustive ? plan.with(Exhaustive.of(profile, hosting.hosted(), hosting.all())) : plan;
  }
}
