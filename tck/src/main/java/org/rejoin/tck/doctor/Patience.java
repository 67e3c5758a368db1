package org.rejoin.tck.doctor;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;

/**
 * How long the doctor waits, so that no port keeps it for ever.
 *
 * @param hello for a hello
 * @param answer for an answer, on top of the scenario's own length where the port may take that
 * @param end for the end of a port whose input is closed
 */
public record Patience(Duration hello, Duration answer, Duration end) {
  /** Holds the values to what can be waited for. */
  public Patience {
    for (Duration duration : new Duration[] {hello, answer, end}) {
      checkArgument(
          !duration.isNegative() && !duration.isZero(), "must be above 0, was %s", duration);
    }
  }
}
