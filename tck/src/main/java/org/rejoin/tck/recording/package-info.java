/**
 * Traces that somebody recorded: read, judged without running anything, and written. Start with
 * {@link org.rejoin.tck.recording.RecordingCheck} to judge, with {@link
 * org.rejoin.tck.recording.RecordingWriter} to record.
 */
@NullMarked
package org.rejoin.tck.recording;

import org.jspecify.annotations.NullMarked;
