package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scenarios that a port has been given and has not answered, in the order written.
 *
 * <p>A port works on so many at once, the first ones. A scenario's turn comes when it is written or
 * when an answer makes room for it, whichever is later, and its time runs from then on.
 */
final class InFlight {
  private final int atOnce;
  private final LinkedHashMap<Long, Turn> working = new LinkedHashMap<>();
  private final LinkedHashMap<Long, Flight> ahead = new LinkedHashMap<>();

  InFlight(int atOnce) {
    this.atOnce = atOnce;
  }

  private record Turn(Flight flight, long deadlineNanos) {
    boolean isOver(long nanos) {
      return nanos - deadlineNanos >= 0;
    }
  }

  int size() {
    return working.size() + ahead.size();
  }

  void add(Flight flight) {
    ahead.put(flight.id(), flight);
    fill(flight.writtenNanos());
  }

  Optional<Flight> get(long id) {
    return Optional.ofNullable(working.get(id))
        .map(Turn::flight)
        .or(() -> Optional.ofNullable(ahead.get(id)));
  }

  /** The first in the order written; those at work were all written before those ahead. */
  Optional<Flight> first() {
    return working.values().stream().map(Turn::flight).findFirst();
  }

  void remove(Flight flight, long cameNanos) {
    working.remove(flight.id());
    ahead.remove(flight.id());
    fill(cameNanos);
  }

  /** Nothing is in flight any more. Returns which of the batch were, in the order written. */
  ImmutableList<Integer> clear() {
    ImmutableList<Integer> indexes =
        Stream.concat(working.values().stream().map(Turn::flight), ahead.values().stream())
            .map(Flight::index)
            .collect(ImmutableList.toImmutableList());
    working.clear();
    ahead.clear();
    return indexes;
  }

  Optional<Flight> overdue(long nowNanos) {
    for (Turn turn : working.values()) {
      if (turn.isOver(nowNanos)) {
        return Optional.of(turn.flight());
      }
    }
    return Optional.empty();
  }

  long patienceNanos(long nowNanos) {
    long least = Long.MAX_VALUE;
    for (Turn turn : working.values()) {
      least = Math.min(least, turn.deadlineNanos() - nowNanos);
    }
    return least;
  }

  private void fill(long nowNanos) {
    while (working.size() < atOnce && !ahead.isEmpty()) {
      Flight next = ahead.values().iterator().next();
      ahead.remove(next.id());
      long turnNanos = nowNanos - next.writtenNanos() > 0 ? nowNanos : next.writtenNanos();
      working.put(next.id(), new Turn(next, turnNanos + next.limitNanos()));
    }
  }
}
