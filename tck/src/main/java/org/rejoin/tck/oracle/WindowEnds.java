package org.rejoin.tck.oracle;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * When windows end, the first one first; at one instant in the order of the observers, and of those
 * whom each came to know. A window that was closed or moved stays in line and is passed over when
 * its turn comes, so that nobody looks for it among thousands; before such ones are the most, they
 * are cleared away.
 */
final class WindowEnds {
  private static final int FEW = 64;

  /** A window that ends then, unless it has been closed or moved since. */
  private record End(long millis, Pair pair) {
    boolean holds() {
      return pair.windowIsOpen() && pair.goneDueMillis == millis;
    }

    /** Leaves the line. */
    Pair leave() {
      if (pair.inLineMillis == millis) {
        pair.inLineMillis = Pair.NONE;
      }
      return pair;
    }
  }

  private final PriorityQueue<End> line =
      new PriorityQueue<>(
          Comparator.comparingLong(End::millis)
              .thenComparingInt(end -> end.pair().observer.number)
              .thenComparingInt(end -> end.pair().number));

  private int clearAt = FEW;

  /** The window of a pair has an end. */
  void add(Pair pair) {
    if (pair.inLineMillis == pair.goneDueMillis) {
      return;
    }
    if (line.size() == clearAt) {
      line.removeIf(
          end -> {
            boolean over = !end.holds();
            if (over) {
              end.leave();
            }
            return over;
          });
      clearAt = Math.max(FEW, 2 * line.size());
    }
    pair.inLineMillis = pair.goneDueMillis;
    line.add(new End(pair.goneDueMillis, pair));
  }

  /** When the next one ends; {@link Pair#NONE} if none is open. */
  long nextMillis() {
    while (!line.isEmpty() && !line.element().holds()) {
      line.remove().leave();
    }
    return line.isEmpty() ? Pair.NONE : line.element().millis();
  }

  /** Takes the next one. */
  Pair remove() {
    return line.remove().leave();
  }

  /** How many are in line, those included that were closed or moved. */
  int size() {
    return line.size();
  }
}
