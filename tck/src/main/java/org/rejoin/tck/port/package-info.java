/**
 * The seam to an SDK under test: {@link org.rejoin.tck.port.Port} in the JVM, and the same over
 * standard input and output for every other language.
 */
@NullMarked
@RejoinStyle
package org.rejoin.tck.port;

import org.jspecify.annotations.NullMarked;
import org.rejoin.api.RejoinStyle;
