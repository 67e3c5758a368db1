/**
 * What a run found, as a page that is one file. Start with {@link
 * org.rejoin.tck.report.html.HtmlReport}.
 */
@NullMarked
package org.rejoin.tck.report.html;

import org.jspecify.annotations.NullMarked;
