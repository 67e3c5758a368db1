package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.oracle.Expectation.Level.PERMITTED;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.JOIN;
import static org.rejoin.tck.scenario.Action.KILL;
import static org.rejoin.tck.scenario.Action.LEAVE;
import static org.rejoin.tck.scenario.Action.RESTORE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.scenario.Feature;

/**
 * On a real clock an observer that leaves or is cut off while something is on its way to it may
 * have been told of that or not (D-09, D-44).
 */
class NearObserversTest {
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
  void anObserverThatLeavesNearTheEndMayHaveBeenTold() {
    for (long leaves : new long[] {24_801, 25_100, 25_300}) {
      Trial left = SILENT.step(leaves, LEAVE, 2);
      left.assertAccepted();
      gone(left, 24_900).assertAccepted();
    }
    gone(SILENT.step(24_800, LEAVE, 2), 24_850)
        .assertRefused(
            "android user 2 is in no channel: nothing is due, but `onUserOffline(1)` was seen at"
                + " 24.850 s");
    SILENT.step(25_501, LEAVE, 2).assertRefused(GONE_IS_DUE + "not seen");
  }

  @Test
  void anObserverThatIsKilledOrJoinsAnewNearTheEndMayHaveBeenTold() {
    SILENT.step(25_100, KILL, 2).assertAccepted();
    gone(SILENT.step(25_100, KILL, 2), 25_050).assertAccepted();
    SILENT.step(25_100, JOIN, 2).assertAccepted();
    gone(SILENT.step(24_900, JOIN, 2), 24_950).assertAccepted();
  }

  @Test
  void anObserverThatLeavesDoesNotKeepItFromAnother() {
    Trial.joined(WEB, ANDROID, ANDROID)
        .step(5_000, DROP, 1)
        .step(25_100, LEAVE, 3)
        .told(25_100, 2, "onUserOffline", 3)
        .within(200, 300)
        .assertRefused(GONE_IS_DUE + "not seen");
  }

  @Test
  void anObserverThatJoinsAnewMayHearOfAReturnInBothSessions() {
    Trial both =
        gone(SILENT, 25_000)
            .step(30_000, RESTORE, 1)
            .step(30_100, JOIN, 2)
            .told(30_050, 2, "onUserJoined", 1);
    both.assertAccepted();
    joined(both, 30_150).assertAccepted();
    joined(joined(both, 30_150), 30_160)
        .assertRefused(HEARD + "`onUserJoined(1)` was seen at 30.160 s");
  }

  @Test
  void anObserverThatIsCutOffNearTheEndTellsOnceAllTheSame() {
    String twice =
        "android user 2 was told already that user 1 is gone: nothing is due, but"
            + " `onUserOffline(1)` was seen at 25.150 s";
    Trial cut = SILENT.step(24_900, DROP, 2).until(28_000);
    gone(cut, 25_100).assertAccepted();
    gone(gone(cut, 25_100), 25_150).assertRefused(twice);
    Trial returned = SILENT.step(24_000, DROP, 2).step(25_100, RESTORE, 2).until(28_000);
    gone(returned, 25_050).assertAccepted();
    gone(gone(returned, 25_050), 25_150).assertRefused(twice);
  }

  @Test
  void aReturnThatWasToldBeforeTheObserverWasCutOffStartsTheWindowAnew() {
    Trial again =
        removed(SILENT_TO_WEB, 15_000)
            .step(20_000, RESTORE, 1)
            .step(20_100, DROP, 2)
            .step(20_500, DROP, 1)
            .step(40_000, RESTORE, 2);
    removed(added(again, 20_050), 40_000).assertAccepted();
    added(again, 20_050)
        .assertRefused(
            "web user 2 last heard user 1 at 20.100 s, and finds it absent when it hears the server"
                + " again at 40.000 s, so `stream-removed(1)` is due at 40.000 s; not seen");
  }

  @Test
  void aFirstMeetingThatWasOnItsWayWhenTheObserverWasCutOffIsToldThenOrOnItsReturn() {
    Trial cut =
        Trial.of(WEB, WEB)
            .with(Feature.ANNOUNCES)
            .within(200, 300)
            .step(0, JOIN, 2)
            .step(20_000, JOIN, 1)
            .step(20_100, DROP, 2)
            .step(23_000, RESTORE, 2)
            .told(20_000, 1, "stream-added", 2);
    added(cut, 20_050).assertAccepted();
    added(cut, 23_000).assertAccepted();
    cut.assertRefused(
        "web user 2 hears user 1 for the first time at 23.000 s, so `stream-added(1)` is due at"
            + " 23.000 s; not seen");
  }

  @Test
  void whatNeedNotBeToldAfterAllIsExpectedAsPermitted() {
    assertEquals(List.of(PERMITTED), levels(SILENT.step(25_100, RESTORE, 1)));
    assertEquals(List.of(PERMITTED), levels(SILENT.step(25_100, LEAVE, 2)));
  }

  /** How much the observer's app is bound to be told gone. */
  private static List<Expectation.Level> levels(Trial trial) {
    return trial.judge().expected().stream()
        .filter(due -> due.callback().name().equals("onUserOffline"))
        .map(Expectation::level)
        .toList();
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
