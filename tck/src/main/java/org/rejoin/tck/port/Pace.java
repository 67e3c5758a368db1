package org.rejoin.tck.port;

import java.time.Duration;
import org.rejoin.tck.scenario.Scenario;

/**
 * How many scenarios are with a port at once, and how long each may take.
 *
 * @param window how many are written ahead of their answers
 * @param atOnce how many of these it works on at once; the others wait for their turn
 * @param millisPerScenarioMilli how much of the wall's time a scenario's own length takes
 * @param answer how long an answer may take on top of that
 */
record Pace(int window, int atOnce, double millisPerScenarioMilli, Duration answer) {
  /** Longer than anybody waits, and short enough to be added to a time in nanoseconds. */
  static final Duration FOREVER = Duration.ofDays(10_000);

  /** The pace that a port asks for. */
  static Pace of(Hello hello, PortLimits limits) {
    Duration answer = limits.deadlines() ? limits.answer() : FOREVER;
    return switch (hello.clock()) {
      case VIRTUAL ->
          new Pace(Math.max(limits.window(), hello.concurrency()), hello.concurrency(), 0, answer);
      case REAL -> new Pace(hello.concurrency(), hello.concurrency(), hello.timeScale(), answer);
    };
  }

  /** How long a scenario may take from the moment when its turn comes. */
  Duration limit(Scenario scenario) {
    // A product beyond any long ends as the greatest one.
    long ownMillis = (long) Math.ceil(scenario.untilMillis() * millisPerScenarioMilli);
    long mostMillis = FOREVER.minus(answer).toMillis();
    return answer.plusMillis(Math.min(ownMillis, mostMillis));
  }
}
