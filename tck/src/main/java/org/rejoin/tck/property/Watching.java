package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** A property of each trace by itself. */
abstract class Watching extends Property {
  Watching(String name, String sentence, Rule... rules) {
    super(name, sentence, rules);
  }

  abstract Optional<Difference> difference(Scenario base, Trace trace, Setting setting);

  @Override
  boolean suits(Scenario base, Setting setting) {
    return true;
  }

  @Override
  final ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    return ImmutableList.of();
  }

  @Override
  final Optional<Difference> difference(
      Scenario base,
      Trace trace,
      ImmutableList<Variant> variants,
      ImmutableList<Trace> traces,
      Setting setting) {
    return difference(base, trace, setting);
  }
}
