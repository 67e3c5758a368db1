/**
 * The reference machine and the adapters as a port: the only package of the kit that knows them.
 * Start with {@link org.rejoin.tck.reference.ReferencePort}.
 */
@NullMarked
package org.rejoin.tck.reference;

import org.jspecify.annotations.NullMarked;
