package org.rejoin.tck.guide;

/** All that the SDK knows of time. */
public interface AcmeScheduler {
  /** Now, in milliseconds since some instant. */
  long nowMillis();

  /** Runs the task after the delay, unless the handle that it returns is run before. */
  Runnable schedule(long delayMillis, Runnable task);
}
