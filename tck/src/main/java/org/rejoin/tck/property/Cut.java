package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/**
 * Nobody can know the future. The steps from one instant on are taken away, once with the end where
 * it was, and once with the end right before them: what was told before that instant stays.
 */
final class Cut extends Comparing {
  Cut() {
    super(
        "cut",
        "What is told before an instant is the same whatever comes at it and after it.",
        Rule.DRV_03);
  }

  @Override
  boolean suits(Scenario base, Setting setting) {
    return !instants(base).isEmpty();
  }

  /** Where it can be cut: with a millisecond before it, and so that there is something to take. */
  private static ImmutableList<Long> instants(Scenario base) {
    return base.steps().stream()
        .map(Step::atMillis)
        .filter(atMillis -> atMillis > 0)
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    ImmutableList<Long> instants = instants(base);
    long cutMillis = instants.get(instants.size() / 2);
    ImmutableList<Step> steps =
        base.steps().stream()
            .filter(step -> step.atMillis() < cutMillis)
            .collect(ImmutableList.toImmutableList());
    Scenario kept = Remade.of(base, "/cut", steps, base.untilMillis());
    Scenario ended = Remade.of(base, "/ended", steps, cutMillis - 1);
    return ImmutableList.of(
        variant("without its steps from " + People.time(cutMillis) + " on", kept, cutMillis),
        variant("ended right before " + People.time(cutMillis), ended, cutMillis));
  }

  private static Variant variant(String how, Scenario scenario, long cutMillis) {
    return ImmutableVariant.builder()
        .how(how)
        .otherwise("in the whole scenario")
        .beforeMillis(cutMillis)
        .scenario(scenario)
        .build();
  }
}
