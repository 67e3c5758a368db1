package org.rejoin.tck.port;

/**
 * A scenario that has been written and whose answer is awaited.
 *
 * @param id the number that its answer names
 * @param index which of the batch it is
 * @param writtenNanos when it was written, on the clock of {@link System#nanoTime}
 * @param limitNanos how long it may take from when its turn comes
 */
record Flight(long id, int index, long writtenNanos, long limitNanos) {}
