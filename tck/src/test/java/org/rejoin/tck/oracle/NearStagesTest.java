package org.rejoin.tck.oracle;

import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.KILL;
import static org.rejoin.tck.scenario.Action.LEAVE;
import static org.rejoin.tck.scenario.Action.RESTORE;

import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;

/**
 * On a real clock callbacks may come 200 ms early and 300 ms late, and what happens that near to
 * the next stage of an outage may have come before it or after it (D-44).
 */
class NearStagesTest {
  /** Interrupted is due at 9 s, lost at 15 s. */
  private static final Trial CUT_OFF = Trial.joined(ANDROID).step(5_000, DROP, 1).within(200, 300);

  private static final String INTERRUPTED_IS_DUE =
      "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
          + " 9.000 s; ";

  private static final String LOST_IS_DUE =
      "android user 1 last heard the server at 5.000 s, so `onConnectionLost()` is due at"
          + " 15.000 s; ";

  private static final String TOLD_ALL =
      "android user 1 hears the server and has been told all there was: nothing is due, but ";

  @Test
  void whoIsBackShortlyBeforeInterruptedMayHaveBeenInterrupted() {
    Trial back = CUT_OFF.step(8_801, RESTORE, 1);
    back.assertAccepted();
    rejoined(interrupted(back, 8_900), 8_950).assertAccepted();
    interrupted(back, 8_900)
        .assertRefused(
            "android user 1 was interrupted and hears the server again at 8.801 s, so"
                + " `didRejoinChannel()` is due at 8.801 s; not seen");
    rejoined(back, 8_950)
        .assertRefused(
            "android user 1 was not interrupted in this session: nothing is due, but"
                + " `didRejoinChannel()` was seen at 8.950 s");
  }

  @Test
  void whoIsBackInGoodTimeWasNotInterrupted() {
    Trial back = CUT_OFF.step(8_800, RESTORE, 1);
    back.assertAccepted();
    interrupted(back, 8_900)
        .assertRefused(TOLD_ALL + "`onConnectionInterrupted()` was seen at 8.900 s");
  }

  @Test
  void whoIsBackShortlyAfterInterruptedMayNotHaveBeenInterrupted() {
    Trial back = CUT_OFF.step(9_500, RESTORE, 1);
    back.assertAccepted();
    rejoined(interrupted(back, 9_300), 9_500).assertAccepted();
    interrupted(back, 9_300)
        .assertRefused(
            "android user 1 was interrupted and hears the server again at 9.500 s, so"
                + " `didRejoinChannel()` is due at 9.500 s; not seen");
    rejoined(CUT_OFF.step(9_501, RESTORE, 1), 9_501).assertRefused(INTERRUPTED_IS_DUE + "not seen");
  }

  /** The session ends when rejoined may still be on its way. */
  @Test
  void whatFollowsFromAnEarlyInterruptionMayGetLostWithTheSession() {
    Trial left = CUT_OFF.step(8_950, RESTORE, 1).step(9_000, LEAVE, 1);
    left.assertAccepted();
    left.told(8_900, 1, "onConnectionInterrupted").assertAccepted();
    left.told(8_900, 1, "onConnectionInterrupted")
        .told(8_950, 1, "didRejoinChannel")
        .assertAccepted();
  }

  @Test
  void whoIsBackNearLostMayHaveBeenLostOrNot() {
    for (long returns : new long[] {14_801, 15_200, 15_500}) {
      Trial back = rejoined(interrupted(CUT_OFF.step(returns, RESTORE, 1), 9_000), returns);
      back.assertAccepted();
      lost(back, 14_800).assertAccepted();
      lost(CUT_OFF.step(returns, RESTORE, 1), 15_000)
          .assertRefused(
              INTERRUPTED_IS_DUE + "not seen",
              "android user 1 was interrupted and hears the server again at "
                  + Sentences.time(returns)
                  + ", so `didRejoinChannel()` is due at "
                  + Sentences.time(returns)
                  + "; not seen");
    }
  }

  @Test
  void whoIsBackInGoodTimeWasNotLostAndMuchLaterWas() {
    Trial early = rejoined(interrupted(CUT_OFF.step(14_800, RESTORE, 1), 9_000), 14_800);
    early.assertAccepted();
    lost(early, 14_790).assertRefused(TOLD_ALL + "`onConnectionLost()` was seen at 14.790 s");
    Trial late = rejoined(interrupted(CUT_OFF.step(15_501, RESTORE, 1), 9_000), 15_501);
    late.assertRefused(LOST_IS_DUE + "not seen");
    lost(late, 15_300).assertAccepted();
  }

  @Test
  void aSessionThatEndsNearAStageMayHaveBeenToldOfIt() {
    for (long ends : new long[] {8_801, 9_000, 9_300}) {
      CUT_OFF.step(ends, LEAVE, 1).assertAccepted();
      interrupted(CUT_OFF.step(ends, LEAVE, 1), 8_900).assertAccepted();
      interrupted(CUT_OFF.step(ends, KILL, 1), 8_900).assertAccepted();
    }
    interrupted(CUT_OFF.step(8_800, LEAVE, 1), 8_850)
        .assertRefused(
            "android user 1 is in no channel: nothing is due, but `onConnectionInterrupted()` was"
                + " seen at 8.850 s");
    CUT_OFF.step(9_501, LEAVE, 1).assertRefused(INTERRUPTED_IS_DUE + "not seen");
    Trial lost = interrupted(CUT_OFF.step(14_900, LEAVE, 1), 9_000);
    lost.assertAccepted();
    lost(lost, 14_950).assertAccepted();
  }

  @Test
  void givingUpNearTheReturnHasNoCallbackThatCouldBePermitted() {
    long givesUpMillis = 5_000 + 1_200_000;
    Trial back =
        CUT_OFF
            .under(Profiles.AGORA_2020_TIMELINE)
            .until(givesUpMillis + 30_000)
            .step(givesUpMillis - 1, RESTORE, 1)
            .told(9_000, 1, "onConnectionInterrupted")
            .told(20_000, 1, "onConnectionLost");
    back.told(givesUpMillis, 1, "onRejoinChannelSuccess").assertAccepted();
    back.assertRefused(
        "android user 1 was interrupted and hears the server again at 1204.999 s, so"
            + " `onRejoinChannelSuccess()` is due at 1204.999 s; not seen");
  }

  private static Trial interrupted(Trial trial, long atMillis) {
    return trial.told(atMillis, 1, "onConnectionInterrupted");
  }

  private static Trial lost(Trial trial, long atMillis) {
    return trial.told(atMillis, 1, "onConnectionLost");
  }

  private static Trial rejoined(Trial trial, long atMillis) {
    return trial.told(atMillis, 1, "didRejoinChannel");
  }
}
