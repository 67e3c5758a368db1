/**
 * The text as data: every {@link org.rejoin.tck.spec.Rule} with its level, its sentence and the
 * line of the text that it comes from. The only copy.
 */
@NullMarked
package org.rejoin.tck.spec;

import org.jspecify.annotations.NullMarked;
