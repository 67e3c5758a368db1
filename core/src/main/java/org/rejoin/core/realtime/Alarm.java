package org.rejoin.core.realtime;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.rejoin.core.Client;

/**
 * The one timer task: armed for the next deadline, or for an earlier one that packets have since
 * put off.
 *
 * <p>A deadline that moves to a later instant leaves the task as it is: it rings, finds nothing due
 * and is armed anew. So packets cost no timer work, and cancelled tasks don't pile up in a
 * scheduler that keeps them. Guarded by the client's lock.
 */
final class Alarm {
  private final ScheduledExecutorService scheduler;
  private final Timeline timeline;
  private final IntConsumer ring;
  private final Consumer<RuntimeException> failures;

  private Optional<Future<?>> task = Optional.empty();
  private long armedMillis = Client.NEVER;

  /** Tells the present task from one that was cancelled when it already ran. */
  private int number;

  private boolean refused;

  /**
   * An alarm that isn't armed.
   *
   * @param ring called on the scheduler's thread, without the lock, with the task's number
   * @param failures told when the scheduler refuses a task, once until it takes one again
   */
  Alarm(
      ScheduledExecutorService scheduler,
      Timeline timeline,
      IntConsumer ring,
      Consumer<RuntimeException> failures) {
    this.scheduler = scheduler;
    this.timeline = timeline;
    this.ring = ring;
    this.failures = failures;
  }

  /** Sees to it that the alarm rings no later than at a deadline, or not at all if it is never. */
  void set(long deadlineMillis) {
    if (deadlineMillis == Client.NEVER) {
      cancel();
    } else if (deadlineMillis < armedMillis) {
      cancel();
      arm(deadlineMillis);
    }
  }

  /** Whether the task that rings is the present one; if so, none is armed from now on. */
  boolean isSpentBy(int ringing) {
    boolean present = ringing == number && armedMillis != Client.NEVER;
    if (present) {
      task = Optional.empty();
      armedMillis = Client.NEVER;
    }
    return present;
  }

  void cancel() {
    task.ifPresent(armed -> armed.cancel(false));
    task = Optional.empty();
    armedMillis = Client.NEVER;
  }

  private void arm(long deadlineMillis) {
    number++;
    int mine = number;
    try {
      task =
          Optional.of(
              scheduler.schedule(
                  () -> ring.accept(mine),
                  timeline.nanosUntil(deadlineMillis),
                  TimeUnit.NANOSECONDS));
      armedMillis = deadlineMillis;
      refused = false;
    } catch (RuntimeException e) {
      if (!refused) {
        refused = true;
        failures.accept(e);
      }
    }
  }
}
