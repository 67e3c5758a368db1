package org.rejoin.tck.oracle;

import java.util.Optional;
import org.rejoin.tck.scenario.TracedCallback;

/** A place in the {@link Book}: one expectation, which may be weakened, until it is over. */
final class Booked {
  /** How many were booked before it. */
  final long number;

  Open open;

  /** What is required and was ticked off by a callback that could have been for this. */
  Optional<Booked> yieldedTo = Optional.empty();

  /** What was seen for it. */
  Optional<TracedCallback> seen = Optional.empty();

  boolean isOver;

  Booked(Open open, long number) {
    this.open = open;
    this.number = number;
  }

  /** When it is due; or the other is, whose callback it may yet turn out to have had. */
  long dueMillis() {
    long dueMillis = open.expectation().atMillis();
    return Math.max(dueMillis, yieldedTo.map(Booked::dueMillis).orElse(dueMillis));
  }
}
