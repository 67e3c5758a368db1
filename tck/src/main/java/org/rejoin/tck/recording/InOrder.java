package org.rejoin.tck.recording;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.rejoin.tck.scenario.InvalidScenarioException;

/**
 * Puts the lines of one channel in time order, as far as they come late by no more than was
 * allowed. It holds back what may still be preceded, and of that no more than a bounded number of
 * lines.
 */
final class InOrder {
  /** The longest time by which lines may be put in order: a minute. */
  static final long LONGEST_MILLIS = 60_000;

  /** Most lines that are held back; with more, the earliest goes on its way. */
  private static final int MOST = 10_000;

  private final long withinMillis;
  private final Consumer<RecordedLine.OfChannel> next;
  private final PriorityQueue<Held> held = new PriorityQueue<>(1, Held.FIRST);
  private long newestMillis;
  private long passedMillis;
  private long count;

  private record Held(RecordedLine.OfChannel line, long number) {
    static final Comparator<Held> FIRST =
        Comparator.<Held>comparingLong(one -> one.line().atMillis())
            .thenComparingLong(Held::number);
  }

  /**
   * Nothing came yet.
   *
   * @param withinMillis by how much a line may come late; 0: not at all
   * @param next takes the lines in time order
   */
  InOrder(long withinMillis, Consumer<RecordedLine.OfChannel> next) {
    this.withinMillis = withinMillis;
    this.next = next;
  }

  /** The latest instant of which there was a line. */
  long newestMillis() {
    return newestMillis;
  }

  /** An instant before which nothing comes any more. */
  long certainMillis() {
    return Math.max(newestMillis - withinMillis, passedMillis);
  }

  /**
   * Holds a line to the order.
   *
   * @throws InvalidScenarioException if it comes too late
   */
  void check(RecordedLine.OfChannel line) {
    boolean ends = line instanceof RecordedLine.End;
    long leastMillis = ends ? newestMillis : certainMillis();
    if (line.atMillis() < leastMillis) {
      long lateMillis = newestMillis - line.atMillis();
      throw new InvalidScenarioException(
          ends ? "end" : "at",
          line.atMillis()
              + " comes after "
              + newestMillis
              + "; the lines of a channel are in time order"
              + (ends || lateMillis > LONGEST_MILLIS || lateMillis <= withinMillis
                  ? ""
                  : ", or `--reorder-within " + lateMillis + "ms` puts them in it"));
    }
  }

  /** Takes a line that was checked. */
  void take(RecordedLine.OfChannel line) {
    newestMillis = Math.max(newestMillis, line.atMillis());
    if (withinMillis == 0) {
      next.accept(line);
      return;
    }
    held.add(new Held(line, count++));
    while (!held.isEmpty()
        && (held.element().line().atMillis() <= newestMillis - withinMillis
            || held.size() > MOST)) {
      pass();
    }
  }

  /** Nothing more comes: all that was held back goes on its way. */
  void end() {
    while (!held.isEmpty()) {
      pass();
    }
  }

  private void pass() {
    RecordedLine.OfChannel line = held.remove().line();
    passedMillis = line.atMillis();
    next.accept(line);
  }
}
