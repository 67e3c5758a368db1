package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.tck.run.Verdict;

/** Lines that can't be used: each is named, its channel is inconclusive, and the rest is judged. */
class BrokenLinesTest {
  private static final String JOIN =
      "{\"channel\":\"c1\",\"at\":100,\"do\":\"join\",\"uid\":1,\"platform\":\"android\"}";

  private static final String END = "{\"channel\":\"c1\",\"end\":60000}";

  private static final List<String> GOOD =
      List.of(
          "{\"channel\":\"good\",\"at\":0,\"do\":\"join\",\"uid\":1,\"platform\":\"web\"}",
          "{\"channel\":\"good\",\"end\":60000}");

  static Stream<Arguments> lines() {
    return Stream.of(
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":",
            "is not JSON at byte 45, near `0,\"do\":\"drop\",\"uid\":`"),
        of("{\"channel\":\"c1\",\"at\":5000}{}", "holds more than one object: is a \\n missing?"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"uid\":1}",
            "do: is missing: a line has `do` (a stimulus), `name` (a callback), `begin` or `end`"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"uid\":1,\"do\":\"drop\",\"name\":\"x\"}",
            "name: does not go with `do`: a stimulus and a callback are two lines"),
        of(
            "{\"channel\":\"c1\",\"do\":\"drop\",\"uid\":1}",
            "at: is missing: it says when, in milliseconds"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\"}",
            "uid: is missing: it says whose app or client it is"),
        of(
            "{\"channel\":\"c1\",\"at\":-1,\"do\":\"drop\",\"uid\":1}",
            "at: must be a whole number of milliseconds from 0 to 9007199254740991, was -1"),
        of(
            "{\"channel\":\"c1\",\"at\":5000.0,\"do\":\"drop\",\"uid\":1}",
            "at: must be a whole number of milliseconds from 0 to 9007199254740991, was 5000.0"),
        of(
            "{\"channel\":\"c1\",\"at\":99999999999999999999,\"do\":\"drop\",\"uid\":1}",
            "at: must be a whole number of milliseconds from 0 to 9007199254740991, was 99999999999999999999"),
        of(
            "{\"channel\":\"c1\",\"at\":\"now\",\"do\":\"drop\",\"uid\":1}",
            "at: must be a whole number of milliseconds from 0 to 9007199254740991, was \"now\""),
        of(
            "{\"channel\":\"c1\",\"at\":{\"a\":[1]},\"do\":\"drop\",\"uid\":1}",
            "at: must be a whole number of milliseconds from 0 to 9007199254740991, was an object"),
        of(
            "{\"channel\":\"c1\",\"at\":99,\"do\":\"drop\",\"uid\":1}",
            "at: 99 comes after 100; the lines of a channel are in time order, or `--reorder-within 1ms`"
                + " puts them in it"),
        of(
            "{\"channel\":\"c1\",\"end\":99}",
            "end: 99 comes after 100; the lines of a channel are in time order"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"at\":5000,\"do\":\"drop\",\"uid\":1}",
            "at: is there twice"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":0}",
            "uid: must be a uid from 1 to 4294967295, was 0"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":2}",
            "platform: is missing: user 2 has no line before this one, and its first one says its platform"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":2,\"platform\":\"beos\"}",
            "platform: 'beos' is none of [android, windows, linux, ios, macos, web]"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1,\"platform\":\"web\"}",
            "platform: user 1 is on android already"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"fly\",\"uid\":1}",
            "do: 'fly' is none of [join, drop, restore, leave, kill, restart]"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"peer-heard\",\"uid\":1,\"peer\":2}",
            "do: 'peer-heard' is none of [join, drop, restore, leave, kill, restart]"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1,\"direction\":\"up\"}",
            "direction: 'up' is none of [both, uplink, downlink]"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"join\",\"uid\":1,\"direction\":\"uplink\"}",
            "direction: belongs to a drop"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1,\"peer\":2}",
            "peer: belongs to a callback"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1,\"reason\":\"quit\"}",
            "reason: belongs to a callback"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1,\"otherChannel\":\"x\"}",
            "otherChannel: belongs to a join or restart"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1,\"server\":\"s1\"}",
            "server: belongs to a restore"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"restore\",\"uid\":1,\"server\":\"s1\"}",
            "server: belongs to a channel whose begin line names its servers"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1,\"context\":{}}",
            "context: belongs to a kill"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"kill\",\"uid\":1,\"context\":{\"how\":\"page-closed\"}}",
            "context.how: \"page-closed\" exists on web only"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"kill\",\"uid\":1,\"context\":{\"voip\":1}}",
            "context.voip: must be true or false, was 1"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"uid\":1,\"name\":\"x\",\"reason\":\"\"}",
            "reason: must be a string that is not empty, was \"\""),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"uid\":1,\"name\":\"onUserJoined\",\"peer\":-1294967296}",
            "peer: must be a uid from 1 to 4294967295 (add 2^32 to a uid that was written as a signed"
                + " number: here 3000000000), was -1294967296"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":-2147483649}",
            "uid: must be a uid from 1 to 4294967295, was -2147483649"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"uid\":1,\"name\":\"\"}",
            "name: must be a string that is not empty, was \"\""),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"uid\":1,\"name\":\"connect-attempt\"}",
            "server: is missing: it says which one was tried"),
        of("{\"channel\":\"c1\",\"begin\":5000}", "begin: stands in a channel's first line only"),
        of("{\"channel\":\"c1\",\"end\":5000,\"do\":\"drop\"}", "end: stands in a line of its own"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"uid\":1,\"name\":\"\u202Eevil\u001B[2J\"}",
            "is not JSON at byte 50, near `d\":1,\"name\":\"\uFFFDevil\uFFFD[2J\"}`"),
        of(
            "{\"channel\":\"c1\",\"at\":5000,\"uid\":1,\"more\":"
                + "[".repeat(60)
                + "]".repeat(60)
                + "}",
            "is nested deeper than 50 levels, or has an endless number or name"));
  }

  private static Arguments of(String line, String problem) {
    return Arguments.of(line, problem);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aBrokenLineIsNamedAndMakesItsOwnChannelInconclusiveAlone(String line, String problem) {
    List<String> lines = new ArrayList<>(GOOD.subList(0, 1));
    lines.addAll(List.of(JOIN, line));
    // Of a channel that is inconclusive nothing more is judged.
    lines.add("{\"channel\":\"c1\",\"at\":50000,\"uid\":1,\"name\":\"onConnectionLost\"}");
    lines.add(END);
    lines.add(GOOD.get(1));
    RecordingResult result = Recordings.check(lines);
    assertEquals(List.of("app.jsonl:3: " + problem), result.firstBrokenLines());
    assertEquals(3, result.exitCode());
    assertEquals(1, result.run().counts().get(Verdict.PASS));
    assertEquals(1, result.run().counts().get(Verdict.INCONCLUSIVE));
    assertEquals(
        List.of("1 line could not be used, and a trace of which it may be is inconclusive"),
        result.run().incompleteBecause());
  }

  /** The name may be used again: what begins after the end is another channel. */
  @Test
  void afterItsEndAChannelOfTheSameNameIsJudged() {
    RecordingResult result =
        Recordings.check(List.of(JOIN, "{\"channel\":\"c1\"}", END, JOIN, END));
    assertEquals(1, result.run().counts().get(Verdict.INCONCLUSIVE), "the first one");
    assertEquals(1, result.run().counts().get(Verdict.PASS), "the second one");
  }

  @Test
  void aLineThatDoesNotSayItsChannelMayBeOfAnyThatIsOpen() {
    RecordingResult result =
        Recordings.check(
            List.of(
                JOIN,
                "what is this?",
                GOOD.get(0),
                END,
                GOOD.get(1),
                "{\"channel\":\"c3\",\"at\":0,\"do\":\"drop\",\"uid\":1,\"platform\":\"ios\"}",
                "{\"channel\":\"c3\",\"end\":60000}"));
    assertEquals(
        List.of("app.jsonl:2: must be a JSON object in UTF-8, begins with `what is this?`"),
        result.firstBrokenLines());
    assertEquals(3, result.exitCode());
    assertEquals(1, result.run().counts().get(Verdict.PASS));
    assertEquals(
        List.of("1 line could not be used, and 2 traces of which they may be are inconclusive"),
        result.run().incompleteBecause());
  }

  @Test
  void whatWasWrongBeforeTheBrokenLineIsStillWrong() {
    RecordingResult result =
        Recordings.check(
            List.of(
                JOIN,
                "{\"channel\":\"c1\",\"at\":5000,\"do\":\"drop\",\"uid\":1}",
                "{\"channel\":\"c1\",\"at\":30000,\"do\":\"restore\",\"uid\":1}",
                "{\"channel\":\"c1\",\"at\":30000,\"uid\":1,\"name\":\"didRejoinChannel\"}",
                "{\"channel\":\"c1\",\"at\":31000",
                END));
    assertEquals(1, result.exitCode());
    assertEquals(1, result.run().counts().get(Verdict.FAIL));
    assertEquals(0, result.run().counts().get(Verdict.INCONCLUSIVE));
  }

  @Test
  void theFormsDoNotMix() {
    String closed = Recordings.generated(1, 1).closed();
    RecordingResult openFirst = Recordings.check(List.of(JOIN, END, closed));
    assertEquals(
        List.of(
            "app.jsonl:3: is of the other form than the file's first line; put whole traces (closed"
                + " form) and single events (open form) into two files"),
        openFirst.firstBrokenLines());
    assertEquals(3, openFirst.exitCode());
    RecordingResult closedFirst = Recordings.check(List.of(closed, JOIN, END));
    assertEquals(2, closedFirst.brokenLines());
    assertEquals(
        "app.jsonl:2: is of the other form than the file's first line; put whole traces (closed"
            + " form) and single events (open form) into two files",
        closedFirst.firstBrokenLines().get(0));
    assertEquals(3, closedFirst.exitCode());
  }

  @Test
  void aWholeTraceThatIsNoneIsInconclusive() {
    String scenario =
        "\"scenario\":{\"participants\":[{\"uid\":1,\"platform\":\"ios\"}],\"steps\":[],\"until\":9}";
    List<String> lines =
        List.of(
            "{" + scenario + ",\"callbacks\":[]}",
            "{" + scenario + "}",
            "{" + scenario + ",\"callbacks\":[{\"at\":10,\"uid\":1,\"name\":\"x\"}]}",
            "{" + scenario + ",\"callbacks\":[{\"at\":1,\"uid\":1,\"name\":3}]}",
            "{" + scenario + ",\"callbacks\":[],\"clock\":\"sundial\"}",
            "{" + scenario + ",\"callbacks\":[],\"clock\":\"virtual\",\"tolerance\":5}",
            "{" + scenario + ",\"callbacks\":[],\"tolerance\":5000}",
            "{" + scenario + ",\"callbacks\":[],\"features\":[\"wings\"]}",
            "{" + scenario + ",\"callbacks\":[],\"recorded\":[0]}",
            "{\"scenario\":{\"participants\":[],\"steps\":[],\"until\":9},\"callbacks\":[]}",
            "{" + scenario + "," + scenario + ",\"callbacks\":[]}");
    RecordingResult result = Recordings.check(lines);
    assertEquals(
        List.of(
            "app.jsonl:2: callbacks: is missing",
            "app.jsonl:3: trace: `callbacks[0].at` must be from 0 to the scenario's until, 9, was"
                + " 10",
            "app.jsonl:4: callbacks[0].name: must be a string, was 3",
            "app.jsonl:5: clock: 'sundial' is none of [virtual, real]",
            "app.jsonl:6: tolerance: belongs to a real clock; a virtual one is exact to the"
                + " millisecond",
            "app.jsonl:7: tolerance: may be at most 2000 under profile agora-2019-05, half of the"
                + " smallest distance between its deadlines",
            "app.jsonl:8: features: 'wings' is none of [leave, kill, announces, one-way-loss,"
                + " channels, channel-lifecycle, attempts]",
            "app.jsonl:9: recorded: must be a list of uids from 1 to 4294967295, was [0]",
            "app.jsonl:10: scenario.participants: needs at least one user"),
        result.firstBrokenLines().subList(0, 9));
    assertTrue(result.firstBrokenLines().get(9).startsWith("app.jsonl:11: is not JSON"));
    assertEquals(1, result.run().counts().get(Verdict.PASS));
    assertEquals(10, result.run().counts().get(Verdict.INCONCLUSIVE));
  }

  @Test
  void manyBrokenLinesAreCountedAndTheFirstAreKept() {
    List<String> lines = new ArrayList<>(List.of(JOIN));
    for (int i = 0; i < 1_000; i++) {
      lines.add("{" + i);
    }
    RecordingResult result = Recordings.check(lines);
    assertEquals(1_000, result.brokenLines());
    assertEquals(RecordingResult.KEPT, result.firstBrokenLines().size());
    assertEquals(1_001, result.lines());
  }

  @Test
  void aFileThatIsNoRecordingIsUnreadable() {
    RecordingResult result = Recordings.check("<html>\n<body>\n");
    assertEquals(2, result.exitCode());
    assertEquals(
        List.of("app.jsonl: holds no line of a recording; tck/RECORDINGS.md shows the two forms"),
        result.unreadable());
  }

  @Test
  void anEmptyFileLeavesNothingJudged() {
    RecordingResult result = Recordings.check("\n\n");
    assertEquals(3, result.exitCode());
    assertEquals(
        List.of("app.jsonl: is empty; was anything recorded?", "no trace was judged"),
        result.run().incompleteBecause());
  }

  @Test
  void aNameOfAnotherPlatformIsWrongAndNoBrokenLine() {
    RecordingResult result =
        Recordings.check(
            List.of(
                JOIN,
                "{\"channel\":\"c1\",\"at\":5000,\"uid\":1,\"name\":\"OnConnectionLost\"}",
                END));
    assertEquals(1, result.exitCode());
    assertEquals(
        "`OnConnectionLost()` was seen at 5.000 s, but android has no callback `OnConnectionLost`;"
            + " did you mean `onConnectionLost`? It has `onConnectionInterrupted`,"
            + " `onConnectionLost`, `didRejoinChannel`, `onRejoinChannelSuccess`, `onUserOffline`,"
            + " `onUserJoined`",
        result.run().failures().get(0).message());
  }

  @Test
  void carriageReturnsMarksAndBlankLinesAreNothing() {
    RecordingResult result =
        Recordings.check("\uFEFF" + JOIN + "\r\n\r\n  \t\n  " + END + "  \r\n");
    assertEquals(0, result.exitCode());
    assertEquals(4, result.lines());
  }

  @Test
  void aChannelsNameMayBeUsedAgainAfterItsEnd() {
    RecordingResult result = Recordings.check(List.of(JOIN, END, JOIN, END));
    assertEquals(0, result.exitCode());
    assertEquals(2, result.run().counts().get(Verdict.PASS));
  }

  @Test
  void anEndOfAChannelThatNeverBeganIsNamed() {
    RecordingResult result = Recordings.check(List.of(GOOD.get(0), END, GOOD.get(1)));
    assertEquals(
        List.of("app.jsonl:2: end: ends a channel of which there is no line"),
        result.firstBrokenLines());
    assertEquals(3, result.exitCode());
  }
}
