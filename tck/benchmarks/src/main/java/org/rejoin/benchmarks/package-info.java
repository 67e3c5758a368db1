/**
 * Times the machine and the kit, each figure beside its anchor in the same run.
 *
 * <p>Nothing here is asserted by a test: figures differ from machine to machine, ratios less so.
 */
@NullMarked
package org.rejoin.benchmarks;

import org.jspecify.annotations.NullMarked;
