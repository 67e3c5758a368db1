package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.ReplayToken;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** {@code rejoin replay}: what it shows, and every exit code. */
class ReplayCommandTest {
  private static final UserId ONE = UserId.of(1);
  private static final Scenario DROPPED =
      ImmutableScenario.builder()
          .name("generated/1/17")
          .addParticipants(
              new Participant(ONE, Platform.WEB), new Participant(UserId.of(2), Platform.WEB))
          .addSteps(
              Step.of(0, Action.JOIN, ONE),
              Step.of(0, Action.JOIN, UserId.of(2)),
              Step.of(1_000, Action.DROP, ONE))
          .untilMillis(12_000)
          .build();
  private static final String TOKEN = new ReplayToken(Profiles.AGORA_2019_05, DROPPED).text();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theReferencePassesAndTheTimelineIsShown() {
    assertEquals(0, run(TOKEN), text(err));
    assertTrue(text(out).startsWith("pass: generated/1/17\n"), text(out));
    assertTrue(text(out).contains("11.000 s"), text(out));
    assertTrue(text(out).contains("stream-removed(1)"), text(out));
  }

  @Test
  void aPortThatFailsIsShownAsInARunWithTheSameCommandAgain() {
    ImmutableList<String> port = port("", answer("\\\"trace\\\"", ",\\\"callbacks\\\":[]"));
    assertEquals(1, run(port, TOKEN), text(err));
    assertTrue(
        text(out)
            .startsWith(
                "fail: generated/1/17\n"
                    + "  web user 2 last heard user 1 at 1.000 s, so `stream-removed(1)` is due at"
                    + " 11.000 s; not seen\n"
                    + "  looks like: the windows of 10 s and 20 s are exchanged; or an observer's"
                    + " window begins when the other is interrupted, 4 s after its last packet; or"
                    + " gone is never told after silence; or 2 more\n"
                    + "  NET-10: "),
        text(out));
    assertTrue(
        text(out).contains("  replay: rejoin replay " + TOKEN + " -- /bin/sh -c '"), text(out));
  }

  @Test
  void withVItIsATestToPasteToo() {
    assertEquals(0, run(TOKEN, "-v"));
    assertTrue(text(out).contains("    void generated_1_17() {\n"), text(out));
  }

  @Test
  void whatIsNotDecidedIsNoSuccess() {
    assertEquals(
        3, run(port("", answer("\\\"unsupported\\\"", ",\\\"reason\\\":\\\"no\\\"")), TOKEN));
    assertEquals("unsupported: generated/1/17\n  no\n", text(out));
    Scenario killed =
        ImmutableScenario.copyOf(DROPPED)
            .withSteps(Step.of(0, Action.JOIN, ONE), Step.of(0, Action.KILL, ONE));
    assertEquals(
        3, run(port("", "cat >/dev/null"), new ReplayToken(Profiles.AGORA_2019_05, killed).text()));
    assertEquals("unsupported: generated/1/17\n  the port does not offer kill\n", text(out));
  }

  @Test
  void hangsAndCrashesAreFailures() {
    assertEquals(1, run(port("", "read l; exec sleep 600"), TOKEN, "--timeout", "200ms"));
    assertTrue(text(out).startsWith("hang: generated/1/17\n  no answer within 200 ms"), text(out));
    assertTrue(text(out).contains(TOKEN + " --timeout 200ms -- "), text(out));
    assertEquals(1, run(port("", "read l; exit 7"), TOKEN));
    assertTrue(text(out).startsWith("crash: generated/1/17\n"), text(out));
  }

  @Test
  void whatIsNoTokenOrNoPortForItIsALine() {
    assertError(2, "replay: name the token that a failure shows");
    assertError(
        2,
        "replay: the token is damaged; paste the whole word that a failure shows",
        TOKEN.substring(0, TOKEN.length() - 5));
    assertError(
        2,
        "replay: the token does not begin with r1; paste the whole word that a failure shows",
        "NET-10");
    assertError(2, "--jobs: one scenario is run by one port; leave it out", TOKEN, "--jobs", "2");
    Scenario view =
        ImmutableScenario.copyOf(DROPPED)
            .withSteps(Step.of(0, Action.PEER_HEARD, ONE).withPeer(UserId.of(2)));
    assertError(
        2,
        "replay: the token holds what one client meets, and no whole scenario",
        new ReplayToken(Profiles.AGORA_2019_05, view).text());
    err.reset();
    assertEquals(4, run(ImmutableList.of("/bin/false"), TOKEN));
    err.reset();
    assertEquals(
        2, run(port(",\"profile\":\"agora-current\"", "cat >/dev/null"), TOKEN), text(err));
    assertEquals(
        "rejoin: replay: the token is of profile agora-2019-05, and the port claims agora-current;"
            + " replay it on a port of that profile\n",
        text(err));
  }

  @Test
  void theProfileIsTheTokens() {
    for (Profile profile : Profiles.ALL) {
      assertEquals(0, run(new ReplayToken(profile, DROPPED).text()), text(err));
    }
  }

  private void assertError(int exit, String message, String... words) {
    err.reset();
    assertEquals(exit, run(words), text(err));
    assertEquals("rejoin: " + message + "\n", text(err));
  }

  /** A port with web alone and no features. */
  private static ImmutableList<String> port(String claims, String then) {
    return ImmutableList.of(
        "/bin/sh",
        "-c",
        "read l; echo '{\"type\":\"hello\",\"protocol\":1,\"name\":\"x\",\"version\":\"1\","
            + "\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\""
            + claims
            + "}'; "
            + then);
  }

  private static String answer(String type, String rest) {
    return "while read l; do id=${l#*\\\"id\\\":}; id=${id%%,*}; echo \"{\\\"type\\\":"
        + type
        + ",\\\"id\\\":$id"
        + rest
        + "}\"; done";
  }

  private int run(String... words) {
    return run(ImmutableList.of(), words);
  }

  private int run(ImmutableList<String> port, String... words) {
    out.reset();
    ImmutableList.Builder<String> args = ImmutableList.builder();
    args.add("replay").add(words);
    if (!port.isEmpty()) {
      args.add("--").addAll(port);
    }
    return Main.run(print(out), print(err), args.build().toArray(new String[0]));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }
}
