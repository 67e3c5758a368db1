package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import org.rejoin.tck.spec.Rule;

/**
 * One difference between what was seen and what had to be.
 *
 * @param atMillis when it showed
 * @param rules the rules that are broken; never empty
 * @param message one sentence for a person: what happened, what was due and when, what was seen
 */
public record Divergence(long atMillis, ImmutableSet<Rule> rules, String message) {}
