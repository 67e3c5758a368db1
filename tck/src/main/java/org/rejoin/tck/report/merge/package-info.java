/**
 * Several {@code report.json} files as one: shards of a run added up, runs side by side. Start with
 * {@link org.rejoin.tck.report.merge.Reports}.
 */
@NullMarked
package org.rejoin.tck.report.merge;

import org.jspecify.annotations.NullMarked;
