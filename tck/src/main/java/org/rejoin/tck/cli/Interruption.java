package org.rejoin.tck.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rejoin.tck.run.ExitCode;

/**
 * Ends a run in order when the process is told to end: the run's thread is interrupted and given
 * time to write its report, and the exit code is 130.
 */
final class Interruption implements AutoCloseable {
  /** How long the report may take to be written after the interrupt. */
  private static final int PATIENCE_SECONDS = 10;

  private final Thread run = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "interrupted");

  private boolean reporting;

  private Interruption() {}

  /** From now on an interrupt ends this thread's run. */
  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The run is over: its report is not to be torn by an interrupt. */
  synchronized void reporting() {
    reporting = true;
    boolean unused = Thread.interrupted();
  }

  private synchronized void interrupt() {
    if (!reporting) {
      run.interrupt();
    }
  }

  private void end() {
    interrupt();
    try {
      boolean unused = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
  }

  /** Everything is written. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is at work, and ends the process with its own exit code.
    }
  }
}
