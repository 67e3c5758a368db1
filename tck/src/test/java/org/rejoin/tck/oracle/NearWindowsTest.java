package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.JOIN;
import static org.rejoin.tck.scenario.Action.LEAVE;
import static org.rejoin.tck.scenario.Action.RESTORE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rejoin.api.Reason;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;

/**
 * On a real clock callbacks may come 200 ms early and 300 ms late, and what happens that near to
 * the end of a window may have come before it or after it (D-08, D-44).
 */
class NearWindowsTest {
  /** User 1 is silent from 5 s on, so user 2 is to be told at 25 s. */
  private static final Trial SILENT =
      Trial.joined(WEB, ANDROID).step(5_000, DROP, 1).within(200, 300);

  /** The same, but user 2 is on Web and is to be told at 15 s. */
  private static final Trial SILENT_TO_WEB =
      Trial.joined(WEB, WEB).step(5_000, DROP, 1).within(200, 300);

  private static final String GONE_IS_DUE =
      "android user 2 last heard user 1 at 5.000 s, so `onUserOffline(1, dropped)` is due at"
          + " 25.000 s; ";

  private static final String HEARD =
      "android user 2 hears user 1 and was not told otherwise: nothing is due, but ";

  @Test
  void goneMayComeSomewhatEarlyOrLateAndNoMore() {
    gone(SILENT, 24_800).assertAccepted();
    gone(SILENT, 25_300).assertAccepted();
    gone(SILENT, 24_799).assertRefused(GONE_IS_DUE + "seen at 24.799 s");
    gone(SILENT, 25_301).assertRefused(GONE_IS_DUE + "seen at 25.301 s");
    SILENT.assertRefused(GONE_IS_DUE + "not seen");
  }

  @Test
  void whoReturnsShortlyBeforeTheEndMayHaveBeenToldGone() {
    Trial back = SILENT.step(24_801, RESTORE, 1);
    back.assertAccepted();
    joined(gone(back, 24_900), 24_900).assertAccepted();
    gone(back, 24_900)
        .assertRefused(
            "android user 2 was told that user 1 is gone, and hears it again at 24.801 s, so"
                + " `onUserJoined(1)` is due at 24.801 s; not seen");
    joined(gone(back, 25_300), 25_300).assertAccepted();
    joined(gone(SILENT.step(25_000, RESTORE, 1), 25_000), 25_000).assertAccepted();
    joined(back, 24_900).assertRefused(HEARD + "`onUserJoined(1)` was seen at 24.900 s");
  }

  @Test
  void aGoodbyeSoNearTheEndIsToldEvenIfGoneIsNot() {
    gone(SILENT.step(24_900, RESTORE, 1).step(24_950, LEAVE, 1), 24_960).assertAccepted();
  }

  /**
   * User 1 is back at 24.900 s and leaves at 24.950 s. What is told of it with a clock that is
   * ahead is gone, back and gone; with one that is not, gone once.
   */
  @ParameterizedTest(name = "gone, back and gone at {0}, {1} and {2} ms, reasons {3}: {4}")
  @CsvSource({
    "24850, 24900, 24950, true, true",
    "24850, 24900, 24950, false, true",
    "24800, 24900, 25250, false, true",
    "25050, 25060, 25070, true, true",
    "24799, 24900, 24950, true, false",
    "24799, 24900, 24950, false, false",
    "24850, 24900, 25251, true, false",
    "24850, 24900, 25251, false, false",
  })
  void whoReturnsAndLeavesShortlyBeforeTheEndMayHaveBeenToldGoneAndBackAndGone(
      long gone, long back, long quit, boolean reasons, boolean accepted) {
    Trial left = SILENT.step(24_900, RESTORE, 1).step(24_950, LEAVE, 1);
    Trial told =
        reasons
            ? joined(left.told(gone, 2, "onUserOffline", 1, Reason.DROPPED), back)
                .told(quit, 2, "onUserOffline", 1, Reason.QUIT)
            : gone(joined(gone(left, gone), back), quit);
    assertEquals(accepted, told.judge().conforms(), told.judge().divergences()::toString);
    gone(left, 24_950).assertAccepted();
    joined(gone(left, 24_850), 24_900)
        .assertRefused(
            "android user 2 got the goodbye of user 1 at 24.950 s, so `onUserOffline(1, quit)` is"
                + " due at 24.950 s; not seen");
  }

  /** The observer is cut off or killed when back may still be on its way to it. */
  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Action.class,
      names = {"DROP", "KILL"})
  void whatFollowsFromAnEarlyGoneMayGetLostAsAnythingElse(Action end) {
    Trial ended = SILENT.step(24_900, RESTORE, 1).step(24_950, end, 2).until(28_000);
    ended.assertAccepted();
    gone(ended, 24_850).assertAccepted();
    joined(gone(ended, 24_850), 24_940).assertAccepted();
  }

  @Test
  void whoWasToldGoneEarlyAndIsCutOffBeforeItIsToldBackIsToldOnItsReturn() {
    Trial cut =
        SILENT
            .step(24_900, RESTORE, 1)
            .step(24_950, DROP, 2)
            .step(28_000, RESTORE, 2)
            .until(30_000);
    cut.assertAccepted();
    joined(gone(cut, 24_850), 28_000).assertAccepted();
    joined(gone(cut, 24_850), 24_900).assertAccepted();
    gone(cut, 24_850)
        .assertRefused(
            "android user 2 was told that user 1 is gone, and hears it again at 28.000 s, so"
                + " `onUserJoined(1)` is due at 28.000 s; not seen");
  }

  @Test
  void whoIsHeardAgainWhileAnEarlyGoneIsLookedAtIsBackFromThen() {
    Trial back = SILENT.step(24_850, DROP, 2).step(24_860, RESTORE, 1).step(24_870, RESTORE, 2);
    back.assertAccepted();
    joined(gone(back, 24_840), 24_870).assertAccepted();
  }

  /** Of two sessions of an observer that are so near, each may announce the other user. */
  @Test
  void whatIsToldTwiceOfTwoSessionsIsAcceptedForEither() {
    Trial again = Trial.joined(ANDROID, ANDROID).within(0, 600).step(500, JOIN, 2);
    again = again.with(Feature.ANNOUNCES).told(0, 1, "onUserJoined", 2);
    joined(joined(again, 550), 1_050).assertAccepted();
    joined(joined(again, 550), 600).assertAccepted();
    joined(again, 550).assertAccepted();
    assertFalse(joined(joined(again, 550), 1_101).judge().conforms());
    assertFalse(joined(joined(again, 601), 1_050).judge().conforms());
    assertFalse(joined(joined(joined(again, 550), 600), 650).judge().conforms());
  }

  @Test
  void whatIsBookedBeforeItsTimeIsNotAcceptedBeforeThat() {
    Trial back = SILENT.step(24_810, RESTORE, 1);
    joined(gone(back, 24_800), 24_810).assertAccepted();
    joined(gone(back, 24_799), 24_810)
        .assertRefused(
            HEARD + "`onUserOffline(1)` was seen at 24.799 s",
            HEARD + "`onUserJoined(1)` was seen at 24.810 s");
  }

  @Test
  void whoReturnsInGoodTimeHasNotBeenToldGone() {
    Trial back = SILENT.step(24_800, RESTORE, 1);
    back.assertAccepted();
    joined(gone(back, 24_900), 24_900)
        .assertRefused(
            HEARD + "`onUserOffline(1)` was seen at 24.900 s",
            HEARD + "`onUserJoined(1)` was seen at 24.900 s");
  }

  @Test
  void whoReturnsShortlyAfterTheEndMayNotHaveBeenToldGoneYet() {
    Trial back = SILENT.step(25_500, RESTORE, 1);
    back.assertAccepted();
    joined(gone(back, 25_100), 25_500).assertAccepted();
    gone(back, 25_100)
        .assertRefused(
            "android user 2 was told that user 1 is gone, and hears it again at 25.500 s, so"
                + " `onUserJoined(1)` is due at 25.500 s; not seen");
    joined(back, 25_500).assertRefused(HEARD + "`onUserJoined(1)` was seen at 25.500 s");
  }

  @Test
  void whoReturnsWhenTheTimeForGoneIsOverMustHaveBeenToldGone() {
    Trial back = SILENT.step(25_501, RESTORE, 1);
    joined(gone(back, 25_300), 25_501).assertAccepted();
    joined(back, 25_501).assertRefused(GONE_IS_DUE + "not seen");
  }

  @Test
  void whoIsSilentAgainAfterSuchAReturnIsGoneAWindowLater() {
    Trial again = SILENT.step(25_100, RESTORE, 1).step(26_000, DROP, 1);
    gone(again, 46_000).assertAccepted();
    gone(joined(gone(again, 25_050), 25_100), 46_000).assertAccepted();
    again.assertRefused(
        "android user 2 last heard user 1 at 26.000 s, so `onUserOffline(1, dropped)` is due at"
            + " 46.000 s; not seen");
  }

  @Test
  void anObserverOnWebThatIsCutOffShortlyBeforeTheEndTellsThenOrOnItsReturn() {
    Trial cut = SILENT_TO_WEB.step(14_900, DROP, 2).step(18_000, RESTORE, 2);
    removed(cut, 14_900).assertAccepted();
    removed(cut, 18_000).assertAccepted();
    removed(removed(cut, 14_900), 18_000)
        .assertRefused(
            "web user 2 was told already that user 1 is gone: nothing is due, but"
                + " `stream-removed(1)` was seen at 18.000 s");
    cut.assertRefused(
        "web user 2 last heard user 1 at 5.000 s, and finds it absent when it hears the server"
            + " again at 18.000 s, so `stream-removed(1)` is due at 18.000 s; not seen");
    removed(SILENT_TO_WEB.step(14_800, DROP, 2).step(18_000, RESTORE, 2), 14_900)
        .assertRefused(
            "web user 2 last heard user 1 at 5.000 s, and finds it absent when it hears the server"
                + " again at 18.000 s, so `stream-removed(1)` is due at 18.000 s; seen at 14.900 s");
  }

  @Test
  void anObserverOnWebThatIsCutOffShortlyAfterTheEndTellsThenOrOnItsReturn() {
    Trial cut = SILENT_TO_WEB.step(15_100, DROP, 2).step(18_000, RESTORE, 2);
    removed(cut, 15_050).assertAccepted();
    removed(cut, 18_000).assertAccepted();
    cut.assertRefused(
        "web user 2 last heard user 1 at 5.000 s, and finds it absent when it hears the server"
            + " again at 18.000 s, so `stream-removed(1)` is due at 18.000 s; not seen");
    Trial returned = cut.step(18_000, RESTORE, 1);
    returned.assertAccepted();
    added(removed(returned, 15_050), 18_000).assertAccepted();
    removed(returned, 15_050)
        .assertRefused(
            "web user 2 was told that user 1 is gone, and hears it again at 18.000 s, so"
                + " `stream-added(1)` is due at 18.000 s; not seen");
  }

  @Test
  void aGoodbyeThatWasOnItsWayWhenTheObserverWasCutOffIsToldThenOrOnItsReturn() {
    Trial cut =
        Trial.joined(WEB, WEB)
            .within(200, 300)
            .step(5_000, LEAVE, 1)
            .step(5_100, DROP, 2)
            .step(18_000, RESTORE, 2);
    cut.told(5_050, 2, "peer-leave", 1).assertAccepted();
    removed(cut, 18_000).assertAccepted();
    cut.assertRefused(
        "web user 2 last heard user 1 at 5.000 s, and finds it absent when it hears the server"
            + " again at 18.000 s, so `stream-removed(1)` is due at 18.000 s; not seen");
  }

  @Test
  void aReturnThatWasOnItsWayWhenTheObserverWasCutOffIsToldThenOrOnItsReturn() {
    Trial cut =
        removed(SILENT_TO_WEB, 15_000)
            .step(20_000, RESTORE, 1)
            .step(20_100, DROP, 2)
            .step(23_000, RESTORE, 2);
    added(cut, 20_050).assertAccepted();
    added(cut, 23_000).assertAccepted();
    added(added(cut, 20_050), 23_000)
        .assertRefused(
            "web user 2 hears user 1 and was not told otherwise: nothing is due, but"
                + " `stream-added(1)` was seen at 23.000 s");
    cut.assertRefused(
        "web user 2 was told that user 1 is gone, and hears it again at 23.000 s, so"
            + " `stream-added(1)` is due at 23.000 s; not seen");
  }

  private static Trial gone(Trial trial, long atMillis) {
    return trial.told(atMillis, 2, "onUserOffline", 1);
  }

  private static Trial joined(Trial trial, long atMillis) {
    return trial.told(atMillis, 2, "onUserJoined", 1);
  }

  private static Trial removed(Trial trial, long atMillis) {
    return trial.told(atMillis, 2, "stream-removed", 1);
  }

  private static Trial added(Trial trial, long atMillis) {
    return trial.told(atMillis, 2, "stream-added", 1);
  }
}
