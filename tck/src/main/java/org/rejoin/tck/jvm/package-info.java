/**
 * Ports written for the JVM, in a JVM of their own. Start with {@link org.rejoin.tck.jvm.JvmPort}.
 */
@NullMarked
package org.rejoin.tck.jvm;

import org.jspecify.annotations.NullMarked;
