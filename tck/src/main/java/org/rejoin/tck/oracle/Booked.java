package org.rejoin.tck.oracle;

/** A place in the {@link Book}: one expectation, which may be weakened, until it is over. */
final class Booked {
  /** How many were booked before it. */
  final long number;

  Open open;
  boolean isOver;

  Booked(Open open, long number) {
    this.open = open;
    this.number = number;
  }

  long dueMillis() {
    return open.expectation().atMillis();
  }
}
