package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.IOS;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.JOIN;
import static org.rejoin.tck.scenario.Action.KILL;
import static org.rejoin.tck.scenario.Action.LEAVE;
import static org.rejoin.tck.scenario.Action.RESTART;
import static org.rejoin.tck.scenario.Action.RESTORE;

import com.google.common.collect.ImmutableMultiset;
import org.junit.jupiter.api.Test;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/** A rule counts as exercised as often as its precondition is met, whatever the port then does. */
class CountsTest {

  @Test
  void nothingHappensToNobody() {
    assertCounts(Trial.joined(ANDROID, WEB, IOS));
  }

  @Test
  void backBetweenInterruptedAndLost() {
    assertCounts(
        Trial.joined(ANDROID, WEB).step(5_000, DROP, 1).step(12_000, RESTORE, 1),
        Rule.NET_01,
        Rule.NET_11,
        Rule.NET_14,
        Rule.DRV_02,
        Rule.DRV_11,
        Rule.DRV_11);
  }

  @Test
  void backWithin4s() {
    assertCounts(
        Trial.joined(IOS, WEB).step(5_000, DROP, 1).step(9_000, RESTORE, 1),
        Rule.NET_14,
        Rule.DRV_01,
        Rule.DRV_11,
        Rule.DRV_11);
  }

  @Test
  void anOutageWithoutLengthIsNoSilence() {
    assertCounts(
        Trial.joined(IOS, WEB).step(5_000, DROP, 1).step(5_000, RESTORE, 1),
        Rule.NET_14,
        Rule.DRV_11,
        Rule.DRV_11);
  }

  @Test
  void backAfterEverybodysWindow() {
    assertCounts(
        Trial.joined(WEB, ANDROID, IOS).step(5_000, DROP, 1).step(30_000, RESTORE, 1),
        Rule.NET_03,
        Rule.NET_07,
        Rule.NET_13,
        Rule.NET_04,
        Rule.DRV_03,
        Rule.NET_08,
        Rule.NET_09,
        Rule.DRV_10,
        Rule.NET_15,
        Rule.NET_16,
        Rule.DRV_11,
        Rule.DRV_11);
  }

  @Test
  void aUserOnWebIsNotToldThatItWasInterruptedSoNothingIsExact() {
    assertCounts(
        Trial.joined(WEB, ANDROID).step(5_000, DROP, 1).step(12_000, RESTORE, 1),
        Rule.NET_03,
        Rule.NET_13,
        Rule.NET_14,
        Rule.DRV_11,
        Rule.DRV_11);
  }

  @Test
  void theSecondOutageOfASessionCountsAnew() {
    assertCounts(
        Trial.joined(IOS, WEB)
            .step(5_000, DROP, 1)
            .step(6_000, RESTORE, 1)
            .step(7_000, DROP, 1)
            .step(8_000, RESTORE, 1),
        Rule.NET_14,
        Rule.NET_14,
        Rule.DRV_01,
        Rule.DRV_01,
        Rule.DRV_03,
        Rule.DRV_11,
        Rule.DRV_11,
        Rule.DRV_11);
  }

  @Test
  void aFreshSessionHasHadNoOutage() {
    assertCounts(
        Trial.joined(IOS)
            .step(5_000, DROP, 1)
            .step(6_000, RESTORE, 1)
            .step(6_500, JOIN, 1)
            .step(7_000, DROP, 1)
            .step(8_000, RESTORE, 1),
        Rule.DRV_01,
        Rule.DRV_01,
        Rule.DRV_11,
        Rule.DRV_11,
        Rule.DRV_11);
  }

  @Test
  void killedAndBackInTimeForAll() {
    assertCounts(
        Trial.joined(ANDROID, WEB, IOS).step(5_000, KILL, 1).step(12_000, RESTART, 1),
        Rule.KILL_00,
        Rule.KILL_06,
        Rule.KILL_08,
        Rule.DRV_08,
        Rule.DRV_08,
        Rule.DRV_10,
        Rule.DRV_11);
  }

  @Test
  void killedTwiceIsKilledOnce() {
    assertCounts(
        Trial.joined(IOS, WEB).step(5_000, KILL, 1).step(6_000, KILL, 1),
        Rule.KILL_00,
        Rule.KILL_03,
        Rule.DRV_08,
        Rule.DRV_11);
  }

  @Test
  void killedOutsideAnyChannelIsNobodysBusiness() {
    assertCounts(Trial.of(ANDROID).step(5_000, KILL, 1));
  }

  @Test
  void leftWithNothingPending() {
    assertCounts(
        Trial.joined(WEB, ANDROID, IOS).step(5_000, LEAVE, 1),
        Rule.DRV_06,
        Rule.DRV_06,
        Rule.DRV_10,
        Rule.DRV_11);
  }

  @Test
  void leftWhileCutOffAndHeldGone() {
    assertCounts(
        Trial.joined(ANDROID, WEB).step(5_000, DROP, 1).step(20_000, LEAVE, 1),
        Rule.NET_01,
        Rule.NET_05,
        Rule.NET_10,
        Rule.DRV_04,
        Rule.DRV_07,
        Rule.DRV_09,
        Rule.DRV_11);
  }

  @Test
  void leftWhileAnotherUsersWindowRuns() {
    assertCounts(
        Trial.joined(ANDROID, WEB).step(5_000, DROP, 2).step(8_000, LEAVE, 1),
        Rule.DRV_09,
        Rule.NET_03,
        Rule.NET_07,
        Rule.DRV_11);
  }

  @Test
  void triedToConnect() {
    assertCounts(
        Trial.joined(IOS)
            .servers("s1", "s2")
            .step(5_000, DROP, 1)
            .tried(9_000, 1, "s2")
            .tried(10_000, 1, "s1")
            .until(11_000),
        Rule.NET_02,
        Rule.NET_04,
        Rule.NET_04,
        Rule.DRV_11);
  }

  @Test
  void cutOffAgainWhileHeldGone() {
    assertCounts(
        Trial.joined(ANDROID, WEB)
            .step(Step.of(5_000, DROP, UserId.of(1)).withDirection(Direction.UPLINK))
            .step(20_000, KILL, 1),
        Rule.NET_10,
        Rule.KILL_00,
        Rule.DRV_04,
        Rule.DRV_08,
        Rule.DRV_11);
  }

  @Test
  void cutOffWhileAnObserverThatIsCutOffHoldsItGone() {
    assertCounts(
        Trial.joined(WEB, WEB)
            .step(5_000, DROP, 1)
            .step(16_000, DROP, 2)
            .step(17_000, RESTORE, 1)
            .step(18_000, DROP, 1)
            .until(19_000),
        Rule.NET_03,
        Rule.NET_07,
        Rule.NET_13,
        Rule.NET_04,
        Rule.DRV_03,
        Rule.NET_10,
        Rule.NET_10,
        Rule.DRV_04,
        Rule.DRV_11,
        Rule.DRV_11);
  }

  @Test
  void goneAndBackAndGone() {
    assertCounts(
        Trial.joined(WEB, WEB)
            .step(5_000, LEAVE, 1)
            .step(6_000, JOIN, 1)
            .step(7_000, DROP, 1)
            .until(17_000),
        Rule.DRV_06,
        Rule.NET_17,
        Rule.DRV_05,
        Rule.NET_03,
        Rule.NET_07,
        Rule.NET_10,
        Rule.DRV_04,
        Rule.DRV_11);
  }

  @Test
  void theLastUserWasKilled() {
    Trial killed = Trial.joined(WEB).with(Feature.CHANNEL_LIFECYCLE).step(5_000, KILL, 1);
    assertCounts(killed, Rule.KILL_00, Rule.KILL_10, Rule.DRV_08, Rule.DRV_11);
    assertCounts(
        killed.step(9_000, RESTART, 1),
        Rule.KILL_00,
        Rule.KILL_10,
        Rule.DRV_08,
        Rule.DRV_08,
        Rule.DRV_11);
    assertCounts(killed.with(), Rule.KILL_00, Rule.DRV_08, Rule.DRV_11);
    assertCounts(killed.until(14_999), Rule.KILL_00, Rule.DRV_08, Rule.DRV_11);
  }

  @Test
  void theLastUserLeftOrWasKilledWhenItWasSilentAlready() {
    Trial joined = Trial.joined(WEB).with(Feature.CHANNEL_LIFECYCLE);
    // Broken, since the destruction is not shown; and what is broken was exercised.
    assertCounts(joined.step(5_000, LEAVE, 1), Rule.KILL_10, Rule.DRV_11);
    assertCounts(
        joined.step(5_000, DROP, 1).step(6_000, KILL, 1),
        Rule.KILL_00,
        Rule.KILL_10,
        Rule.DRV_08,
        Rule.DRV_09,
        Rule.DRV_11);
  }

  private static void assertCounts(Trial trial, Rule... rules) {
    assertEquals(sorted(ImmutableMultiset.copyOf(rules)), sorted(trial.judge().exercised()));
  }

  private static ImmutableMultiset<Rule> sorted(ImmutableMultiset<Rule> rules) {
    return rules.stream().sorted().collect(ImmutableMultiset.toImmutableMultiset());
  }
}
