package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.tck.run.Failure;

/**
 * A trace that does not conform, or of which that is left open.
 *
 * @param failure what is wrong, with the trace or the last part of it; its verdict is inconclusive
 *     if all of it is left open
 * @param fromMillis from when on everything that was recorded is in it; 0: from the beginning
 * @param others a sentence for each difference but the first, the first few of them
 * @param hints what to look at in the log before its SDK is blamed, a sentence each
 * @param doubts why some of its differences, or all, are left open
 */
public record RecordedFailure(
    Failure failure,
    long fromMillis,
    ImmutableList<String> others,
    ImmutableList<String> hints,
    ImmutableSet<Doubt> doubts) {}
