/** Port skeletons to begin with. Start with {@link org.rejoin.tck.init.Skeleton}. */
@NullMarked
package org.rejoin.tck.init;

import org.jspecify.annotations.NullMarked;
