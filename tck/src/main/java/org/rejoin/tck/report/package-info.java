/**
 * What a run found, for people and machines. Start with {@link org.rejoin.tck.report.ReportJson}.
 */
@NullMarked
package org.rejoin.tck.report;

import org.jspecify.annotations.NullMarked;
