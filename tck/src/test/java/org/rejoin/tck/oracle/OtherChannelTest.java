package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.JOIN;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/** Who joins another channel goes silent in the one before, without a goodbye. */
class OtherChannelTest {
  private static final Trial JOINED = Trial.joined(WEB, WEB);

  @Test
  void whoIsThereAlreadyWasNotAbsent() {
    Trial again = JOINED.step(5_000, JOIN, 1);
    again.assertAccepted();
    assertEquals(ImmutableMultiset.of(), again.judge().exercised());
  }

  @Test
  void whoWasCutOffIsHeardAgainWhenItJoinsAnew() {
    JOINED.step(5_000, DROP, 1).step(8_000, JOIN, 1).assertAccepted();
  }

  @Test
  void whoComesAfterwardsDoesNotHearWhoIsElsewhere() {
    Trial.of(WEB, WEB)
        .with(Feature.ANNOUNCES)
        .step(0, JOIN, 1)
        .step(Step.of(5_000, JOIN, UserId.of(1)).withChannel("other"))
        .step(8_000, JOIN, 2)
        .assertAccepted();
  }

  @Test
  void whoIsElsewhereIsSilentHere() {
    Trial moved = JOINED.step(Step.of(5_000, JOIN, UserId.of(1)).withChannel("other"));
    moved.told(15_000, 2, "stream-removed", 1).assertAccepted();
    moved.assertRefused(
        "web user 2 last heard user 1 at 5.000 s, so `stream-removed(1)` is due at 15.000 s; not"
            + " seen");
    assertEquals(ImmutableSet.of(Rule.NET_10), moved.judge().divergences().get(0).rules());
  }
}
