package org.rejoin.tck.recording;

import org.rejoin.tck.run.Failure;

/**
 * A trace that does not conform.
 *
 * @param failure what is wrong, with the trace or the last part of it
 * @param fromMillis from when on everything that was recorded is in it; 0: from the beginning
 */
public record RecordedFailure(Failure failure, long fromMillis) {}
