package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.tck.spec.Rule;

/** Every rule's own scenarios, from the files beside this class, one file a rule. */
public final class RuleExamples {
  private static final ExampleReader READER = new ExampleReader();

  private RuleExamples() {}

  /**
   * Every rule's scenarios, in the order of the rules.
   *
   * @throws IllegalStateException if a rule has no file, or an empty one
   * @throws ScenarioFileException if a file is wrong
   */
  public static ImmutableList<RuleExample> all() {
    ImmutableList.Builder<RuleExample> all = ImmutableList.builder();
    for (Rule rule : Rule.values()) {
      all.addAll(of(rule));
    }
    return all.build();
  }

  /** One rule's scenarios; throws as {@link #all} does. */
  public static ImmutableList<RuleExample> of(Rule rule) {
    return ExampleFile.read(
        "rules/" + rule.id() + ".yaml",
        "rule " + rule.id(),
        (item, path) ->
            new RuleExample(
                rule, READER.read(item, path, new Origin.OfRule(rule), ImmutableSet.of(rule))));
  }
}
