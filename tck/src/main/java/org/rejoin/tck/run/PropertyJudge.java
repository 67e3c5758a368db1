package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.tck.property.Difference;
import org.rejoin.tck.property.Finding;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.property.Sample;
import org.rejoin.tck.property.Setting;
import org.rejoin.tck.property.Trials;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/** Holds properties on a port and gives each its verdict. Immutable; safe for several threads. */
final class PropertyJudge {
  private final Setting setting;
  private final long seed;
  private final Judge judge;

  /**
   * A judge of properties.
   *
   * @param seed where the sample begins
   * @param judge for scenarios that get no trace
   */
  PropertyJudge(Setting setting, long seed, Judge judge) {
    this.setting = setting;
    this.seed = seed;
    this.judge = judge;
  }

  /**
   * The outcomes of some properties, in their order.
   *
   * @param together has the port run scenarios as it runs them otherwise
   * @param alone has it run one at a time
   */
  ImmutableList<Outcome> outcomes(
      ImmutableList<Property> properties, Trials.Runner together, Trials.Runner alone) {
    if (setting.isEmpty()) {
      return properties.stream()
          .map(
              unused ->
                  Outcome.unsupported(
                      NotJudged.Kind.LACKS_PLATFORM, "the port plays no platform of it"))
          .collect(ImmutableList.toImmutableList());
    }
    ImmutableList<Finding> findings =
        new Trials(Sample.of(seed, setting), setting, together, alone).findings(properties);
    ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
    for (int i = 0; i < properties.size(); i++) {
      outcomes.add(outcome(properties.get(i), findings.get(i)));
    }
    return outcomes.build();
  }

  private Outcome outcome(Property property, Finding finding) {
    if (finding instanceof Finding.Holds holds) {
      return Outcome.passed(holds.exercised());
    }
    if (finding instanceof Finding.Broken broken) {
      Failure failure = failure(property, broken.scenario(), broken.difference());
      return Outcome.failed(broken.exercised(), failure, property.rules());
    }
    if (finding instanceof Finding.Unanswered unanswered) {
      return judge.judge(check(property, unanswered.scenario()), unanswered.answer());
    }
    Finding.NothingToSee nothing = (Finding.NothingToSee) finding;
    return nothing.offered()
        ? Outcome.notRun(nothing.reason())
        : Outcome.unsupported(NotJudged.Kind.LACKS_FEATURE, nothing.reason());
  }

  private static Check check(Property property, Scenario scenario) {
    return property.check(scenario);
  }

  private static Failure failure(Property property, Scenario scenario, Difference difference) {
    ImmutableSet<Rule> rules = property.rules();
    return new Failure(
        check(property, scenario),
        Verdict.FAIL,
        rules,
        Optional.empty(),
        difference.expectations(rules),
        difference.seen(),
        difference.message());
  }
}
