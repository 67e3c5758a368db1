/**
 * The kit for tests on the JVM: extend {@link org.rejoin.tck.ReconnectionTck}.
 *
 * <p>This package and {@code org.rejoin.tck.junit} need JUnit; nothing else of the kit does.
 */
@NullMarked
package org.rejoin.tck;

import org.jspecify.annotations.NullMarked;
