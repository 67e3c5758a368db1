/**
 * The explorer: one page in which the reference runs, to pull the cable by hand and see who is told
 * what. Start with {@link org.rejoin.tck.explorer.ExplorerPage}.
 */
@NullMarked
package org.rejoin.tck.explorer;

import org.jspecify.annotations.NullMarked;
