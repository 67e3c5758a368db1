package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Living with known failures, and several ports side by side. */
class KnownFailingTest {
  /** Offers everything on web, reports nothing, and so fails whatever has to be reported. */
  private static final String MUTE =
      "read l; echo '{\"type\":\"hello\",\"protocol\":1,\"name\":\"mute\",\"version\":\"1\","
          + "\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\","
          + "\"features\":[\"leave\",\"kill\"]}'; "
          + "while read l; do id=${l#*\\\"id\\\":}; id=${id%%,*};"
          + " echo \"{\\\"type\\\":\\\"trace\\\",\\\"id\\\":$id,\\\"callbacks\\\":[]}\"; done";

  private static final String NEVER = "matrix/web-web/dropped/never/";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path list = Path.of("known.yaml");

  @BeforeEach
  void placeTheList() {
    list = folder.resolve("known.yaml");
  }

  @Test
  void whatFailsAsListedIsNotHeldAgainstThePort() throws IOException {
    Files.writeString(
        list,
        """
        - check: matrix/web-web/dropped/never/communication
          reason: no timer yet
          issue: "#12"
          match: is due at 15.000 s
        - check: matrix/web-web/dropped/never/live
          reason: no timer yet
        """);
    assertEquals(0, run("--only", NEVER + "*", "--known-failing", list.toString()));
    JsonNode report = report();
    assertEquals(2, report.at("/counts/known-failing").intValue());
    assertEquals(0, report.at("/failures").size());
    assertEquals("no timer yet", report.at("/knownFailing/0/reason").textValue());
    assertEquals("#12", report.at("/knownFailing/0/issue").textValue());
    assertEquals("fail", report.at("/knownFailing/0/verdict").textValue());
    assertTrue(text(out).contains("NET-10  known"), text(out));
  }

  @Test
  void anEntryThatPassesNowIsStale() throws IOException {
    Files.writeString(list, "- {check: matrix/web-web/dropped/in-time/live, reason: flaky}\n");
    assertEquals(
        1, run("--only", "matrix/web-web/dropped/in-time/*", "--known-failing", list.toString()));
    assertTrue(
        text(out)
            .contains(
                "known failing: matrix/web-web/dropped/in-time/live passes now; take it out of the"
                    + " list\n"),
        text(out));
    assertTrue(
        text(out)
            .contains(
                "NOT CONFORMANT: 0 checks failed, 1 of the known failures do not hold any more ("),
        text(out));
    assertEquals("not-conformant", report().path("verdict").textValue());
  }

  @Test
  void anotherFailureThanTheListedOneIsAFailure() throws IOException {
    Files.writeString(
        list, "- {check: " + NEVER + "live, reason: late, match: seen at 16.000 s}\n");
    assertEquals(1, run("--only", NEVER + "live", "--known-failing", list.toString()));
    assertEquals(1, report().at("/counts/fail").intValue());
    assertEquals(
        NEVER + "live fails, but its message has no 'seen at 16.000 s'",
        report().at("/stale/0/message").textValue());
  }

  @Test
  void entriesThatAreNotJudgedHereAreNotStale() throws IOException {
    Files.writeString(
        list,
        "- {check: " + NEVER + "live, reason: late}\n- {check: generated/5/5, reason: late}\n");
    assertEquals(
        0, run("--only", "matrix/web-web/dropped/in-time/*", "--known-failing", list.toString()));
  }

  @Test
  void anUnusableListIsExit2BeforeThePortIsStarted() throws IOException {
    Files.writeString(list, "- check: nope\n  reason: late\n");
    assertEquals(2, run("--known-failing", list.toString()));
    assertEquals("rejoin: " + list + ":1: [0].check: there is no check 'nope'\n", text(err));
    err.reset();
    Files.writeString(list, "- check: " + NEVER + "live\n  reason: late\n  expires: 2020-01-01\n");
    assertEquals(2, run("--known-failing", list.toString()));
    assertEquals(
        "rejoin: "
            + list
            + ":3: [0].expires: expired on 2020-01-01; mend what fails, or set a later date\n",
        text(err));
  }

  @Test
  void aListIsWrittenFromWhatFailsAndThenHolds() throws IOException {
    assertEquals(1, run("--only", NEVER + "live", "--write-known-failing", list.toString()));
    assertEquals(
        """
        # Checks that are known to fail: each with a reason, and perhaps issue, expires and match.
        - check: matrix/web-web/dropped/never/live
          reason: not looked into yet
          match: "web user 2 last heard user 1 at 5.000 s, so `stream-removed(1)` is due at 15.000 s; not seen"
        """,
        Files.readString(list));
    assertEquals(0, run("--only", NEVER + "live", "--known-failing", list.toString()));
    String edited = Files.readString(list).replace("not looked into yet", "no timer yet # Li");
    Files.writeString(list, edited);
    assertEquals(1, run("--only", NEVER + "*", "--write-known-failing", list.toString()));
    assertTrue(Files.readString(list).startsWith(edited), Files.readString(list));
    assertEquals(0, run("--only", NEVER + "*", "--known-failing", list.toString()));
  }

  @Test
  void theReportIsTheSameHoweverManyPortsWorkAtIt() throws IOException {
    run("--only", "matrix/web-web/**", "--jobs", "1");
    String one = Files.readString(folder.resolve("report.json"));
    run("--only", "matrix/web-web/**", "--jobs", "3");
    assertEquals(one, Files.readString(folder.resolve("report.json")));
    assertTrue(report().at("/counts/fail").intValue() > 3);
  }

  @Test
  void thereIsAtLeastOneJob() {
    assertEquals(2, run("--jobs", "0"));
    assertEquals("rejoin: --jobs: must be from 1 to 256, was 0\n", text(err));
  }

  private int run(String... flags) {
    out.reset();
    ImmutableList<String> args =
        ImmutableList.<String>builder()
            .add("run", "--report", folder.toString(), "--scenarios", "0")
            .add(flags)
            .add("--", "/bin/sh", "-c", MUTE)
            .build();
    return Main.run(print(out), print(err), args.toArray(new String[0]));
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }
}
