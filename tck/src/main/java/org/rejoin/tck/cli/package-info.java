/** The command {@code rejoin}, thin. Start with {@link org.rejoin.tck.cli.Main}. */
@NullMarked
package org.rejoin.tck.cli;

import org.jspecify.annotations.NullMarked;
