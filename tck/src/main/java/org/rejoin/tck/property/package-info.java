/**
 * Properties: what must hold between the traces of a port whatever the right answers are. No oracle
 * is asked.
 *
 * <p>Start with {@link org.rejoin.tck.property.Properties}, which lists them; {@link
 * org.rejoin.tck.property.Sample} makes the scenarios that they are held on, and {@link
 * org.rejoin.tck.property.Trials} says what a port has to run and what came of it.
 *
 * <p>Where the text leaves a port a choice, traces are compared only as far as the choice can't
 * show, or as far as it is made alike: a port may choose what it does (D-09, D-33), but not once so
 * and once otherwise in scenarios that differ in nothing it may go by. At one instant the order is
 * free (D-43), and a name and its alias are the same (D-38).
 */
@NullMarked
@RejoinStyle
package org.rejoin.tck.property;

import org.jspecify.annotations.NullMarked;
import org.rejoin.api.RejoinStyle;
