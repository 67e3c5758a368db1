package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.IOS;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.KILL;
import static org.rejoin.tck.scenario.Action.LEAVE;
import static org.rejoin.tck.scenario.Action.RESTART;
import static org.rejoin.tck.scenario.Action.RESTORE;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Reason;
import org.rejoin.tck.spec.Rule;

/**
 * Which rules the first difference breaks: those that ask for what is missing or forbid the rest.
 */
class BrokenRulesTest {
  private static final Trial QUIET = Trial.joined(WEB, ANDROID, IOS);

  @Test
  void aLocalCallbackBreaksItsOwnRuleAndTheOneOfThatStageOfTheOutage() {
    Trial ended = Trial.joined(ANDROID).step(5_000, LEAVE, 1);
    Trial dead = Trial.joined(IOS).step(5_000, KILL, 1);
    assertBroken(QUIET.told(1_000, 2, "onConnectionInterrupted"), Rule.NET_01, Rule.DRV_01);
    assertBroken(QUIET.told(1_000, 3, "rtcEngineConnectionDidLost"), Rule.NET_06, Rule.DRV_01);
    assertBroken(QUIET.told(1_000, 2, "didRejoinChannel"), Rule.NET_11, Rule.DRV_01);
    assertBroken(ended.told(6_000, 1, "onConnectionLost"), Rule.DRV_09);
    assertBroken(dead.told(6_000, 1, "rtcEngineConnectionDidInterrupted"), Rule.DRV_08);
    assertBroken(
        Trial.joined(IOS)
            .step(4_000, DROP, 1)
            .step(5_000, KILL, 1)
            .told(8_000, 1, "rtcEngineConnectionDidInterrupted"),
        Rule.DRV_08,
        Rule.DRV_09);
  }

  /** Web is told nothing of its own outage, whatever the stage, and nothing of others by it. */
  @Test
  void whatWebIsToldWhileItIsCutOffBreaksTheRuleOfItsStage() {
    Trial cut = Trial.joined(WEB, WEB).step(5_000, DROP, 1).told(15_000, 2, "stream-removed", 1);
    assertBroken(cut.told(9_000, 1, "onConnectionInterrupted"), Rule.NET_03);
    assertBroken(cut.told(15_000, 1, "onConnectionLost"), Rule.NET_07);
    Trial back = cut.step(16_000, RESTORE, 1).told(16_000, 2, "stream-added", 1);
    assertBroken(back.told(16_000, 1, "didRejoinChannel"), Rule.NET_13);
    assertBroken(cut.told(8_000, 1, "stream-removed", 2), Rule.NET_10, Rule.DRV_11);
    assertBroken(cut.told(9_500, 1, "stream-removed", 2), Rule.NET_10, Rule.DRV_11, Rule.NET_03);
    assertBroken(cut.told(15_500, 1, "stream-removed", 2), Rule.NET_10, Rule.DRV_11, Rule.NET_07);
  }

  @Test
  void whoIsInterruptedIsNotLostAndNotInterruptedTwice() {
    Trial back =
        Trial.joined(ANDROID)
            .step(5_000, DROP, 1)
            .step(12_000, RESTORE, 1)
            .told(9_000, 1, "onConnectionInterrupted")
            .told(12_000, 1, "didRejoinChannel");
    assertBroken(back.told(13_000, 1, "onConnectionLost"), Rule.NET_05, Rule.DRV_02);
    assertBroken(back.told(10_000, 1, "onConnectionInterrupted"), Rule.NET_01, Rule.DRV_03);
  }

  @Test
  void whatAnOutageBreaksIsNotMeasuredByTheOneBeforeIt() {
    assertBroken(
        Trial.joined(ANDROID)
            .step(5_000, DROP, 1)
            .step(12_000, RESTORE, 1)
            .step(20_000, DROP, 1)
            .step(22_000, RESTORE, 1)
            .told(9_000, 1, "onConnectionInterrupted")
            .told(12_000, 1, "didRejoinChannel")
            .told(23_000, 1, "onConnectionLost"),
        Rule.NET_05,
        Rule.DRV_01);
  }

  @Test
  void whoIsLostIsLostOnce() {
    Trial lost =
        Trial.joined(ANDROID)
            .step(5_000, DROP, 1)
            .told(9_000, 1, "onConnectionInterrupted")
            .told(15_000, 1, "onConnectionLost");
    assertBroken(lost.told(16_000, 1, "onConnectionLost"), Rule.NET_05, Rule.DRV_03);
  }

  @Test
  void goneOrBackOfAUserThatWasNeverAbsentContradictsWhoIsThere() {
    assertBroken(
        QUIET.told(1_000, 2, "onUserOffline", 1, Reason.DROPPED), Rule.NET_08, Rule.DRV_11);
    assertBroken(QUIET.told(1_000, 1, "peer-leave", 2), Rule.DRV_06, Rule.DRV_11);
    assertBroken(
        QUIET.told(1_000, 2, "onUserOffline", 77, Reason.DROPPED), Rule.DRV_04, Rule.DRV_11);
    assertBroken(QUIET.told(1_000, 2, "onUserJoined", 77), Rule.DRV_04, Rule.DRV_11);
    assertBroken(
        QUIET.told(1_000, 1, "stream-added", 2).told(2_000, 1, "stream-added", 2),
        Rule.NET_14,
        Rule.DRV_04,
        Rule.DRV_11);
  }

  /** Nobody is a remote user to itself, whatever it came back from. */
  @Test
  void whatAUserIsToldOfItselfAsOfAnotherIsNoMatterOfItsAbsence() {
    Trial back = Trial.joined(WEB).step(5_000, KILL, 1).step(7_000, RESTART, 1);
    assertBroken(back.told(7_000, 1, "stream-added", 1), Rule.DRV_04);
    assertBroken(back.told(8_000, 1, "stream-removed", 1), Rule.DRV_04);
  }

  @Test
  void goneOfWhoIsGoneAlreadyIsNotToldAgain() {
    Trial silent = QUIET.step(5_000, DROP, 3).told(25_000, 2, "onUserOffline", 3);
    Trial left = QUIET.step(5_000, LEAVE, 3).told(5_000, 1, "peer-leave", 3);
    Trial killed = QUIET.step(5_000, KILL, 3).told(5_000, 1, "peer-leave", 3);
    assertBroken(silent.told(26_000, 2, "onUserOffline", 3), 26_000, Rule.DRV_04);
    assertBroken(left.told(15_000, 1, "stream-removed", 3), 15_000, Rule.DRV_06, Rule.DRV_04);
    assertBroken(killed.told(15_000, 1, "stream-removed", 3), 15_000, Rule.KILL_03, Rule.DRV_04);
    assertBroken(silent.told(27_000, 2, "onUserJoined", 3), 27_000, Rule.NET_15, Rule.DRV_11);
  }

  /** What is told of who is back in time: at the window's end, before the return, much later. */
  @Test
  void whoIsBackInTimeIsNotToldGone() {
    Trial killed = Trial.joined(ANDROID, IOS, WEB).step(5_000, KILL, 1).step(14_000, RESTART, 1);
    for (long atMillis : new long[] {6_000, 13_000, 14_500, 25_000}) {
      assertBroken(killed.told(atMillis, 2, "didOfflineOfUid", 1), Rule.KILL_06, Rule.DRV_11);
    }
    for (long atMillis : new long[] {6_000, 14_500, 15_000}) {
      assertBroken(killed.told(atMillis, 3, "stream-removed", 1), Rule.KILL_08, Rule.DRV_11);
    }
    assertBroken(killed.told(25_001, 2, "didOfflineOfUid", 1), Rule.NET_09, Rule.DRV_11);
    Trial real = killed.within(100, 300);
    assertBroken(real.told(25_300, 2, "didOfflineOfUid", 1), Rule.KILL_06, Rule.DRV_11);
    assertBroken(real.told(25_301, 2, "didOfflineOfUid", 1), Rule.NET_09, Rule.DRV_11);
    Trial dropped = Trial.joined(WEB, IOS).step(5_000, DROP, 1).step(7_000, RESTORE, 1);
    assertBroken(dropped.told(25_000, 2, "didOfflineOfUid", 1), Rule.NET_09, Rule.DRV_11);
    Trial closed = Trial.joined(WEB, IOS).step(5_000, KILL, 1).step(7_000, RESTART, 1);
    assertBroken(
        closed.told(25_000, 2, "didOfflineOfUid", 1), Rule.KILL_09, Rule.NET_09, Rule.DRV_11);
  }

  /** One leaves, and another is told gone with it, under whatever name. */
  @Test
  void goneOfWhoIsThereWithTheGoodbyeOfAnotherBreaksTheRuleOfTheGoodbye() {
    Trial left =
        Trial.joined(WEB, WEB, WEB)
            .step(5_000, LEAVE, 3)
            .told(5_000, 1, "peer-leave", 3)
            .told(5_000, 2, "peer-leave", 3);
    assertBroken(left.told(5_000, 1, "stream-removed", 2), Rule.DRV_06, Rule.DRV_11);
    assertBroken(left.told(5_001, 1, "stream-removed", 2), Rule.NET_10, Rule.DRV_11);
    Trial killed =
        Trial.joined(WEB, WEB, IOS)
            .step(5_000, KILL, 3)
            .told(5_000, 1, "peer-leave", 3)
            .told(5_000, 2, "peer-leave", 3);
    assertBroken(killed.told(5_000, 1, "peer-leave", 2), Rule.KILL_03, Rule.DRV_11);
    Trial real = left.within(100, 300);
    assertBroken(real.told(5_400, 1, "stream-removed", 2), Rule.DRV_06, Rule.DRV_11);
    assertBroken(real.told(5_401, 1, "stream-removed", 2), Rule.NET_10, Rule.DRV_11);
  }

  /** Whatever is broken was exercised, be it by what broke it alone. */
  @Test
  void noRuleIsBrokenThatWasNotExercised() {
    Judgement judgement = QUIET.told(1_000, 2, "onConnectionInterrupted").judge();
    assertEquals(ImmutableMultiset.of(Rule.NET_01, Rule.DRV_01), judgement.exercised());
  }

  @Test
  void backOfAUserThatWasNotReportedGoneBreaksTheRuleOfItsAbsence() {
    Trial killed = Trial.joined(ANDROID, IOS, WEB).step(5_000, KILL, 1).step(7_000, RESTART, 1);
    assertBroken(met(killed, 2, "didJoinedOfUid"), Rule.KILL_06, Rule.DRV_04);
    assertBroken(met(killed, 3, "stream-added"), Rule.KILL_08, Rule.DRV_04);
    Trial dropped = Trial.joined(WEB, IOS).step(5_000, DROP, 1).step(7_000, RESTORE, 1);
    assertBroken(met(dropped, 2, "didJoinedOfUid"), Rule.NET_14, Rule.DRV_04);
    Trial closed = Trial.joined(WEB, IOS).step(5_000, KILL, 1).step(7_000, RESTART, 1);
    assertBroken(met(closed, 2, "didJoinedOfUid"), Rule.NET_14, Rule.KILL_09, Rule.DRV_04);
  }

  @Test
  void goneTooEarlyIsForbiddenAsWellAsDueLater() {
    Trial left = Trial.joined(WEB, ANDROID).step(5_000, LEAVE, 1);
    assertBroken(left.told(4_000, 2, "onUserOffline", 1, Reason.QUIT), Rule.DRV_06, Rule.DRV_11);
    assertBroken(left.told(6_000, 2, "onUserOffline", 1, Reason.QUIT), Rule.DRV_06);
    assertBroken(left.told(5_000, 2, "onUserOffline", 1, Reason.DROPPED), Rule.DRV_06);
    assertBroken(left, Rule.DRV_06);
  }

  @Test
  void aNameThatNobodyHasBreaksTheGrammarOfWhomItIsAbout() {
    assertBroken(QUIET.told(1_000, 2, "onUserMuted", 1), Rule.DRV_04);
    assertBroken(QUIET.told(1_000, 2, "onBatteryLow"), Rule.DRV_03);
  }

  @Test
  void aNameOfAnotherPlatformBreaksTheRuleThatItWasMeantFor() {
    assertBroken(QUIET.told(1_000, 2, "rtcEngineConnectionDidLost"), Rule.NET_05, Rule.DRV_01);
  }

  @Test
  void hearingOfOthersBeforeOnesOwnReturnBreaksTheRuleOfTheReturn() {
    assertBroken(
        Trial.joined(WEB, IOS)
            .step(5_000, DROP, 2)
            .step(6_000, LEAVE, 1)
            .step(30_000, RESTORE, 2)
            .told(9_000, 2, "rtcEngineConnectionDidInterrupted")
            .told(15_000, 2, "rtcEngineConnectionDidLost")
            .told(30_000, 2, "didOfflineOfUid", 1)
            .told(30_000, 2, "didRejoinChannel"),
        Rule.NET_12,
        Rule.DRV_11);
  }

  /** The observer met the user in its own session, and is told at 8 s that it is back. */
  private static Trial met(Trial trial, long observer, String name) {
    return trial.told(0, observer, name, 1).told(8_000, observer, name, 1);
  }

  private static void assertBroken(Trial trial, long atMillis, Rule... rules) {
    Set<Rule> expected = ImmutableSet.copyOf(rules);
    assertEquals(
        List.of(expected),
        trial.judge().divergences().stream()
            .filter(difference -> difference.atMillis() == atMillis)
            .map(Divergence::rules)
            .toList());
  }

  private static void assertBroken(Trial trial, Rule... rules) {
    List<Divergence> differences = trial.judge().divergences();
    Set<Rule> expected = ImmutableSet.copyOf(rules);
    assertEquals(expected, differences.get(0).rules(), () -> Arrays.toString(rules));
  }
}
