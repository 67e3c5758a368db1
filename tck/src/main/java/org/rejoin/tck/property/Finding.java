package org.rejoin.tck.property;

import com.google.common.collect.ImmutableMultiset;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/** What came of one property on a sample. */
public sealed interface Finding {
  /**
   * It holds.
   *
   * @param exercised how often the precondition of each of its rules was met
   */
  record Holds(ImmutableMultiset<Rule> exercised) implements Finding {}

  /**
   * It does not.
   *
   * @param scenario the simplest one that it does not hold on
   * @param difference what is wrong there
   * @param exercised how often the precondition of each of its rules was met
   */
  record Broken(Scenario scenario, Difference difference, ImmutableMultiset<Rule> exercised)
      implements Finding {}

  /**
   * A scenario, the simplest such, got no trace.
   *
   * @param scenario which one
   * @param answer what came instead; never a trace
   */
  record Unanswered(Scenario scenario, Answer answer) implements Finding {}

  /**
   * There was nothing to hold it on.
   *
   * @param reason why
   * @param offered whether the port offers what it takes, and yet gave no trace
   */
  record NothingToSee(String reason, boolean offered) implements Finding {}
}
