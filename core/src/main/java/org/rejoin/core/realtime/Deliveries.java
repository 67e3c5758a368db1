package org.rejoin.core.realtime;

import com.google.common.util.concurrent.MoreExecutors;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Brings outputs to the user's listeners: in order, one after another, on the user's executor, and
 * outside the client's lock.
 *
 * <p>Outputs are queued with the lock held, so their order is the machine's whoever delivers them.
 * What a listener throws goes to the failure handler, and the next output follows.
 */
final class Deliveries {
  private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());

  /**
   * What isn't being delivered yet, guarded by itself: taking one out and taking all back must not
   * mix, or an output could come through without the one before it.
   */
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  private final Executor serial;
  private final Consumer<? super Throwable> failures;

  /** Whether something was queued since the last hand-over; guarded by the client's lock. */
  private boolean fresh;

  Deliveries(Executor executor, Consumer<? super Throwable> failures) {
    this.serial = MoreExecutors.newSequentialExecutor(executor);
    this.failures = failures;
  }

  /** The handler of those who give none. */
  static void log(Throwable failure) {
    LOG.log(System.Logger.Level.ERROR, "a callback or an executor failed", failure);
  }

  /** Queues one output. With the lock held. */
  void add(Runnable output) {
    synchronized (waiting) {
      waiting.add(output);
    }
    fresh = true;
  }

  /** Queues the report of a failure. With the lock held. */
  void addFailure(RuntimeException failure) {
    add(
        () -> {
          throw failure;
        });
  }

  /** Takes back all that isn't being delivered yet. With the lock held. */
  void clear() {
    synchronized (waiting) {
      waiting.clear();
    }
    fresh = false;
  }

  /** Whether something was queued since this was last asked. With the lock held. */
  boolean takeFresh() {
    boolean taken = fresh;
    fresh = false;
    return taken;
  }

  /**
   * Has the executor deliver what is queued. Without the lock: an executor may run it right here.
   *
   * <p>If the executor refuses, its exception is reported from here, and what is queued goes with
   * the next hand-over.
   *
   * @param fresh what {@link #takeFresh} said; if nothing was queued, the executor isn't bothered
   */
  void handOver(boolean fresh) {
    if (fresh) {
      contain(() -> serial.execute(this::deliver));
    }
  }

  private void deliver() {
    for (Optional<Runnable> next = take(); next.isPresent(); next = take()) {
      contain(next.get());
    }
  }

  private Optional<Runnable> take() {
    synchronized (waiting) {
      return Optional.ofNullable(waiting.poll());
    }
  }

  /** Whatever is thrown, errors of the user's included, must not keep the next output back. */
  private void contain(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      report(failure);
    }
  }

  private void report(Throwable failure) {
    try {
      failures.accept(failure);
    } catch (Throwable second) {
      log(failure);
      log(second);
    }
  }
}
