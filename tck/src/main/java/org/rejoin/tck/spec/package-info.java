/**
 * The specification as data: every {@link org.rejoin.tck.spec.Rule} with its level, its sentence
 * and the lines of the text that it comes from, the {@link org.rejoin.tck.spec.Decision}s where the
 * text is silent, its {@link org.rejoin.tck.spec.Erratum errata}, and what to look at when a rule
 * fails. The only copy.
 */
@NullMarked
package org.rejoin.tck.spec;

import org.jspecify.annotations.NullMarked;
