package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/**
 * A scenario begins from nothing. Each is run three times: among the others, right after that, and
 * once more with nothing else in the port's hands, when all others are done and in the opposite
 * order.
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
            .how("run again right after")
            .otherwise("the first time")
            .scenario(base)
            .build();
    return ImmutableList.of(
        again, again.withHow("run again alone, in the opposite order").withAlone(true));
  }
}
