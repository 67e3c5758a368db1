package org.rejoin.tck.port;

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

  /** How long a line may be, in bytes: 4 MiB. */
  @Value.Default
  default int lineBytes() {
    return 4 << 20;
  }
}
