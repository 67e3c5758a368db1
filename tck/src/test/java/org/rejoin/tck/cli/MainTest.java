package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.api.Profiles;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.scenario.Catalogue;

/** The command as a user meets it: what it prints, and its exit codes. */
class MainTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theReferenceIsConformantAndEveryRuleIsExercised() throws IOException {
    assertEquals(0, run("run", "--scenarios", "500", "--report", folder.toString()));
    assertTrue(text(out).contains("profile agora-2019-05, seed 1\n"), text(out));
    int checks = Catalogue.checks(Profiles.AGORA_2019_05).size() + 500 + Properties.ALL.size();
    String last =
        String.format(
            "\nPASSED %,d of %,d checks: %,d pass (%s)\n",
            checks, checks + 9_500, checks, folder.resolve("index.html"));
    assertTrue(text(out).endsWith(last), text(out));
    assertTrue(text(out).lines().count() <= 24, text(out));
    assertTrue(text(out).lines().allMatch(line -> line.length() <= 100), text(out));
    JsonNode report = new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
    assertEquals("conformant", report.path("verdict").textValue());
    assertEquals(checks, report.path("counts").path("pass").intValue());
    assertEquals(39, report.path("rules").size());
    for (JsonNode rule : report.path("rules")) {
      assertEquals("pass", rule.path("verdict").textValue(), rule.toString());
    }
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    run("run", "--scenarios", "50", "--report", folder.resolve("one").toString());
    run("run", "--scenarios", "50", "--report", folder.resolve("two").toString());
    for (String name :
        List.of("report.json", "index.html", "junit.xml", "summary.md", "badge.json")) {
      assertEquals(
          Files.readString(folder.resolve("one").resolve(name)),
          Files.readString(folder.resolve("two").resolve(name)),
          name);
    }
  }

  @Test
  void usageErrorsAreOneLineAndExit2() {
    assertError(2, "rejoin: Unknown option: '--bogus'\n", "run", "--bogus");
    assertError(
        2,
        "rejoin: --only: 'nope/*' matches no check; `**` matches several levels, as in"
            + " matrix/**\n",
        "run",
        "--only",
        "nope/*");
    assertError(
        2,
        "rejoin: --profile: there is no 'x'; there are [agora-2019-05, agora-2020-timeline,"
            + " agora-current]\n",
        "run",
        "--profile",
        "x");
    assertError(
        2,
        "rejoin: Invalid value for option '--timeout': 'soon' is no duration; write 250ms, 2s or"
            + " 1m\n",
        "run",
        "--timeout",
        "soon",
        "--",
        "true");
    assertError(
        2,
        "rejoin: name a sub-command: run, list, explain, simulate, replay, check, merge, init, doctor,"
            + " self-test, explore, port (see --help)\n");
  }

  @Test
  void aPortThatDoesNotComeUpIsExit4() {
    assertEquals(4, run("run", "--report", folder.toString(), "--", "/bin/sh", "-c", "exit 3"));
    assertTrue(text(err).startsWith("rejoin: port unusable: no hello: the port ended with exit"));
  }

  @Test
  void aRuleIsExplainedWithTheTextsOwnLine() {
    assertEquals(0, run("explain", "kill-03"));
    assertTrue(text(out).startsWith("KILL-03 (required)\nA process killed on iOS"), text(out));
    assertTrue(text(out).contains("如果 B 是 Web 平台： `client.on('peer-leave')`"), text(out));
  }

  @Test
  void aScenarioFileIsSimulatedUnderTheProfileAskedFor() throws IOException {
    Path file = folder.resolve("back-at-12s.yaml");
    Files.writeString(
        file,
        """
        participants: [{uid: 1, platform: android}]
        steps:
          - {at: 0, do: join, uid: 1}
          - {at: 0, do: drop, uid: 1}
          - {at: 12000, do: restore, uid: 1}
        until: 20000
        """);
    assertEquals(0, run("simulate", file.toString(), "--format", "json"));
    assertEquals(
        "{\"callbacks\":[{\"at\":4000,\"uid\":1,\"name\":\"onConnectionInterrupted\"},"
            + "{\"at\":10000,\"uid\":1,\"name\":\"onConnectionLost\"},"
            + "{\"at\":12000,\"uid\":1,\"name\":\"didRejoinChannel\"}]"
            + ",\"server\":[{\"at\":10000,\"name\":\"channel-destroyed\",\"channel\":\"main\"}]}\n",
        text(out));
    out.reset();
    assertEquals(
        0, run("simulate", file.toString(), "--format", "json", "--profile", "agora-current"));
    assertEquals(
        "{\"callbacks\":[{\"at\":4000,\"uid\":1,\"name\":\"onConnectionInterrupted\"},"
            + "{\"at\":12000,\"uid\":1,\"name\":\"onRejoinChannelSuccess\"}]"
            + ",\"server\":[{\"at\":10000,\"name\":\"channel-destroyed\",\"channel\":\"main\"}]}\n",
        text(out));
  }

  @Test
  void whatOneClientMeetsIsDrawn() throws IOException {
    Path file = folder.resolve("view.yaml");
    String steps =
        """
        steps:
          - {at: 0, do: join, uid: 1}
          - {at: 0, do: peer-heard, uid: 1, peer: 2}
          - {at: 15000, do: peer-silent, uid: 1, peer: 2}
        until: 40000
        """;
    Files.writeString(file, "participants: [{uid: 1, platform: web}]\n" + steps);
    assertEquals(0, run("simulate", file.toString()), text(err));
    assertTrue(text(out).contains("25.000 s  1 web  ● stream-removed(2)\n"), text(out));
    Files.writeString(
        file, "participants: [{uid: 1, platform: web}, {uid: 2, platform: web}]\n" + steps);
    assertError(
        2,
        "rejoin: " + file + ": participants: a port with view client hosts one user, there are 2\n",
        "simulate",
        file.toString());
  }

  @Test
  void thePictureInTheReadmeIsWhatTheCommandDraws() throws IOException {
    assertEquals(0, run("simulate", "timeline.yaml", "--format", "svg"));
    Path picture = Path.of("timeline.svg");
    if (Boolean.getBoolean("rejoin.update")) {
      Files.writeString(picture, text(out));
    }
    assertEquals(
        Files.readString(picture),
        text(out),
        "tck/timeline.svg: draw it anew with `rejoin simulate tck/timeline.yaml --format svg`");
  }

  @Test
  void aTimelineIsShownInTheTerminal() {
    assertEquals(0, run("explain", "NET-10"));
    assertTrue(text(out).contains("NET-10/android-dropped-12s"), text(out));
    assertTrue(text(out).contains("stream-removed(1)"), text(out));
    out.reset();
    assertEquals(0, run("simulate", "timeline.yaml"));
    assertTrue(text(out).contains("onConnectionInterrupted"), text(out));
  }

  @Test
  void listNamesEveryRule() throws IOException {
    assertEquals(0, run("list", "--json"));
    JsonNode list = new ObjectMapper().readTree(text(out));
    assertEquals(39, list.path("rules").size());
    assertEquals(216, list.path("matrixCells").intValue());
    assertEquals(30_348, list.path("exhaustive").intValue());
  }

  private void assertError(int exit, String message, String... args) {
    err.reset();
    assertEquals(exit, run(args));
    assertEquals(message, text(err));
  }

  private int run(String... args) {
    return Main.run(print(out), print(err), args);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }
}
