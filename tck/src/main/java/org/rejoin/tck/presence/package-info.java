/**
 * What a scenario's steps alone say: who is in which channel when, what of its network works, and
 * who hears whom. Start with {@link org.rejoin.tck.presence.Course}, a whole scenario's changes in
 * order; {@link org.rejoin.tck.presence.StepReading} reads one step at a time.
 *
 * <p>It is for those who judge nothing: the stage, properties, pictures, coverage and what is kept
 * of a recording. The oracle, the reference and the defective ports each read steps by themselves,
 * so that no mistake made here can be agreed on.
 */
@NullMarked
package org.rejoin.tck.presence;

import org.jspecify.annotations.NullMarked;
