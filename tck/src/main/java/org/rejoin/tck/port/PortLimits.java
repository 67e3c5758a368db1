package org.rejoin.tck.port;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import org.immutables.value.Value;

/** How much patience the kit has with a port. */
@Value.Immutable
public interface PortLimits {
  /** How long a port may take to say hello. */
  @Value.Default
  default Duration hello() {
    return Duration.ofSeconds(10);
  }

  /** How long it may take for a scenario, on top of the scenario's own length on a real clock. */
  @Value.Default
  default Duration answer() {
    return Duration.ofSeconds(5);
  }

  /** How long it may take to end once its input is closed. */
  @Value.Default
  default Duration end() {
    return Duration.ofSeconds(2);
  }

  /** How many scenarios are written ahead of the answers. */
  @Value.Default
  default int window() {
    return 64;
  }

  /** How often it is started anew after a hang or a crash. */
  @Value.Default
  default int maxRestarts() {
    return 10;
  }

  /**
   * Whether the kit loses patience at all. If not, it waits for a hello and for answers as long as
   * it takes, as one wants who holds the port in a debugger; its end stays limited.
   */
  @Value.Default
  default boolean deadlines() {
    return true;
  }

  /** How long a line may be, in bytes: 4 MiB. */
  @Value.Default
  default int lineBytes() {
    return 4 << 20;
  }

  /**
   * Holds the limits to what can be kept.
   *
   * @throws IllegalArgumentException naming the one that can't
   */
  @Value.Check
  default void check() {
    checkPositive(hello(), "hello");
    checkPositive(answer(), "answer");
    checkPositive(end(), "end");
    checkArgument(window() > 0, "window must be 1 or more, was %s", window());
    checkArgument(maxRestarts() >= 0, "maxRestarts must be 0 or more, was %s", maxRestarts());
    checkArgument(lineBytes() > 0, "lineBytes must be 1 or more, was %s", lineBytes());
  }

  private static void checkPositive(Duration duration, String name) {
    checkArgument(
        !duration.isNegative() && !duration.isZero() && duration.compareTo(Pace.FOREVER) <= 0,
        "%s must be above 0 and at most %s, was %s",
        name,
        Pace.FOREVER,
        duration);
  }
}
