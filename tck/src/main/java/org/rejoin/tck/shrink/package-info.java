/**
 * Makes scenarios smaller that fail. Start with {@link org.rejoin.tck.shrink.Minimiser}.
 *
 * <p>There is no clock, thread or chance in it: who calls it says how often it may try and when its
 * time is up.
 */
@NullMarked
package org.rejoin.tck.shrink;

import org.jspecify.annotations.NullMarked;
