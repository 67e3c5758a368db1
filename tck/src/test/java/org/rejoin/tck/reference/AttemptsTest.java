package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/** NET-04 where attempts are shown: other servers first, again and again until one accepts. */
class AttemptsTest {
  private static final UserId A = UserId.of(1);

  @Test
  void theReferenceTriesOthersFirstAndRejoinsAtTheAcceptedAttempt() {
    Trace trace = run(outage(11_500, "s1"));
    assertEquals(
        List.of(
            new ConnectAttempt(9_000, A, "s2"),
            new ConnectAttempt(10_000, A, "s3"),
            new ConnectAttempt(11_000, A, "s1"),
            new ConnectAttempt(12_000, A, "s2"),
            new ConnectAttempt(13_000, A, "s3"),
            new ConnectAttempt(14_000, A, "s1")),
        trace.server());
    assertTrue(trace.toString().contains("atMillis=14000, uid=1, callback=Callback[name=didRe"));
  }

  @Test
  void anAttemptAcceptedAtExactlyADeadlineIsInTime() {
    // Attempts at every second from 9.000 s: that of 15.000 s, when lost is due, is to s2 again.
    Trace trace = run(outage(14_500, "s2"));
    assertEquals(
        List.of("onConnectionInterrupted", "didRejoinChannel"),
        trace.callbacks().stream()
            .filter(seen -> seen.uid().equals(A) && seen.callback().peer().isEmpty())
            .map(seen -> seen.callback().name())
            .toList());
    assertEquals(List.of(), judge(outage(14_500, "s2"), trace));
  }

  @Test
  void referenceAndOracleAgreeWheneverAndWhereverTheNetworkIsBack() {
    for (String server : new String[] {"s1", "s2", "s3"}) {
      for (long back = 5_000; back <= 40_000; back += 500) {
        Scenario scenario = outage(back, server);
        assertEquals(List.of(), judge(scenario, run(scenario)), scenario.toString());
      }
    }
  }

  @Test
  void theOracleRefusesTheLostServerFirst() {
    assertRefused(
        "at 9.000 s android user 1 tries 's1' first, the server it lost; others come first",
        new ConnectAttempt(9_000, A, "s1"),
        new ConnectAttempt(10_000, A, "s2"));
  }

  @Test
  void theOracleRefusesARestOfMoreThan5s() {
    assertRefused(
        "android user 1 is interrupted, and makes no attempt to connect from 9.000 s to 14.000 s; at"
            + " most 5.000 s may pass without one",
        new ConnectAttempt(9_000, A, "s3"),
        new ConnectAttempt(14_001, A, "s2"));
  }

  @Test
  void theOracleRefusesAnAttemptBeforeTheInterruption() {
    assertRefused(
        "at 8.999 s android user 1 is not interrupted, but tries to connect to 's2'",
        new ConnectAttempt(8_999, A, "s2"),
        new ConnectAttempt(9_000, A, "s2"));
  }

  @Test
  void theOracleRefusesAServerThatTheScenarioDoesNotName() {
    assertRefused(
        "at 9.000 s android user 1 tries to connect to 's9'; there are [s1, s2, s3]",
        new ConnectAttempt(9_000, A, "s9"),
        new ConnectAttempt(10_000, A, "s2"));
  }

  @Test
  void anAttemptThatIsDueAtTheEndIsRequired() {
    Scenario back = outage(60_000, "s2");
    Scenario never =
        ImmutableScenario.copyOf(back)
            .withSteps(back.steps().subList(0, 3))
            .withUntilMillis(14_000);
    Trace right = run(never);
    assertEquals(List.of(), judge(never, right));
    assertEquals(
        List.of(
            "android user 1 is interrupted, and makes no attempt to connect from 9.000 s to"
                + " 14.000 s; at most 5.000 s may pass without one"),
        judge(
            never,
            new Trace(right.callbacks(), ImmutableList.of(new ConnectAttempt(9_000, A, "s2")))));
  }

  private static void assertRefused(String message, ServerEvent... shown) {
    Scenario scenario = outage(8_000, "s2");
    Trace right = run(scenario);
    List<String> messages =
        judge(scenario, new Trace(right.callbacks(), ImmutableList.copyOf(shown)));
    assertTrue(messages.contains(message), messages.toString());
  }

  private static Trace run(Scenario scenario) {
    return new World(scenario, Profiles.AGORA_2019_05).run();
  }

  private static List<String> judge(Scenario scenario, Trace trace) {
    return new Oracle(Profiles.AGORA_2019_05, ImmutableSet.of(Feature.ATTEMPTS))
        .judge(scenario, trace).divergences().stream().map(Divergence::message).toList();
  }

  private static Scenario outage(long backMillis, String server) {
    return ImmutableScenario.builder()
        .addParticipants(
            new Participant(A, Platform.ANDROID), new Participant(UserId.of(2), Platform.WEB))
        .addServers("s1", "s2", "s3")
        .addAllSteps(Stream.of(1, 2).map(uid -> Step.of(0, Action.JOIN, UserId.of(uid))).toList())
        .addSteps(
            Step.of(5_000, Action.DROP, A),
            Step.of(backMillis, Action.RESTORE, A).withServer(server))
        .untilMillis(60_000)
        .build();
  }
}
