package org.rejoin.tck.oracle;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How far from its due time a callback may be seen (D-44): not at all on a virtual clock, some
 * milliseconds on a real one. Early and late are apart, since patience with what must come is no
 * licence for what must not come yet.
 *
 * @param earlyMillis how long before its due time a callback may be seen
 * @param lateMillis how long after it
 */
public record Tolerance(long earlyMillis, long lateMillis) {

  /** Of a virtual clock: exact to the millisecond. */
  public static final Tolerance EXACT = new Tolerance(0, 0);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if one of the two is negative
   */
  public Tolerance {
    checkArgument(earlyMillis >= 0, "tolerance: early must not be negative, was %s", earlyMillis);
    checkArgument(lateMillis >= 0, "tolerance: late must not be negative, was %s", lateMillis);
  }

  /** The same tolerance both ways. */
  public static Tolerance of(long millis) {
    return new Tolerance(millis, millis);
  }

  /** Whether there is none. */
  public boolean isExact() {
    return widthMillis() == 0;
  }

  /** How long the window around a due time is. */
  long widthMillis() {
    return earlyMillis + lateMillis;
  }
}
