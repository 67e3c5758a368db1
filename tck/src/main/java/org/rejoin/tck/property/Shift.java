package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/**
 * No clock has an origin of its own. Most scenarios are shifted by some seconds; one in ten by more
 * than an hour, which is as much as a port that ticks through it should be asked for.
 */
final class Shift extends Comparing {
  private static final long SHIFT_MILLIS = 7_000;
  private static final long LONG_SHIFT_MILLIS = 3_607_000;
  private static final int LONG_EVERY = 10;

  Shift() {
    super(
        "shift",
        "The same script some time later gives the same trace that much later.",
        Rule.DRV_03);
  }

  @Override
  ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    long millis = number % LONG_EVERY == 0 ? LONG_SHIFT_MILLIS : SHIFT_MILLIS;
    return ImmutableList.of(
        ImmutableVariant.builder()
            .how("shifted by " + People.time(millis))
            .otherwise("unshifted")
            .shiftMillis(millis)
            .scenario(
                Remade.of(
                    base,
                    "/shifted",
                    base.steps().stream()
                        .map(step -> step.withAtMillis(step.atMillis() + millis))
                        .toList(),
                    base.untilMillis() + millis))
            .build());
  }
}
