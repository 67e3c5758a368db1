package org.rejoin.tck.scenario;

import org.rejoin.tck.spec.Rule;

/**
 * A scenario of a rule's own, with the outcome that was written by hand from the text.
 *
 * @param rule whose scenario it is
 * @param check what is done, under the id RULE/NAME
 * @param expected what every conforming port shows; first meetings, which only are permitted, are
 *     left out (D-33)
 */
public record RuleExample(Rule rule, Check check, Trace expected) {}
