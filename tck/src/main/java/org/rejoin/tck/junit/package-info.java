/**
 * What {@code org.rejoin.tck.ReconnectionTck} is made of. Start with {@link
 * org.rejoin.tck.junit.Conformance}.
 */
@NullMarked
package org.rejoin.tck.junit;

import org.jspecify.annotations.NullMarked;
