/** The conformance run. Start with {@link org.rejoin.tck.run.ConformanceRun}. */
@NullMarked
package org.rejoin.tck.run;

import org.jspecify.annotations.NullMarked;
