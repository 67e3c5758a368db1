package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Works side by side: one piece of work in the caller's thread, several in threads of their own.
 */
final class Crew {
  private Crew() {}

  /**
   * Does all of it. An interrupt of this thread is passed on to all, and awaited.
   *
   * @return whether it was interrupted; the thread's mark is taken
   */
  static boolean work(ImmutableList<Runnable> pieces) {
    if (pieces.size() == 1) {
      pieces.get(0).run();
      return Thread.interrupted();
    }
    ExecutorService pool = Executors.newFixedThreadPool(pieces.size());
    try {
      CompletionService<Boolean> done = new ExecutorCompletionService<>(pool);
      pieces.forEach(piece -> done.submit(piece, true));
      for (int i = 0; i < pieces.size(); i++) {
        boolean unused = done.take().get();
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException defect) {
        throw defect;
      }
      throw new IllegalStateException(e);
    } finally {
      end(pool);
    }
  }

  private static void end(ExecutorService pool) {
    List<Runnable> unused = pool.shutdownNow();
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException again) {
        // They are told already; their ports are killed and no work is left that could wait.
      }
    }
  }
}
