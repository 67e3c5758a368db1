package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** A property that says how the traces of a scenario and of its variants correspond. */
abstract class Comparing extends Property {
  Comparing(String name, String sentence, Rule... rules) {
    super(name, sentence, rules);
  }

  @Override
  boolean suits(Scenario base, Setting setting) {
    return true;
  }

  @Override
  Optional<Difference> difference(
      Scenario base,
      Trace trace,
      ImmutableList<Variant> variants,
      ImmutableList<Trace> traces,
      Setting setting) {
    for (int i = 0; i < variants.size(); i++) {
      Optional<Difference> difference =
          new Comparison(base, variants.get(i), setting).difference(trace, traces.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }
}
