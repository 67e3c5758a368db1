/**
 * The seam to an SDK under test: {@link org.rejoin.tck.port.Port} in the JVM, and the same over
 * standard input and output for every other language.
 *
 * <p>Start with {@link org.rejoin.tck.port.StdioPort}: it holds a conversation with one run of the
 * port's program after another, and lays every line at the door of a scenario. What a bad port gets
 * stands as a table in the test {@code HostilePorts}. {@link org.rejoin.tck.port.PortServer} is the
 * other side.
 */
@NullMarked
@RejoinStyle
package org.rejoin.tck.port;

import org.jspecify.annotations.NullMarked;
import org.rejoin.api.RejoinStyle;
