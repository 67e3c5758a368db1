package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rejoin.tck.timeline.Samples.DEFAULT;
import static org.rejoin.tck.timeline.Samples.callback;
import static org.rejoin.tck.timeline.Samples.joined;
import static org.rejoin.tck.timeline.Samples.step;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.timeline.Timeline.Lane;

/** The marks of callbacks say what the judgement says. */
class MarksTest {
  private static final Tolerance REAL = new Tolerance(300, 700);

  @Test
  void callbacksAreAsExpectedUnexpectedOrMissing() {
    assertEquals(
        List.of(
            "0 stream-added(1) AS_EXPECTED",
            "0 stream-added(3) AS_EXPECTED",
            "15000 stream-removed(1) MISSING",
            "25000 stream-removed(1) UNEXPECTED",
            "32000 stream-added(1) AS_EXPECTED"),
        marks(Samples.failing().lanes().get(1)));
  }

  @Test
  void aPermittedCallbackIsShownWhenSeenAndNotMissedWhenNot() {
    Scenario scenario = two().untilMillis(9_000).build();
    assertMarks(
        scenario,
        Tolerance.EXACT,
        "",
        List.of("0 onUserJoined(2) PERMITTED"),
        callback(0, 1, "onUserJoined", 2));
    assertMarks(scenario, Tolerance.EXACT, "", List.of());
  }

  @Test
  void anAliasIsAsGoodAsTheNameInForce() {
    Scenario scenario =
        two()
            .addSteps(step(1_000, Action.DROP, 1), step(6_000, Action.RESTORE, 1))
            .untilMillis(9_000)
            .build();
    assertMarks(
        scenario,
        Tolerance.EXACT,
        "",
        List.of(
            "5000 onConnectionInterrupted AS_EXPECTED", "6000 onRejoinChannelSuccess AS_EXPECTED"),
        callback(5_000, 1, "onConnectionInterrupted"),
        callback(6_000, 1, "onRejoinChannelSuccess"));
  }

  @Test
  void whatARealClockAcceptsIsNoDifferenceInThePicture() {
    Scenario scenario = two().addSteps(step(1_000, Action.DROP, 1)).untilMillis(9_000).build();
    assertMarks(
        scenario,
        REAL,
        "",
        List.of("5700 onConnectionInterrupted AS_EXPECTED"),
        callback(5_700, 1, "onConnectionInterrupted"));
    assertMarks(
        scenario,
        REAL,
        "is due at 5.000 s; seen at 5.701 s",
        List.of("5000 onConnectionInterrupted MISSING", "5701 onConnectionInterrupted UNEXPECTED"),
        callback(5_701, 1, "onConnectionInterrupted"));
  }

  @Test
  void whatCameTooEarlyForTheSentenceIsUnexpectedInThePictureToo() {
    Scenario scenario =
        joined("", Platform.ANDROID)
            .addParticipants(new Participant(UserId.of(2), Platform.ANDROID))
            .addSteps(step(1_010, Action.JOIN, 2))
            .untilMillis(5_000)
            .build();
    assertMarks(
        scenario,
        REAL,
        "nothing is due, but `onUserJoined(2)` was seen at 0.450 s",
        List.of("450 onUserJoined(2) UNEXPECTED"),
        callback(450, 1, "onUserJoined", 2));
  }

  @Test
  void whatComesBeforeTheOwnReturnIsInTheWrongOrder() {
    Scenario scenario =
        two()
            .addSteps(step(1_000, Action.DROP, 1), step(2_000, Action.LEAVE, 2))
            .addSteps(step(22_000, Action.RESTORE, 1))
            .untilMillis(25_000)
            .build();
    assertMarks(
        scenario,
        Tolerance.EXACT,
        "is to hear of its own return before it hears of others",
        List.of(
            "5000 onConnectionInterrupted AS_EXPECTED",
            "11000 onConnectionLost AS_EXPECTED",
            "22000 onUserOffline(2) WRONG_ORDER",
            "22000 didRejoinChannel AS_EXPECTED"),
        callback(5_000, 1, "onConnectionInterrupted"),
        callback(11_000, 1, "onConnectionLost"),
        gone(22_000, Reason.DROPPED),
        callback(22_000, 1, "didRejoinChannel"));
  }

  @Test
  void whatComesBeforeAnotherOneAboutTheSameUserIsInTheWrongOrder() {
    Scenario scenario =
        two()
            .addSteps(step(2_000, Action.LEAVE, 2), step(2_000, Action.JOIN, 2))
            .untilMillis(9_000)
            .build();
    assertMarks(
        scenario,
        Tolerance.EXACT,
        "seen at 2.000 s, but before another callback about the same user that came first",
        List.of("2000 onUserJoined(2) WRONG_ORDER", "2000 onUserOffline(2) AS_EXPECTED"),
        callback(2_000, 1, "onUserJoined", 2),
        gone(2_000, Reason.QUIT));
    assertMarks(
        scenario,
        REAL,
        "seen at 2.004 s, but before another callback about the same user that came first",
        List.of("2004 onUserJoined(2) WRONG_ORDER", "2005 onUserOffline(2) AS_EXPECTED"),
        callback(2_004, 1, "onUserJoined", 2),
        gone(2_005, Reason.QUIT));
  }

  @Test
  void oneOfTwoEqualCallbacksIsOneTooMany() {
    Scenario scenario = two().addSteps(step(2_000, Action.LEAVE, 2)).untilMillis(9_000).build();
    assertMarks(
        scenario,
        Tolerance.EXACT,
        "nothing is due",
        List.of("2000 onUserOffline(2) AS_EXPECTED", "2000 onUserOffline(2) UNEXPECTED"),
        gone(2_000, Reason.QUIT),
        gone(2_000, Reason.QUIT));
  }

  private static ImmutableScenario.Builder two() {
    return joined("", Platform.ANDROID, Platform.IOS);
  }

  private static TracedCallback gone(long atMillis, Reason reason) {
    return new TracedCallback(
        atMillis,
        UserId.of(1),
        new Callback("onUserOffline", Optional.of(UserId.of(2)), Optional.of(reason)));
  }

  private static List<String> marks(Lane lane) {
    return lane.callbacks().stream()
        .map(it -> it.atMillis() + " " + it.label() + " " + it.status())
        .toList();
  }

  /** Headline and picture of one judgement. */
  private static void assertMarks(
      Scenario scenario,
      Tolerance tolerance,
      String headline,
      List<String> marks,
      TracedCallback... seen) {
    Trace trace = new Trace(ImmutableList.copyOf(seen), ImmutableList.of());
    Judgement judgement =
        new Oracle(DEFAULT, ImmutableSet.of(), tolerance)
            .judge(scenario, trace, ImmutableSet.of(UserId.of(1)));
    assertEquals(headline.isEmpty(), judgement.conforms(), judgement::toString);
    if (!judgement.conforms()) {
      String message = judgement.divergences().get(0).message();
      assertTrue(message.contains(headline), message);
    }
    Timeline timeline = Timeline.of(scenario, trace, judgement.expected(), DEFAULT);
    assertEquals(marks, marks(timeline.lanes().get(0)));
  }
}
