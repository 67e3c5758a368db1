package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.api.Profiles;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.report.Counts;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.ReplayToken;
import org.rejoin.tck.scenario.ScenarioJson;

/** Every flag of {@code rejoin run}, and every exit code. */
class RunCommandTest {
  private static final int WRITTEN =
      Catalogue.checks(Profiles.AGORA_2019_05).size() + Properties.ALL.size();

  /** A port with web alone and no features, up to its first scenario. */
  private static final String HELLO =
      "read l; echo '{\"type\":\"hello\",\"protocol\":1,\"name\":\"x\",\"version\":\"1\","
          + "\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\"%s}'; ";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void onlyAndSkipTakeGlobsAndRules() throws IOException {
    assertEquals(0, run("--only", "NET-10", "--only", "matrix/*-web/**", "--skip", "**/live"));
    JsonNode report = report();
    assertEquals("pass", rule(report, "NET-10"));
    assertEquals("not-selected", rule(report, "DRV-06"));
    assertTrue(report.at("/counts/not-selected").intValue() > 1_000, report.toString());
    assertEquals("conformant", report.path("verdict").textValue());
  }

  @Test
  void platformsNarrowWhatIsSelected() throws IOException {
    assertEquals(0, run("--platform", "web,ios"));
    JsonNode report = report();
    assertEquals("not-selected", rule(report, "NET-01"));
    assertEquals("pass", rule(report, "NET-02"));
    assertEquals(0, report.at("/counts/unsupported").intValue());
  }

  @Test
  void shardsAddUpToTheWhole() throws IOException {
    int sum = 0;
    for (int shard = 1; shard <= 3; shard++) {
      assertEquals(0, run("--shard", shard + "/3"));
      sum += report().at("/counts/pass").intValue();
    }
    assertEquals(0, run());
    assertEquals(report().at("/counts/pass").intValue(), sum);
  }

  @Test
  void anEmptyShardIsNotGreen() {
    assertEquals(3, run("--only", "NET-10/android-dropped-12s", "--shard", "2/2", "-q"));
    assertEquals(
        "INCOMPLETE: "
            + Counts.number(WRITTEN)
            + " not-selected; no check was judged ("
            + page()
            + ")\n",
        text(out));
  }

  @Test
  void theSeedChangesWhatIsGenerated() throws IOException {
    assertEquals(0, run("--only", "generated/9/**", "--seed", "9", "--scenarios", "12"));
    assertEquals(12, report().at("/counts/pass").intValue());
    assertEquals(9, report().path("seed").intValue());
  }

  @Test
  void jsonOnStandardOutputIsTheReportAndNothingElse() throws IOException {
    assertEquals(0, run("--format", "json"));
    assertEquals(Files.readString(json()), text(out));
    assertEquals("", text(err));
  }

  @Test
  void quietIsTheLastLineAlone() {
    assertEquals(0, run("-q"));
    String passed = Counts.number(WRITTEN);
    assertEquals(
        "PASSED "
            + passed
            + " of "
            + Counts.number(WRITTEN + 10_000)
            + " checks: "
            + passed
            + " pass ("
            + page()
            + ")\n",
        text(out));
    assertEquals(0, run("-q", "--scenarios", "10000"));
    passed = Counts.number(WRITTEN + 10_000);
    assertEquals("CONFORMANT: " + passed + " pass (" + page() + ")\n", text(out));
  }

  @Test
  void whoIsJudgedStandsBeforeTheReport() {
    assertEquals(0, run("--only", "NET-10", "--seed", "9"));
    assertTrue(
        text(out).startsWith("rejoin-reference 0.1.0, profile agora-2019-05, seed 9\n\nNET-01 "),
        text(out));
  }

  @Test
  void theProfileOfAPortIsInForceUnlessAnotherIsNamed() throws IOException {
    assertEquals(
        3, run(port(",\"profile\":\"agora-current\"", "cat >/dev/null"), "--only", "NET-03", "-q"));
    assertEquals("agora-current", report().path("profile").textValue());
    assertError(
        2,
        "rejoin: --profile: the port claims agora-current, not agora-2019-05; leave --profile out,"
            + " or have the port's hello claim the other\n",
        port(",\"profile\":\"agora-current\"", "cat >/dev/null"),
        "--profile",
        "agora-2019-05");
    assertError(
        4,
        "rejoin: port unusable: its hello claims profile 'mine', which is unknown; there are"
            + " [agora-2019-05, agora-2020-timeline, agora-current]\n",
        port(",\"profile\":\"mine\"", "cat >/dev/null"));
  }

  @Test
  void usageErrorsComeBeforeAnUnusablePort() {
    ImmutableList<String> unusable = ImmutableList.of("/bin/false");
    assertError(
        2,
        "rejoin: --skip: 'no/*' matches no check; `**` matches several levels, as in matrix/**\n",
        unusable,
        "--skip",
        "no/*");
    assertError(
        2, "rejoin: --scenarios: must be 0 or more, was -1\n", unusable, "--scenarios", "-1");
    assertError(
        2, "rejoin: --max-restarts: must be 0 or more, was -2\n", unusable, "--max-restarts", "-2");
    assertError(2, "rejoin: --timeout: must be more than 0\n", unusable, "--timeout", "0ms");
    assertError(2, "rejoin: --cwd: there is no folder /no/such\n", unusable, "--cwd", "/no/such");
    assertError(2, "rejoin: --env: 'A' is no setting; write NAME=VALUE\n", unusable, "--env", "A");
    assertError(
        2,
        "rejoin: --cwd and --env: belong to a port; name one, as in -- COMMAND\n",
        ImmutableList.of(),
        "--env",
        "A=1");
    assertError(
        2,
        "rejoin: Invalid value for option '--shard': '5/4' is no shard; write 1/4 to 4/4\n",
        unusable,
        "--shard",
        "5/4");
    assertError(
        2,
        "rejoin: Invalid value for option '--platform' (P): there is no platform 'tv'; there are"
            + " [android, windows, linux, ios, macos, web]\n",
        unusable,
        "--platform",
        "tv");
    assertError(
        2, "rejoin: --only: '{' is no glob: Missing '}; try matrix/**\n", unusable, "--only", "{");
  }

  @Test
  void theReportOfAnEarlierRunIsNotTakenForThisOnes() throws IOException {
    assertEquals(0, run("--only", "NET-10"));
    assertTrue(Files.exists(json()));
    assertEquals(4, run(ImmutableList.of("/bin/false")));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void theFolderHasAReportForEverybodyAndNothingHalfWritten() throws IOException {
    assertEquals(0, run("--only", "NET-10", "-q"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          ImmutableList.of(
              "badge.json",
              "explorer.html",
              "index.html",
              "junit.xml",
              "report.json",
              "summary.md"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertTrue(Files.readString(page()).startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    assertTrue(Files.readString(folder.resolve("junit.xml")).startsWith("<?xml version"));
    String some =
        String.format(
            "passed %,d of %,d checks", report().at("/counts/pass").intValue(), WRITTEN + 10_000);
    assertTrue(
        Files.readString(folder.resolve("summary.md")).startsWith("## Rejoin: " + some + "\n"));
    assertEquals(
        some,
        new ObjectMapper()
            .readTree(Files.readString(folder.resolve("badge.json")))
            .path("message")
            .textValue());
  }

  @Test
  void directoryAndEnvironmentReachThePort() throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));
    assertEquals(
        3,
        run(
            port("", "echo \"$WORD\" > here; cat >/dev/null"),
            "--only",
            "NET-03",
            "--cwd",
            place.toString(),
            "--env",
            "WORD=a=b"));
    assertEquals("a=b\n", Files.readString(place.resolve("here")));
  }

  @Test
  void aPortThatDoesLittleIsIncompleteAndTheReportSaysWhy() throws IOException {
    assertEquals(3, run(port("", "cat >/dev/null"), "--only", "NET-01"));
    assertTrue(
        text(out)
            .contains(
                "unsupported: 1 check: the port does not play android, windows, linux: NET-01 1\n"),
        text(out));
    assertTrue(text(out).contains("incomplete: the port does not offer kill\n"), text(out));
    assertEquals("the port does not offer leave", report().at("/incompleteBecause/0").textValue());
    assertEquals("unsupported", rule(report(), "NET-01"));
    assertEquals(3, run(port("", "cat >/dev/null"), "--only", "KILL-03", "--only", "NET-12"));
    assertTrue(
        text(out).contains("\nnext: more can be judged of a port that offers kill ("), text(out));
  }

  @Test
  void hangsAreCutShortAndRestartsLimited() throws IOException {
    assertEquals(
        1,
        run(
            port("", "read l; exec sleep 600"),
            "--only",
            "matrix/web-web/dropped/**",
            "--timeout",
            "200ms",
            "--max-restarts",
            "1"));
    JsonNode report = report();
    assertEquals(2, report.at("/counts/hang").intValue());
    assertEquals(4, report.at("/counts/not-exercised").intValue());
    assertEquals(
        "no answer within 200 ms (is standard output flushed after each line?)",
        report.at("/failures/0/message").textValue());
    assertTrue(
        text(out)
            .contains(
                "incomplete: 4 checks were not judged: the port was restarted as often as it may be (1);"
                    + " mend what made that necessary, or raise --max-restarts\n"),
        text(out));
  }

  @Test
  void failFastStopsAtTheFirstFailure() throws IOException {
    assertEquals(
        1,
        run(
            port(
                "",
                "while read l; do id=${l#*\\\"id\\\":}; id=${id%%,*};"
                    + " echo \"{\\\"type\\\":\\\"error\\\",\\\"id\\\":$id,\\\"message\\\":\\\"no\\\"}\";"
                    + " done"),
            "--only",
            "matrix/web-web/dropped/**",
            "--fail-fast"));
    assertEquals(1, report().at("/counts/fail").intValue());
    assertEquals(5, report().at("/counts/not-exercised").intValue());
  }

  @Test
  void aFailureIsShownWithTheTextsLineTheTimelineAndTheCommandToTypeNext() {
    assertEquals(
        1,
        run(
            port(
                "",
                "while read l; do id=${l#*\\\"id\\\":}; id=${id%%,*};"
                    + " echo \"{\\\"type\\\":\\\"trace\\\",\\\"id\\\":$id,\\\"callbacks\\\":[]}\";"
                    + " done"),
            "--only",
            "matrix/web-web/dropped/never/communication"));
    String text = text(out);
    assertTrue(text.contains("fail: matrix/web-web/dropped/never/communication\n"), text);
    assertTrue(
        text.contains(
            "  NET-10: On Web, an observer that received no packet of a user for 10 s is told"
                + " `stream-removed`.\n"
                + "    如果 B 是 Web 平台，10 秒内没有收到 A 的包：`client.on('stream-removed')`\n"),
        text);
    assertTrue(text.contains("10.000 s  2 web  ○ stream-removed(1)  missing\n"), text);
    assertTrue(
        text.contains(
            "  made smaller, from 2 users and 3 steps, where web user 2 last heard user 1 at 5.000 s,"
                + " so `stream-removed(1)` is due at 15.000 s; not seen\n"
                + "  the whole check: rejoin run --only matrix/web-web/dropped/never/communication"
                + " --scenarios 0 -- /bin/sh -c '"),
        text);
    assertTrue(text.contains("\nnext: rejoin explain NET-10\n"), text);
    assertTrue(text.endsWith("\nNOT CONFORMANT: 1 check failed (" + page() + ")\n"), text);
    Matcher replay =
        Pattern.compile(" {2}replay: rejoin replay (r1\\S+) -- /bin/sh -c '").matcher(text);
    assertTrue(replay.find(), text);
    assertEquals(0, main(ImmutableList.of("replay", replay.group(1))));
    assertTrue(text(out).startsWith("pass: matrix/web-web/dropped/never/"), text(out));
  }

  @Test
  void everyPairIsDrivenIfToldSoAndOneThatFailsIsDrivenAgain() throws IOException {
    String empty =
        "while read l; do id=${l#*\\\"id\\\":}; id=${id%%,*};"
            + " echo \"{\\\"type\\\":\\\"trace\\\",\\\"id\\\":$id,\\\"callbacks\\\":[]}\";"
            + " done";
    assertEquals(
        1,
        run(
            port(",\"features\":[\"kill\",\"leave\"]", empty),
            "--exhaustive",
            "--missed",
            "--only",
            "exhaustive/web/connected/connected-heard/other-kill"));
    assertTrue(
        text(out)
            .contains(
                "  the whole check: rejoin run --only"
                    + " exhaustive/web/connected/connected-heard/other-kill --exhaustive -- /bin/sh"
                    + " -c '"),
        text(out));
    JsonNode coverage = report().path("coverage");
    int met = coverage.at("/twoUsers/exercised").intValue();
    assertTrue(
        text(out)
            .contains(
                "coverage: "
                    + met
                    + " of 4,732 pairs of state and input of two users, 0 of 5,172 of three\n"),
        text(out));
    assertEquals(4_732 - met + 5_172, coverage.path("missed").size());
    assertEquals(
        0, run("--exhaustive", "--only", "exhaustive/apple/out/connected-unknown/*", "-q"));
  }

  @Test
  void theReportHasTheSmallestScenarioTheMessageBeforeAndTheToken() throws IOException {
    String empty =
        "while read l; do id=${l#*\\\"id\\\":}; id=${id%%,*};"
            + " echo \"{\\\"type\\\":\\\"trace\\\",\\\"id\\\":$id,\\\"callbacks\\\":[]}\";"
            + " done";
    Path list = folder.resolve("known.yaml");
    String[] flags = {
      "--only",
      "matrix/web-web/dropped/never/communication",
      "--write-known-failing",
      list.toString()
    };
    assertEquals(1, run(port("", empty), flags));
    JsonNode failure = report().at("/failures/0");
    assertEquals(10_000, failure.at("/scenario/until").intValue());
    assertEquals(
        "web user 2 last heard user 1 at 0.000 s, so `stream-removed(1)` is due at 10.000 s; not"
            + " seen",
        failure.path("message").textValue());
    assertEquals(
        "web user 2 last heard user 1 at 5.000 s, so `stream-removed(1)` is due at 15.000 s; not"
            + " seen",
        failure.path("originalMessage").textValue());
    assertEquals(
        ScenarioJson.read(failure.path("scenario")),
        ReplayToken.read(failure.path("replay").textValue()).scenario());
    // The list goes by the check as it is, so that it stays the same whatever is made of it.
    assertTrue(Files.readString(list).contains("15.000 s"), Files.readString(list));
    assertEquals(0, report().at("/counts/known-failing").intValue());
    int unused = run(port("", empty), flags);
    assertEquals(1, report().at("/counts/known-failing").intValue());
    assertEquals(0, report().path("stale").size());
  }

  @Test
  void aRealClockIsJudgedWithATolerance() throws IOException {
    assertEquals(
        1,
        run(
            real("echo \"{\\\"type\\\":\\\"trace\\\",\\\"id\\\":$id,\\\"callbacks\\\":[]}\""),
            "--only",
            "matrix/web-web/dropped/never/communication",
            "--tolerance",
            "early=100ms,late=1s"));
    assertEquals(
        "{\"timeScale\":0.5,\"tolerance\":{\"early\":100,\"late\":1000},\"leftOut\":0,"
            + "\"passedAlone\":0,\"notRepeated\":0,\"inconclusive\":[]}",
        report().path("realClock").toString());
    // Nothing can follow after that: 5 s, the longest window, the tolerance.
    assertEquals(26_000, report().at("/failures/0/scenario/until").intValue());
    assertTrue(
        text(out).contains(" --tolerance early=100ms,late=1000ms -- /bin/sh -c '"), text(out));
  }

  @Test
  void nothingIsGeneratedForARealClockUnlessTheUserAsks() throws IOException {
    ImmutableList<String> port = real("echo \"{\\\"type\\\":\\\"unsupported\\\",\\\"id\\\":$id}\"");
    String[] flags = {"run", "--report", folder.toString(), "--platform", "web", "--"};
    assertEquals(3, main(ImmutableList.<String>builder().add(flags).addAll(port).build()));
    int byDefault = checks();
    assertEquals(Plan.of(Profiles.AGORA_2019_05, 1, 0).size(), byDefault);
    assertEquals(3, run(port, "--platform", "web", "--scenarios", "8"));
    assertEquals(byDefault + 8, checks());
  }

  @Test
  void aToleranceIsOfARealClockAndWithinWhatTheProfileAllows() {
    assertError(
        2,
        "rejoin: --tolerance: the port has a virtual clock, which is exact to the millisecond;"
            + " leave --tolerance out\n",
        ImmutableList.of(),
        "--tolerance",
        "1s");
    assertError(
        2,
        "rejoin: --tolerance: may be at most 2000ms either way under profile agora-2019-05, half of"
            + " the smallest distance between its deadlines; was early=0ms,late=2001ms\n",
        real(":"),
        "--tolerance",
        "early=0ms,late=2001ms");
    for (String wrong : ImmutableList.of("1", "late=1s,early=1s", "early=1s,late=x")) {
      assertError(
          2,
          "rejoin: Invalid value for option '--tolerance': '"
              + wrong
              + "' is no tolerance; write 250ms, or early=250ms,late=1s\n",
          ImmutableList.of("/bin/false"),
          "--tolerance=" + wrong);
    }
  }

  @Test
  void aPortsWordsCanNotPaintTheTerminal() {
    assertEquals(
        1,
        run(
            ImmutableList.of(
                "/bin/sh",
                "-c",
                HELLO.formatted("").replace("\"x\"", "\"a\\\\u001b[2Jb\"") + "printf boom >&2"),
            "--only",
            "matrix/web-web/dropped/**"));
    assertTrue(text(out).startsWith("a\uFFFD[2Jb 1, profile"), text(out));
    assertFalse(text(out).contains("\u001b"), text(out));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anInterruptedRunWritesItsReportAndEndsWith130() throws Exception {
    Path ready = folder.resolve("ready");
    assertEquals(0, new ProcessBuilder("mkfifo", ready.toString()).start().waitFor());
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "-q",
                "--scenarios",
                "0",
                "--report",
                folder.toString(),
                "--",
                "/bin/sh",
                "-c",
                HELLO.formatted("") + "read l; echo > '" + ready + "'; exec sleep 600")
            .redirectErrorStream(true)
            .start();
    Files.readString(ready);
    run.destroy();
    assertTrue(run.waitFor(50, TimeUnit.SECONDS));
    assertEquals(130, run.exitValue());
    JsonNode report = report();
    assertEquals(130, report.path("exit").intValue());
    assertEquals("incomplete", report.path("verdict").textValue());
    assertEquals("the run was interrupted", report.at("/incompleteBecause/0").textValue());
  }

  private void assertError(int exit, String message, ImmutableList<String> port, String... flags) {
    err.reset();
    assertEquals(exit, run(port, flags), text(err));
    assertEquals(message, text(err));
  }

  @Test
  void everyPairOnARealClockIsRefusedInALine() {
    assertEquals(2, run(real("exit 0"), "--exhaustive"));
    assertEquals(
        "rejoin: --exhaustive: the port has a real clock, on which the scenarios would take days;"
            + " leave --exhaustive out, or give the port a virtual clock\n",
        text(err));
  }

  private static ImmutableList<String> port(String claims, String then) {
    return ImmutableList.of("/bin/sh", "-c", HELLO.formatted(claims) + then);
  }

  /** A port with a real clock that answers every scenario at once. */
  private static ImmutableList<String> real(String answer) {
    return ImmutableList.of(
        "/bin/sh",
        "-c",
        HELLO.formatted(",\"timeScale\":0.5,\"concurrency\":4").replace("virtual", "real")
            + "while read l; do id=${l#*\\\"id\\\":}; id=${id%%,*}; "
            + answer
            + "; done");
  }

  private int checks() throws IOException {
    int checks = 0;
    for (JsonNode count : report().path("counts")) {
      checks += count.intValue();
    }
    return checks;
  }

  private int main(ImmutableList<String> args) {
    out.reset();
    return Main.run(print(out), print(err), args.toArray(new String[0]));
  }

  private int run(String... flags) {
    return run(ImmutableList.of(), flags);
  }

  private int run(ImmutableList<String> port, String... flags) {
    out.reset();
    ImmutableList.Builder<String> args = ImmutableList.builder();
    args.add("run", "--report", folder.toString());
    if (!ImmutableList.copyOf(flags).contains("--scenarios")) {
      args.add("--scenarios", "0");
    }
    args.add(flags);
    if (!port.isEmpty()) {
      args.add("--").addAll(port);
    }
    return main(args.build());
  }

  private Path page() {
    return folder.resolve("index.html");
  }

  private Path json() {
    return folder.resolve("report.json");
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(Files.readString(json()));
  }

  private static String rule(JsonNode report, String id) {
    for (JsonNode rule : report.path("rules")) {
      if (rule.path("id").textValue().equals(id)) {
        return rule.path("verdict").textValue();
      }
    }
    return "no such rule";
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }
}
