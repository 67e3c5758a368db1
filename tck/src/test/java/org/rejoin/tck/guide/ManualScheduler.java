package org.rejoin.tck.guide;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that stands still until it is moved. */
final class ManualScheduler implements AcmeScheduler {
  private record Task(long atMillis, long number, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atMillis).thenComparing(Task::number));
  private long nowMillis;
  private long count;

  @Override
  public long nowMillis() {
    return nowMillis;
  }

  @Override
  public Runnable schedule(long delayMillis, Runnable work) {
    count++;
    Task task = new Task(nowMillis + Math.max(0, delayMillis), count, work);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  /** Goes to an instant, and runs on the way what is due before it. */
  void advanceTo(long millis) {
    while (!tasks.isEmpty() && tasks.peek().atMillis() < millis) {
      Task next = tasks.remove();
      nowMillis = next.atMillis();
      next.work().run();
    }
    nowMillis = millis;
  }
}
