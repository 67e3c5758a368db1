package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/**
 * No clock has an origin of its own. Most scenarios are shifted by some seconds; one in ten by an
 * hour and more, or to where times of 32 bits end, with a sign and without.
 */
final class Shift extends Comparing {
  private static final long SHIFT_MILLIS = 7_000;
  private static final ImmutableList<Long> LONG_SHIFTS_MILLIS =
      ImmutableList.of(3_607_000L, (1L << 31) - 1, 1L << 31, 1L << 32);
  private static final int LONG_EVERY = 10;

  Shift() {
    super(
        "shift",
        "The same script some time later gives the same trace that much later.",
        Rule.DRV_03);
  }

  @Override
  ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    long millis =
        number % LONG_EVERY == 0
            ? LONG_SHIFTS_MILLIS.get(number / LONG_EVERY % LONG_SHIFTS_MILLIS.size())
            : SHIFT_MILLIS;
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
