/**
 * The server and the users that the kit plays for a port that hosts one client only.
 *
 * <p>Start with {@link org.rejoin.tck.stage.Stage}, which turns a whole scenario into what one of
 * its users does and hears. It is the kit's own and shares no code with what it helps to judge.
 */
@NullMarked
package org.rejoin.tck.stage;

import org.jspecify.annotations.NullMarked;
