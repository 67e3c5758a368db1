package org.rejoin.tck.recording;

import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.run.Failure;

/**
 * A trace that does not conform.
 *
 * @param failure what is wrong, with the trace or the last part of it
 * @param fromMillis from when on everything that was recorded is in it; 0: from the beginning
 * @param tolerance how far from its due time a callback could be
 */
public record RecordedFailure(Failure failure, long fromMillis, Tolerance tolerance) {}
