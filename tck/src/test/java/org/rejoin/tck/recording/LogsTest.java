package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/** Logs of apps as they are: what is held against an SDK, what is left open, what is ignored. */
class LogsTest {
  private static final String REAL = "{'begin':0,'clock':'real','recorded':[1]}";
  private static final String JOIN_1 = "{'at':0,'do':'join','uid':1,'platform':'android'}";
  private static final String JOIN_2 = "{'at':2000,'do':'join','uid':2,'platform':'android'}";
  private static final String END = "{'end':90000}";

  /** The lines of one channel, as JSON in which quotes are single and the channel is left out. */
  private static RecordingResult check(String... lines) {
    return Recordings.check(
        Stream.of(lines)
            .map(line -> line.replace('\'', '"').replaceFirst("\\{", "{\"channel\":\"c\","))
            .toList());
  }

  static Stream<Arguments> unlogged() {
    return Stream.of(
        Arguments.of(
            "silence of another",
            JOIN_2 + ";{'at':69108,'uid':1,'name':'onUserOffline','peer':2,'reason':'dropped'}",
            "that user 2 fell silent at about 49.1 s"),
        Arguments.of(
            "silence or leave, where no reason tells",
            JOIN_2 + ";{'at':69108,'uid':1,'name':'onUserOffline','peer':2}",
            "that user 2 fell silent at about 49.1 s, or left at about 69.1 s"),
        Arguments.of(
            "a leave alone, so soon after the join",
            JOIN_2 + ";{'at':20000,'uid':1,'name':'onUserOffline','peer':2}",
            "that user 2 left at about 20.0 s"),
        Arguments.of(
            "nothing, where only silence could be meant, so soon after the join",
            JOIN_2 + ";{'at':20000,'uid':1,'name':'onUserOffline','peer':2,'reason':'dropped'}",
            ""),
        Arguments.of(
            "the goodbye of a killed process on iOS",
            "{'at':2000,'do':'join','uid':2,'platform':'ios'};"
                + "{'at':20000,'uid':1,'name':'onUserOffline','peer':2,'reason':'quit'}",
            "that user 2 left or was killed at about 20.0 s"),
        Arguments.of(
            "a join",
            JOIN_2
                + ";{'at':40000,'do':'leave','uid':2}"
                + ";{'at':40100,'uid':1,'name':'onUserOffline','peer':2,'reason':'quit'}"
                + ";{'at':50000,'uid':1,'name':'onUserJoined','peer':2}",
            "that user 2 was back at about 50.0 s"),
        Arguments.of(
            "a user without a line of its own",
            "{'at':50000,'uid':1,'name':'onUserJoined','peer':7}",
            "what was done to user 7, of which it has no line but in callbacks"),
        Arguments.of(
            "nothing, since who is heard is not told joined again",
            JOIN_2 + ";{'at':50000,'uid':1,'name':'onUserJoined','peer':2}",
            ""),
        Arguments.of(
            "its own outage",
            "{'at':50000,'uid':1,'name':'onConnectionInterrupted'}",
            "that user 1 was cut off at about 46.0 s"),
        Arguments.of(
            "nothing, since lost comes after interrupted alone",
            "{'at':50000,'uid':1,'name':'onConnectionLost'}",
            ""),
        Arguments.of(
            "its own return",
            "{'at':10000,'do':'drop','uid':1}"
                + ";{'at':14000,'uid':1,'name':'onConnectionInterrupted'}"
                + ";{'at':20000,'uid':1,'name':'onConnectionLost'}"
                + ";{'at':50000,'uid':1,'name':'didRejoinChannel'}",
            "that user 1 was connected again at about 50.0 s"),
        Arguments.of(
            "nothing, since it was not interrupted",
            "{'at':50000,'uid':1,'name':'didRejoinChannel'}",
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void unlogged(String about, String lines, String lacks) {
    RecordingResult result = check((REAL + ";" + JOIN_1 + ";" + lines + ";" + END).split(";"));
    assertEquals(1, result.exitCode(), about);
    String message = result.run().failures().get(0).message();
    String cause = message.replaceFirst(".*?(, unless the log lacks |$)", "");
    assertEquals(lacks, cause, message);
  }

  @Test
  void whatFollowsFromAnUnloggedAbsenceHasItsSentenceToo() {
    RecordingResult result =
        check(
            REAL,
            JOIN_1,
            JOIN_2,
            "{'at':30000,'uid':1,'name':'onUserOffline','peer':2,'reason':'dropped'}",
            "{'at':40000,'uid':1,'name':'onUserJoined','peer':2}",
            "{'at':50000,'uid':1,'name':'onConnectionInterrupted'}",
            "{'at':56000,'uid':1,'name':'onConnectionLost'}",
            "{'at':60000,'uid':1,'name':'didRejoinChannel'}",
            END);
    assertEquals(
        List.of(
            "that user 2 was back at about 40.0 s",
            "that user 1 was cut off at about 46.0 s",
            "that user 1 was cut off at about 46.0 s",
            "that user 1 was connected again at about 60.0 s"),
        result.failures().get(0).others().stream()
            .map(other -> other.replaceFirst(".*unless the log lacks ", ""))
            .toList());
  }

  @Test
  void aUserWithoutAnyCallbackIsNotBlamedAndTheOthersAre() {
    String[] lines = {
      "{'begin':0,'clock':'real'}",
      JOIN_1,
      JOIN_2,
      "{'at':4000,'do':'join','uid':3,'platform':'android'}",
      "{'at':30000,'do':'leave','uid':3}",
      "{'at':30100,'uid':1,'name':'onUserOffline','peer':3,'reason':'quit'}",
      "{'at':30120,'uid':1,'name':'onUserJoined','peer':2}",
      END
    };
    RecordingResult result = check(lines);
    RecordedFailure failure = result.failures().get(0);
    assertTrue(failure.failure().message().startsWith("android user 1 hears user 2"));
    assertEquals(
        List.of(
            "user 2 has no callback at all here, so nothing is held against its app: write"
                + " \"recorded\":[1] if its callbacks were not logged, [1,2] if they were"),
        failure.hints());
    assertEquals(Verdict.INCONCLUSIVE, result.run().rules().get(Rule.DRV_06));
    lines[6] = "{'at':30120,'uid':1,'name':'onJoinChannelSuccess'}";
    RecordingResult open = check(lines);
    assertEquals(3, open.exitCode());
    assertEquals(
        List.of("1 trace is inconclusive: " + Doubt.NOT_RECORDED.sentence(), "no trace was judged"),
        open.run().incompleteBecause());
    // Any callback shows that they were logged, be it a later one that no rule is about.
    lines[6] = "{'at':30120,'uid':2,'name':'onJoinChannelSuccess'}";
    assertEquals(1, check(lines).exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'become-audience'", "2", "-1.5"})
  void anotherReasonIsNoAbsence(String reason) {
    String word = reason.replace("'", "");
    RecordingResult result =
        check(
            REAL,
            JOIN_1,
            JOIN_2,
            "{'at':20000,'uid':1,'name':'onUserOffline','peer':2,'reason':" + reason + "}",
            "{'at':40000,'uid':1,'name':'onUserJoined','peer':2}",
            END);
    assertEquals(0, result.exitCode());
    assertEquals(
        List.of(
            new IgnoredCallback("onUserOffline", "no rule is about its reason, " + word, 1),
            new IgnoredCallback("onUserJoined", "it takes back one whose reason is " + word, 1)),
        result.ignored());
  }

  /** What it takes back is taken back once. */
  @Test
  void aSecondReturnAfterAnotherReasonIsNoneOfIt() {
    RecordingResult result =
        check(
            REAL,
            JOIN_1,
            JOIN_2,
            "{'at':20000,'uid':1,'name':'onUserOffline','peer':2,'reason':'become-audience'}",
            "{'at':40000,'uid':1,'name':'onUserJoined','peer':2}",
            "{'at':45000,'uid':1,'name':'onUserJoined','peer':2}",
            END);
    assertEquals(
        List.of(
            new IgnoredCallback("onUserOffline", "no rule is about its reason, become-audience", 1),
            new IgnoredCallback(
                "onUserJoined", "it takes back one whose reason is become-audience", 1)),
        result.ignored());
  }

  @Test
  void ofAUserWithAnotherReasonNothingMoreIsHeldAgainstTheApp() {
    RecordingResult result =
        check(
            REAL,
            JOIN_1,
            JOIN_2,
            "{'at':20000,'uid':1,'name':'onUserOffline','peer':2,'reason':'become-audience'}",
            "{'at':40000,'do':'kill','uid':2}",
            END);
    assertEquals(3, result.exitCode());
    assertEquals(List.of(Doubt.OTHER_REASON), List.copyOf(result.undecided().get(0).doubts()));
  }

  @Test
  void theClosedFormIgnoresTheSame() {
    RecordingResult result =
        Recordings.check(
            """
            {"scenario":{"participants":[{"uid":1,"platform":"android"},{"uid":2,"platform":"ios"}],"steps":[{"at":0,"do":"join","uid":1},{"at":0,"do":"join","uid":2}],"until":50000},"callbacks":[{"at":9000,"uid":1,"name":"onUserOffline","peer":2,"reason":2},{"at":9100,"uid":1,"name":"onFoo"},{"at":9200,"uid":1,"name":"onFoo"}]}
            """);
    assertEquals(0, result.exitCode(), result.firstBrokenLines().toString());
    assertEquals(List.of(1L, 2L), result.ignored().stream().map(IgnoredCallback::count).toList());
  }

  @Test
  void aUidAliveTwiceIsOutsideTheSpecification() {
    RecordingResult result =
        check(
            REAL,
            JOIN_1,
            JOIN_2,
            "{'at':61900,'do':'join','uid':2}",
            "{'at':61921,'uid':1,'name':'onUserOffline','peer':2}",
            END);
    assertEquals(3, result.exitCode());
    assertTrue(result.run().incompleteBecause().get(0).contains("(D-26)"));
    RecordingResult others =
        check(
            REAL,
            JOIN_1,
            JOIN_2,
            "{'at':61900,'do':'join','uid':2}",
            "{'at':70000,'uid':1,'name':'onConnectionInterrupted'}",
            END);
    assertEquals(1, others.exitCode());
  }

  @Test
  void whatFollowsFromStepsTooCloseTogetherIsLeftOpen() {
    String[] lines = {
      REAL,
      JOIN_1,
      JOIN_2,
      "{'at':30000,'do':'drop','uid':1}",
      "{'at':30300,'do':'restore','uid':1}",
      "{'at':34000,'uid':1,'name':'onConnectionInterrupted'}",
      END
    };
    RecordingResult result = check(lines);
    assertEquals(3, result.exitCode());
    assertEquals(List.of(Doubt.TOO_CLOSE), List.copyOf(result.undecided().get(0).doubts()));
    lines[4] = "{'at':31000,'do':'restore','uid':1}";
    assertEquals(1, check(lines).exitCode(), "far enough apart");
    lines[4] = "{'at':30300,'do':'kill','uid':2}";
    assertEquals(1, check(lines).exitCode(), "of another user, which can't matter");
    lines[4] = "{'at':30300,'do':'restore','uid':1}";
    lines[5] = "{'at':60000,'uid':1,'name':'onConnectionInterrupted'}";
    assertEquals(1, check(lines).exitCode(), "out of their reach");
    lines[0] = REAL.replace("real", "virtual");
    lines[5] = "{'at':34000,'uid':1,'name':'onConnectionInterrupted'}";
    assertEquals(1, check(lines).exitCode(), "on a virtual clock");
  }

  @Test
  void linesOutOfOrderArePutInItWithinWhatIsAllowed() {
    String late = "{'at':15000,'do':'restore','uid':1}";
    String[] lines = {
      "{'begin':0,'clock':'real','tolerance':250,'reorder-within':3}",
      JOIN_1,
      "{'at':10000,'do':'drop','uid':1}",
      "{'at':14003,'uid':1,'name':'onConnectionInterrupted'}",
      "{'at':15003,'uid':1,'name':'didRejoinChannel'}",
      late,
      END
    };
    assertEquals(0, check(lines).exitCode());
    lines[0] = lines[0].replace(":3}", ":2}");
    assertEquals(
        List.of(
            "app.jsonl:6: at: 15000 comes after 15003; the lines of a channel are in time order, or"
                + " `--reorder-within 3ms` puts them in it"),
        check(lines).firstBrokenLines());
    RecordingCheck named =
        new RecordingCheck(Recordings.PROFILE, Optional.empty(), OptionalLong.of(3), one -> {});
    String text =
        String.join("\n", lines).replace('\'', '"').replace("{\"", "{\"channel\":\"c\",\"");
    named.add("a", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(0, named.result().exitCode(), named.result().firstBrokenLines().toString());
  }

  @Test
  void hintsNameTheLiveWindowAndTheKillWithoutAGoodbye() {
    RecordingResult live =
        check(
            REAL.replace("'recorded'", "'mode':'live','recorded'"),
            JOIN_1,
            JOIN_2,
            "{'at':10000,'do':'kill','uid':2}",
            "{'at':33000,'uid':1,'name':'onUserOffline','peer':2}",
            END);
    assertEquals(
        List.of(
            "under profile agora-2019-05 an observer waits 20.0 s in live mode, as otherwise"
                + " (D-35); no profile that is shipped has a live window of its own"),
        live.failures().get(0).hints());
    RecordingResult killed =
        check(
            REAL,
            JOIN_1,
            JOIN_2.replace("android", "ios"),
            "{'at':10000,'do':'kill','uid':2}",
            END);
    assertEquals(
        List.of(
            "a process that is killed without running any of its code says no goodbye: such a kill"
                + " is logged as `drop` (D-45)"),
        killed.failures().get(0).hints());
  }

  @Test
  void warningsBoundWhatAPassSays() {
    RecordingResult result =
        check(
            REAL,
            JOIN_1,
            JOIN_2,
            "{'at':10000,'do':'drop','uid':2}",
            "{'at':30000,'uid':1,'name':'onUserOffline','peer':2}",
            END);
    assertEquals(0, result.exitCode());
    assertEquals(2, result.run().warnings().size());
    assertTrue(result.run().warnings().get(0).startsWith("first meetings were not required: once"));
    assertTrue(result.run().warnings().get(1).startsWith("once a user was cut off to the end"));
  }
}
