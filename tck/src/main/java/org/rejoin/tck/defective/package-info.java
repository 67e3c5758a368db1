/**
 * The kit on trial: ports that misread the text, each in one way, ports that behave badly, and
 * correct ones that are different. Start with {@link org.rejoin.tck.defective.SelfTest}, which says
 * what of them the kit finds, and {@link org.rejoin.tck.defective.LooksLike}, which tells a failing
 * trace from theirs.
 */
@NullMarked
package org.rejoin.tck.defective;

import org.jspecify.annotations.NullMarked;
