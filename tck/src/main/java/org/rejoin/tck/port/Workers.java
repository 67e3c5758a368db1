package org.rejoin.tck.port;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Does so many things at once; one more waits until there is room. */
final class Workers implements AutoCloseable {
  private final Semaphore room;
  private final boolean alone;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Workers(int atOnce) {
    this.room = new Semaphore(atOnce);
    this.alone = atOnce == 1;
  }

  /** Does it, on the calling thread if nothing else may be done at the same time. */
  void run(Runnable task) {
    if (alone) {
      task.run();
      return;
    }
    room.acquireUninterruptibly();
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            room.release();
          }
        });
  }

  /** Waits until all is done. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      var unused = threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
