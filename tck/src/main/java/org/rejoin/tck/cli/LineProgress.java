package org.rejoin.tck.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.rejoin.tck.run.Progress;

/** A line every ten seconds, for logs: how much is done, how fast, and how much time is left. */
final class LineProgress implements Progress {
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final PrintWriter log;
  private final LongSupplier nanoTime;
  private String what = "";
  private long total;
  private long done;
  private long beginNanos;
  private long nextNanos;

  /**
   * Progress in lines.
   *
   * @param log where they go
   * @param nanoTime what time it is
   */
  LineProgress(PrintWriter log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void begin(String what, long total) {
    this.what = what;
    this.total = total;
    this.done = 0;
    this.beginNanos = nanoTime.getAsLong();
    this.nextNanos = beginNanos + EVERY_NANOS;
  }

  @Override
  public synchronized void done(long more) {
    done += more;
    long now = nanoTime.getAsLong();
    if (now - nextNanos >= 0 && done < total) {
      nextNanos = now + EVERY_NANOS;
      double rate = (double) done * TimeUnit.SECONDS.toNanos(1) / (now - beginNanos);
      log.printf(
          Locale.ROOT,
          "rejoin: %,d of %,d %s, %,.0f a second, about %,.0f s left%n",
          done,
          total,
          what,
          rate,
          Math.ceil((total - done) / rate));
      log.flush();
    }
  }

  @Override
  public void end() {
    // What follows says it all.
  }
}
