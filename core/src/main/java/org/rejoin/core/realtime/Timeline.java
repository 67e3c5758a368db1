package org.rejoin.core.realtime;

import com.google.common.base.Ticker;
import com.google.common.math.LongMath;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/**
 * The machine's time line on a monotonic clock: milliseconds since the client was built.
 *
 * <p>What is heard is stamped with the next whole millisecond, and a deadline has come when its
 * millisecond is reached in full. So rounding makes a conclusion late, by less than a millisecond,
 * and never early. A ticker that runs backwards stands still here. Guarded by the client's lock.
 */
final class Timeline {
  private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Ticker ticker;
  private final long startNanos;
  private long elapsedNanos;

  Timeline(Ticker ticker) {
    this.ticker = ticker;
    this.startNanos = ticker.read();
  }

  /** The stamp of what is heard now. */
  long inputMillis() {
    return LongMath.divide(elapsedNanos(), NANOS_PER_MILLI, RoundingMode.CEILING);
  }

  /** The latest instant whose deadlines have come. */
  long deadlineMillis() {
    return LongMath.divide(elapsedNanos(), NANOS_PER_MILLI, RoundingMode.FLOOR);
  }

  /** How long until the deadlines of an instant have come; not positive if they have. */
  long nanosUntil(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis) - elapsedNanos();
  }

  private long elapsedNanos() {
    elapsedNanos = Math.max(elapsedNanos, ticker.read() - startNanos);
    return elapsedNanos;
  }
}
