package org.rejoin.tck.scenario;

import org.rejoin.tck.spec.Rule;

/**
 * A scenario of a rule's own.
 *
 * @param rule whose scenario it is
 * @param example what is done, under the id RULE/NAME, and its outcome
 */
public record RuleExample(Rule rule, Example example) {

  /** What is done. */
  public Check check() {
    return example.check();
  }
}
