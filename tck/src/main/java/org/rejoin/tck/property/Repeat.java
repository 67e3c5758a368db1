package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/**
 * A scenario begins from nothing. Each is run again among the others; and when all of that is done
 * twice in a row, in the opposite order, with nothing else in the port's hands.
 */
final class Repeat extends Comparing {
  Repeat() {
    super(
        "repeat",
        "The same script gives the same trace each time, alone or among others, in any order.",
        Rule.DRV_09);
  }

  @Override
  ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    ImmutableVariant again =
        ImmutableVariant.builder()
            .how("run again among others")
            .otherwise("the first time")
            .scenario(base)
            .build();
    // Those that are run alone come in the opposite order.
    return ImmutableList.of(
        again,
        again.withHow("run twice in a row").withAlone(true),
        again.withHow("run again alone, in the opposite order").withAlone(true));
  }
}
