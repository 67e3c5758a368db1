package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rejoin.tck.timeline.Samples.DEFAULT;
import static org.rejoin.tck.timeline.Samples.callback;
import static org.rejoin.tck.timeline.Samples.joined;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Expectation.Level;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.timeline.Timeline.Lane;

/** What was seen against what was expected. */
class MatchingTest {

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
    Scenario scenario = joined("", Platform.ANDROID).untilMillis(9_000).build();
    Expectation permitted = expectation(Level.PERMITTED, callback(1_000, 1, "onUserJoined", 2));
    assertEquals(
        List.of("1000 onUserJoined(2) PERMITTED"),
        marks(scenario, 0, permitted, callback(1_000, 1, "onUserJoined", 2)));
    assertEquals(List.of(), marks(scenario, 0, permitted));
  }

  @Test
  void anAliasIsAsGoodAsTheNameInForce() {
    Scenario scenario = joined("", Platform.ANDROID, Platform.IOS).untilMillis(9_000).build();
    Expectation rejoined = expectation(Level.REQUIRED, callback(5_000, 1, "didRejoinChannel"));
    assertEquals(
        List.of("5000 onRejoinChannelSuccess AS_EXPECTED"),
        marks(scenario, 0, rejoined, callback(5_000, 1, "onRejoinChannelSuccess")));
    Expectation lost = expectation(Level.REQUIRED, callback(5_000, 1, "onConnectionLost"));
    assertEquals(
        List.of("5000 onRejoinChannelSuccess UNEXPECTED", "5000 onConnectionLost MISSING"),
        marks(scenario, 0, lost, callback(5_000, 1, "onRejoinChannelSuccess")));
  }

  @Test
  void aRealClockMayBeOffByItsTolerance() {
    Scenario scenario = joined("", Platform.ANDROID).untilMillis(9_000).build();
    Expectation lost = expectation(Level.REQUIRED, callback(5_000, 1, "onConnectionLost"));
    TracedCallback late = callback(5_100, 1, "onConnectionLost");
    assertEquals(List.of("5100 onConnectionLost AS_EXPECTED"), marks(scenario, 100, lost, late));
    assertEquals(
        List.of("5000 onConnectionLost MISSING", "5100 onConnectionLost UNEXPECTED"),
        marks(scenario, 99, lost, late));
    assertThrows(IllegalArgumentException.class, () -> marks(scenario, -1, lost, late));
  }

  private static List<String> marks(Lane lane) {
    return lane.callbacks().stream()
        .map(it -> it.atMillis() + " " + it.label() + " " + it.status())
        .toList();
  }

  private static List<String> marks(
      Scenario scenario, long tolerance, Expectation expected, TracedCallback... seen) {
    Trace trace = new Trace(ImmutableList.copyOf(seen), ImmutableList.of());
    return Stream.of(Timeline.of(scenario, trace, ImmutableList.of(expected), DEFAULT, tolerance))
        .flatMap(timeline -> marks(timeline.lanes().get(0)).stream())
        .toList();
  }

  private static Expectation expectation(Level level, TracedCallback callback) {
    return new Expectation(
        level,
        callback.atMillis(),
        callback.uid(),
        callback.callback(),
        ImmutableSet.of(Rule.NET_05));
  }
}
