package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A clock and a timer moved by hand: nothing passes and nothing runs unless a test says so. */
final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** More tasks than any test has run while it lets time pass once. */
  private static final int RINGS_AT_MOST = 10_000;

  private final List<Task> tasks = new ArrayList<>();
  private final List<Long> delaysNanos = new ArrayList<>();
  private long nowNanos = -77;
  private boolean refusing;
  private boolean shutDown;

  Ticker ticker() {
    return new Ticker() {
      @Override
      public long read() {
        return nowNanos;
      }
    };
  }

  /** Time passes, and every task runs at its instant. */
  void passNanos(long nanos) {
    long untilNanos = nowNanos + nanos;
    int rung = 0;
    for (Optional<Task> next = firstBy(untilNanos); next.isPresent(); next = firstBy(untilNanos)) {
      rung++;
      assertTrue(rung <= RINGS_AT_MOST, "the timer rings again and again and nothing comes of it");
      nowNanos = Math.max(nowNanos, next.get().atNanos);
      run(next.get());
    }
    nowNanos = untilNanos;
  }

  void passMillis(long millis) {
    passNanos(millis * NANOS_PER_MILLI);
  }

  /** Time passes, and the timer sleeps through it. Backwards too. */
  void skipNanos(long nanos) {
    nowNanos += nanos;
  }

  void skipMillis(long millis) {
    skipNanos(millis * NANOS_PER_MILLI);
  }

  /** Runs the tasks whose instant has come. */
  void wake() {
    passNanos(0);
  }

  /** Runs the first task at once, whether or not it is due or cancelled. */
  void runFirstRegardless() {
    tasks.remove(0).task.run();
  }

  void refuse(boolean refuse) {
    refusing = refuse;
  }

  /** The tasks that wait for their instant. */
  int armed() {
    return (int) tasks.stream().filter(task -> !task.isCancelled()).count();
  }

  /** Every delay that was asked for, in order. */
  ImmutableList<Long> delaysNanos() {
    return ImmutableList.copyOf(delaysNanos);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    if (refusing) {
      throw new RejectedExecutionException("no task today");
    }
    delaysNanos.add(unit.toNanos(delay));
    Task task = new Task(command, nowNanos + unit.toNanos(delay));
    tasks.add(task);
    return task;
  }

  private Optional<Task> firstBy(long untilNanos) {
    return tasks.stream()
        .filter(task -> !task.isCancelled() && task.atNanos <= untilNanos)
        .min(Comparator.comparingLong((Task task) -> task.atNanos));
  }

  private void run(Task task) {
    tasks.remove(task);
    task.run();
  }

  @Override
  public void shutdown() {
    shutDown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutDown = true;
    return ImmutableList.of();
  }

  @Override
  public boolean isShutdown() {
    return shutDown;
  }

  @Override
  public boolean isTerminated() {
    return shutDown;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return shutDown;
  }

  @Override
  public void execute(Runnable command) {
    throw new UnsupportedOperationException("the edge has one timer task and nothing else");
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("the edge has one timer task and nothing else");
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException("the edge has one timer task and nothing else");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("the edge has one timer task and nothing else");
  }

  /** One task and its instant. */
  private final class Task extends FutureTask<Boolean> implements ScheduledFuture<Boolean> {
    private final Runnable task;
    private final long atNanos;

    Task(Runnable task, long atNanos) {
      super(task, true);
      this.task = task;
      this.atNanos = atNanos;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(atNanos - nowNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
