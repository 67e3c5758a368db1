package org.rejoin.tck.oracle;

import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.JOIN;
import static org.rejoin.tck.scenario.Action.LEAVE;

import org.junit.jupiter.api.Test;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Step;

/** NET-04 where attempts are shown: which attempts are required, which are wrong, which succeed. */
class AttemptedServersTest {
  private static final Trial CUT_OFF =
      Trial.joined(ANDROID)
          .servers("s1", "s2")
          .step(5_000, DROP, 1)
          .told(9_000, 1, "onConnectionInterrupted");

  private static final Trial LOST = CUT_OFF.told(15_000, 1, "onConnectionLost");

  @Test
  void everyRestOfMoreThan5sIsTold() {
    LOST.until(24_000)
        .assertRefused(
            rest("9.000 s", "14.000 s"),
            rest("14.000 s", "19.000 s"),
            rest("19.000 s", "24.000 s"));
    LOST.until(23_999).assertRefused(rest("9.000 s", "14.000 s"), rest("14.000 s", "19.000 s"));
    LOST.until(19_000).tried(14_000, 1, "s2").tried(19_000, 1, "s1").assertAccepted();
  }

  @Test
  void onARealClockARestMayBeLongerByTheTolerance() {
    Trial within = CUT_OFF.until(14_900).within(200, 300);
    within.tried(9_000, 1, "s2").tried(14_300, 1, "s1").assertAccepted();
    within.tried(9_000, 1, "s2").tried(14_301, 1, "s1").assertRefused(rest("9.000 s", "14.000 s"));
  }

  /** Who tries to connect is interrupted, be the server back ever so near to the deadline. */
  @Test
  void onARealClockAnAttemptThatIsSeenBindsTheClientToItsInterruption() {
    Trial back =
        Trial.joined(ANDROID)
            .servers("s1", "s2")
            .step(5_000, DROP, 1)
            .step(accepts(8_900, "s2"))
            .tried(9_000, 1, "s2")
            .within(200, 200)
            .until(12_000);
    back.told(9_000, 1, "onConnectionInterrupted")
        .told(9_000, 1, "didRejoinChannel")
        .assertAccepted();
    back.assertRefused(
        "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
            + " 9.000 s; not seen",
        "android user 1 was interrupted and hears the server again at 9.000 s, so"
            + " `didRejoinChannel()` is due at 9.000 s; not seen");
    back.told(9_000, 1, "onConnectionInterrupted")
        .assertRefused(
            "android user 1 was interrupted and hears the server again at 9.000 s, so"
                + " `didRejoinChannel()` is due at 9.000 s; not seen");
  }

  @Test
  void whereThereIsOneServerItMayBeTriedFirst() {
    Trial.joined(ANDROID)
        .servers("s1")
        .step(5_000, DROP, 1)
        .told(9_000, 1, "onConnectionInterrupted")
        .tried(9_000, 1, "s1")
        .until(10_000)
        .assertAccepted();
  }

  @Test
  void theLostServerMayBeTriedAfterAnother() {
    CUT_OFF.until(11_000).tried(9_000, 1, "s2").tried(10_000, 1, "s1").assertAccepted();
    CUT_OFF
        .until(11_000)
        .tried(9_000, 1, "s1")
        .assertRefused(
            "at 9.000 s android user 1 tries 's1' first, the server it lost; others come first");
  }

  @Test
  void theServerThatAcceptedIsTheOneLostNext() {
    Trial twice =
        CUT_OFF
            .step(accepts(8_000, "s2"))
            .tried(9_000, 1, "s2")
            .told(9_000, 1, "didRejoinChannel")
            .step(20_000, DROP, 1)
            .told(24_000, 1, "onConnectionInterrupted")
            .until(24_000);
    twice.tried(24_000, 1, "s1").assertAccepted();
    twice
        .tried(24_000, 1, "s2")
        .assertRefused(
            "at 24.000 s android user 1 tries 's2' first, the server it lost; others come first");
    twice
        .step(21_000, JOIN, 1)
        .step(22_000, DROP, 1)
        .until(26_000)
        .tried(26_000, 1, "s1")
        .assertRefused(
            "android user 1 last heard the server at 22.000 s, so `onConnectionInterrupted()` is"
                + " due at 26.000 s; seen at 24.000 s",
            "at 26.000 s android user 1 tries 's1' first, the server it lost; others come first");
  }

  @Test
  void theLostServerItselfTakesAYoungOutageBackAtOnce() {
    Trial.joined(ANDROID)
        .servers("s1", "s2")
        .step(5_000, DROP, 1)
        .step(accepts(8_000, "s1"))
        .assertAccepted();
  }

  @Test
  void onceInterruptedTheLostServerTakesItBackAtTheNextAttemptToIt() {
    Trial back = CUT_OFF.step(accepts(10_000, "s1")).tried(9_000, 1, "s2").until(13_000);
    back.tried(12_000, 1, "s1").told(12_000, 1, "didRejoinChannel").assertAccepted();
    back.tried(12_000, 1, "s1")
        .assertRefused(
            "android user 1 was interrupted and hears the server again at 12.000 s, so"
                + " `didRejoinChannel()` is due at 12.000 s; not seen");
    back.tried(12_000, 1, "s2").assertAccepted();
  }

  @Test
  void whoHearsTheServerAllTheTimeMakesNoAttempt() {
    Trial unheard =
        Trial.joined(ANDROID)
            .servers("s1", "s2")
            .step(Step.of(5_000, DROP, UserId.of(1)).withDirection(Direction.UPLINK));
    unheard.step(accepts(30_000, "s2")).step(40_000, DROP, 1).until(43_000).assertAccepted();
    unheard
        .tried(20_000, 1, "s2")
        .assertRefused(
            "at 20.000 s android user 1 is not interrupted, but tries to connect to 's2'");
  }

  @Test
  void whoIsAcceptedFindsAbsentWhoLeftMeanwhile() {
    Trial.joined(ANDROID, WEB)
        .servers("s1", "s2")
        .step(5_000, DROP, 1)
        .step(6_000, LEAVE, 2)
        .step(accepts(26_000, "s2"))
        .told(9_000, 1, "onConnectionInterrupted")
        .told(15_000, 1, "onConnectionLost")
        .tried(9_000, 1, "s2")
        .tried(14_000, 1, "s1")
        .tried(19_000, 1, "s2")
        .tried(24_000, 1, "s1")
        .tried(27_000, 1, "s2")
        .told(27_000, 1, "didRejoinChannel")
        .assertRefused(
            "android user 1 last heard user 2 at 5.000 s, and finds it absent when it hears the"
                + " server again at 27.000 s, so `onUserOffline(2, dropped)` is due at 27.000 s; not"
                + " seen");
  }

  @Test
  void aServerThatThereIsNotIsTold() {
    CUT_OFF
        .until(10_000)
        .tried(9_000, 1, "s9")
        .assertRefused("at 9.000 s android user 1 tries to connect to 's9'; there are [s1, s2]");
  }

  @Test
  void whoLeftMakesNoAttempt() {
    CUT_OFF
        .step(10_000, LEAVE, 1)
        .tried(9_000, 1, "s2")
        .tried(11_000, 1, "s1")
        .assertRefused(
            "at 11.000 s android user 1 is not interrupted, but tries to connect to 's1'");
  }

  @Test
  void whereNoServersAreNamedAttemptsAreNotLookedAt() {
    Trial.joined(ANDROID, WEB).tried(1_000, 1, "s7").assertAccepted();
  }

  private static Step accepts(long atMillis, String server) {
    return Step.of(atMillis, Action.RESTORE, UserId.of(1)).withServer(server);
  }

  private static String rest(String from, String to) {
    return "android user 1 is interrupted, and makes no attempt to connect from "
        + from
        + " to "
        + to
        + "; at most 5.000 s may pass without one";
  }
}
