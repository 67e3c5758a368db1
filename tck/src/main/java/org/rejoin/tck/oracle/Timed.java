package org.rejoin.tck.oracle;

/** Something that may have a deadline, with what its {@link TimedQueue} has to remember of it. */
abstract class Timed {
  /** For when it is queued; {@link Pair#NONE} while it is not. */
  long queuedMillis = Pair.NONE;

  /** When it is due; {@link Pair#NONE} for never. */
  abstract long dueMillis();
}
