package org.rejoin.tck.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Things in the order of their deadlines. A deadline may move or go without a word to the queue,
 * which looks again when the thing comes to the front; only one that is new or has come nearer is
 * to be told. So each thing is queued about once, and whatever happens to it costs next to nothing.
 */
final class TimedQueue<T extends Timed> {
  private record Entry<T>(long millis, T what) {}

  private static final Comparator<Entry<?>> FIRST_DUE = Comparator.comparingLong(Entry::millis);

  private final PriorityQueue<Entry<T>> queue = new PriorityQueue<>(Acceptor.FEW, FIRST_DUE);

  /** Something may have a deadline now, or a nearer one. */
  void watch(T what) {
    long dueMillis = what.dueMillis();
    if (dueMillis < what.queuedMillis) {
      what.queuedMillis = dueMillis;
      queue.add(new Entry<>(dueMillis, what));
    }
  }

  /** The first deadline; {@link Pair#NONE} if there is none. */
  long nextMillis() {
    for (Entry<T> first = queue.peek(); first != null; first = queue.peek()) {
      T what = first.what();
      boolean isCurrent = first.millis() == what.queuedMillis;
      if (isCurrent && first.millis() == what.dueMillis()) {
        return first.millis();
      }
      queue.remove();
      if (isCurrent) {
        what.queuedMillis = Pair.NONE;
        watch(what);
      }
    }
    return Pair.NONE;
  }

  /** Takes out what is due by now, in a given order; it is to be watched again if it goes on. */
  List<T> takeDue(long nowMillis, Comparator<T> order) {
    List<T> due = new ArrayList<>();
    while (nextMillis() <= nowMillis) {
      T what = queue.remove().what();
      what.queuedMillis = Pair.NONE;
      due.add(what);
    }
    due.sort(order);
    return due;
  }
}
