package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** What is kept of traces that fail, and under which circumstances they do. */
class FailuresTest {
  private static final String JOIN_1 =
      "{\"channel\":\"c1\",\"at\":0,\"do\":\"join\",\"uid\":1,\"platform\":\"android\"}";

  private static final String JOIN_2 =
      "{\"channel\":\"c1\",\"at\":0,\"do\":\"join\",\"uid\":2,\"platform\":\"web\"}";

  @Test
  void aShortChannelIsKeptWhole() {
    RecordingResult result =
        Recordings.check(
            List.of(
                JOIN_1,
                JOIN_2,
                "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1}",
                "{\"channel\":\"c1\",\"at\":9000,\"uid\":1,\"name\":\"onConnectionInterrupted\"}",
                "{\"channel\":\"c1\",\"at\":12000,\"uid\":2,\"name\":\"stream-removed\",\"peer\":1}",
                "{\"channel\":\"c1\",\"end\":14000}"));
    RecordedFailure failure = result.failures().get(0);
    assertEquals(
        "web user 2 last heard user 1 at 5.000 s: nothing is due, but `stream-removed(1)` was seen"
            + " at 12.000 s",
        failure.failure().message());
    Scenario scenario = failure.failure().check().scenario();
    assertEquals("c1", scenario.name());
    assertEquals(
        List.of(
            Step.of(0, Action.JOIN, UserId.of(1)),
            Step.of(0, Action.JOIN, UserId.of(2)),
            Step.of(5_000, Action.DROP, UserId.of(1))),
        scenario.steps());
    assertEquals(14_000, scenario.untilMillis());
    assertEquals(2, failure.failure().seen().callbacks().size());
    assertEquals(0, failure.fromMillis());
  }

  @Test
  void ofALongChannelTheLastLinesAreKeptAndWhereEachUserWasBefore() {
    List<String> lines = new ArrayList<>(List.of(JOIN_1, JOIN_2));
    lines.add("{\"channel\":\"c1\",\"at\":10,\"do\":\"drop\",\"uid\":2}");
    for (int at = 1_000; at < 1_000_000; at += 1_000) {
      lines.add("{\"channel\":\"c1\",\"at\":" + at + ",\"do\":\"drop\",\"uid\":1}");
      lines.add("{\"channel\":\"c1\",\"at\":" + (at + 1) + ",\"do\":\"restore\",\"uid\":1}");
      if (at == 20_000) {
        lines.add(
            "{\"channel\":\"c1\",\"at\":20010,\"uid\":1,\"name\":\"onUserOffline\",\"peer\":2}");
      }
    }
    lines.add("{\"channel\":\"c1\",\"at\":1000000,\"uid\":1,\"name\":\"onConnectionLost\"}");
    lines.add("{\"channel\":\"c1\",\"end\":1000001}");
    RecordingResult result = Recordings.check(lines);
    RecordedFailure failure = result.failures().get(0);
    Scenario scenario = failure.failure().check().scenario();
    assertEquals(
        List.of(
            new Participant(UserId.of(1), Platform.ANDROID),
            new Participant(UserId.of(2), Platform.WEB)),
        scenario.participants());
    assertEquals(
        List.of(
            Step.of(0, Action.JOIN, UserId.of(1)),
            Step.of(0, Action.JOIN, UserId.of(2)),
            Step.of(10, Action.DROP, UserId.of(2))),
        scenario.steps().subList(0, 3));
    assertTrue(scenario.steps().size() <= 67, scenario.steps().size() + " steps");
    assertTrue(failure.fromMillis() > 900_000, "from " + failure.fromMillis());
    assertEquals(1, failure.failure().seen().callbacks().size());
  }

  @Test
  void theFirstFailuresAreKeptAndTheOthersCounted() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      lines.add(
          "{\"channel\":\"c" + i + "\",\"at\":0,\"do\":\"join\",\"uid\":1,\"platform\":\"ios\"}");
    }
    for (int i = 0; i < 150; i++) {
      String channel = "{\"channel\":\"c" + i + "\",";
      lines.add(channel + "\"at\":1,\"uid\":1,\"name\":\"rtcEngineConnectionDidLost\"}");
      lines.add(channel + "\"end\":2}");
    }
    RecordingResult result = Recordings.check(lines);
    assertEquals(150, result.failed());
    assertEquals(RecordingResult.KEPT, result.failures().size());
    assertEquals("app.jsonl:1", result.failures().get(0).failure().check().id());
    assertEquals("app.jsonl:100", result.failures().get(99).failure().check().id());
  }

  @Test
  void toleranceComesFromTheUserFromTheRecordingOrIsNone() {
    List<String> late = late("{\"channel\":\"c1\",\"begin\":0}");
    assertEquals(1, exit(late, Optional.empty()));
    assertEquals(0, exit(late, Optional.of(Tolerance.of(250))));
    assertEquals(1, exit(late, Optional.of(Tolerance.of(100))));
    List<String> own =
        late("{\"channel\":\"c1\",\"begin\":0,\"clock\":\"real\",\"tolerance\":250}");
    assertEquals(0, exit(own, Optional.empty()));
    assertEquals(1, exit(own, Optional.of(Tolerance.of(100))));
    List<String> apart =
        late("{\"channel\":\"c1\",\"begin\":0,\"tolerance\":{\"early\":0,\"late\":200}}");
    assertEquals(0, exit(apart, Optional.empty()));
    assertEquals(
        0, exit(late("{\"channel\":\"c1\",\"begin\":0,\"clock\":\"real\"}"), Optional.empty()));
    List<String> exact = late("{\"channel\":\"c1\",\"begin\":0,\"clock\":\"virtual\"}");
    assertEquals(1, exit(exact, Optional.of(Tolerance.of(250))));
  }

  /** The interrupted of this one is 200 ms late. */
  private static List<String> late(String begin) {
    return List.of(
        begin,
        JOIN_1,
        "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1}",
        "{\"channel\":\"c1\",\"at\":9200,\"uid\":1,\"name\":\"onConnectionInterrupted\"}",
        "{\"channel\":\"c1\",\"end\":13000}");
  }

  @Test
  void onlyUsersWhoseCallbacksWereRecordedAreJudged() {
    List<String> rest =
        List.of(
            JOIN_1,
            JOIN_2,
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1}",
            "{\"channel\":\"c1\",\"at\":15000,\"uid\":2,\"name\":\"stream-removed\",\"peer\":1}",
            "{\"channel\":\"c1\",\"end\":16000}");
    assertEquals(3, exit(rest, Optional.empty()));
    List<String> all = new ArrayList<>(rest);
    all.add(0, "{\"channel\":\"c1\",\"begin\":0,\"recorded\":[1,2]}");
    assertEquals(1, exit(all, Optional.empty()));
    List<String> recorded = new ArrayList<>(rest);
    recorded.add(0, "{\"channel\":\"c1\",\"begin\":0,\"recorded\":[2]}");
    assertEquals(0, exit(recorded, Optional.empty()));
  }

  @Test
  void liveModeServersAndServerEventsAreTakenFromTheBeginLine() {
    List<String> attempts =
        List.of(
            "{\"channel\":\"c1\",\"begin\":0,\"mode\":\"live\",\"servers\":[\"s1\",\"s2\"],"
                + "\"features\":[\"channel-lifecycle\"]}",
            JOIN_1,
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1}",
            "{\"channel\":\"c1\",\"at\":9000,\"uid\":1,\"name\":\"connect-attempt\",\"server\":\"s1\"}",
            "{\"channel\":\"c1\",\"at\":9000,\"uid\":1,\"name\":\"onConnectionInterrupted\"}",
            "{\"channel\":\"c1\",\"end\":9000}");
    assertEquals(
        "at 9.000 s android user 1 tries 's1' first, the server it lost; others come first",
        Recordings.check(attempts).run().failures().get(0).message());
    List<String> destroyed =
        List.of(
            "{\"channel\":\"c1\",\"begin\":0,\"features\":[\"channel-lifecycle\"]}",
            JOIN_2,
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"kill\",\"uid\":2}",
            "{\"channel\":\"c1\",\"at\":14999,\"name\":\"channel-destroyed\"}",
            "{\"channel\":\"c1\",\"end\":20000}");
    assertTrue(
        Recordings.check(destroyed)
            .run()
            .failures()
            .get(0)
            .message()
            .startsWith("the last user of channel 'c1' became absent at 5.000 s"));
  }

  @Test
  void whoGoesToAnotherChannelIsNotBackInThisOne() {
    List<String> lines =
        List.of(
            JOIN_1,
            JOIN_2,
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"kill\",\"uid\":1}",
            "{\"channel\":\"c1\",\"at\":6000,\"do\":\"restart\",\"uid\":1,\"otherChannel\":\"main\"}",
            "{\"channel\":\"c1\",\"at\":15000,\"uid\":2,\"name\":\"stream-removed\",\"peer\":1}",
            "{\"channel\":\"c1\",\"end\":16000}");
    assertEquals(0, exit(lines, Optional.empty()));
  }

  private static int exit(List<String> lines, Optional<Tolerance> tolerance) {
    String text = String.join("\n", lines) + "\n";
    return Recordings.check(text.getBytes(StandardCharsets.UTF_8), tolerance).exitCode();
  }
}
