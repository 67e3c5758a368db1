/**
 * Scenarios and traces: what is done to whom and when, and what was observed.
 *
 * <p>Start with {@link org.rejoin.tck.scenario.Scenario} and {@link org.rejoin.tck.scenario.Step};
 * what a port answers is a {@link org.rejoin.tck.scenario.Trace}. All values are immutable.
 */
@NullMarked
@RejoinStyle
package org.rejoin.tck.scenario;

import org.jspecify.annotations.NullMarked;
import org.rejoin.api.RejoinStyle;
