/**
 * Says what must, must not and may be seen. Start with {@link org.rejoin.tck.oracle.Oracle}.
 *
 * <p>Shares no code with the reference machine, so that it can't agree with its bugs.
 */
@NullMarked
package org.rejoin.tck.oracle;

import org.jspecify.annotations.NullMarked;
