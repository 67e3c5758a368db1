/**
 * The picture of a scenario: who was where, who was told what, and what was due.
 *
 * <p>A {@link org.rejoin.tck.timeline.Timeline} is computed once from a scenario, a trace and what
 * the oracle expected; {@link org.rejoin.tck.timeline.TimelineSvg} and {@link
 * org.rejoin.tck.timeline.TimelineText} draw it. Everything here is immutable or stateless, safe to
 * share between threads, and says the same for the same input. What a port sent is treated as
 * hostile: no text leaves a timeline before {@link org.rejoin.tck.timeline.SafeText} has cleaned
 * it.
 */
@NullMarked
package org.rejoin.tck.timeline;

import org.jspecify.annotations.NullMarked;
