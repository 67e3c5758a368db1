package org.rejoin.tck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/** The views of a check: one for each participant that the port can be. */
class StagedCheckTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final ImmutableSet<Platform> ALL = ImmutableSet.copyOf(Platform.values());
  private static final UserId ONE = UserId.of(1);
  private static final UserId TWO = UserId.of(2);

  @Test
  void thereIsOneForEachParticipantOnOneOfThePlatforms() {
    Check check = RuleExamples.of(Rule.NET_10).get(0).check();
    assertEquals("NET-10/android-dropped-12s", check.id());
    assertEquals(
        List.of("NET-10/android-dropped-12s@1", "NET-10/android-dropped-12s@2"), ids(check, ALL));
    ImmutableSet<Platform> web = ImmutableSet.of(Platform.WEB);
    assertEquals(List.of("NET-10/android-dropped-12s@2"), ids(check, web));
    assertEquals(
        Stage.view(check.scenario(), TWO, PROFILE),
        Stage.views(check, web, PROFILE).get(0).scenario());
    assertEquals(List.of(), ids(check, ImmutableSet.of(Platform.MACOS)));
  }

  @Test
  void theClientsOwnAttemptsArePlayedAsLongAsNobodyElseStirs() {
    Check check = servers(own(5_000, Action.DROP), own(20_000, Action.RESTORE).withServer("s2"));
    assertEquals(List.of("servers@1"), ids(check, ALL));
    Scenario view = Stage.view(check.scenario(), ONE, PROFILE);
    assertEquals(List.of("s1", "s2"), view.servers());
    assertEquals(
        List.of(
            own(0, Action.JOIN),
            own(0, Action.PEER_HEARD).withPeer(TWO),
            own(5_000, Action.DROP),
            own(20_000, Action.RESTORE).withServer("s2"),
            own(20_000, Action.PEER_HEARD).withPeer(TWO)),
        view.steps());
  }

  @Test
  void whatIsHeardAfterAReturnThatNobodyKnowsIsNotPlayed() {
    Check check =
        servers(
            own(5_000, Action.DROP),
            own(20_000, Action.RESTORE).withServer("s2"),
            Step.of(21_000, Action.LEAVE, TWO));
    assertEquals(List.of(), ids(check, ALL));
    assertEquals(
        "scenario 'servers' can't be shown to user 1 alone: what it hears depends on attempts that"
            + " nobody knows beforehand",
        assertThrows(
                IllegalArgumentException.class, () -> Stage.view(check.scenario(), ONE, PROFILE))
            .getMessage());
  }

  /** Whether it is told of who comes while it waits hangs on attempts too. */
  @Test
  void whoComesWhileTheClientWaitsIsNotPlayedEither() {
    Check check =
        servers(
            Step.of(1_000, Action.LEAVE, TWO),
            own(5_000, Action.DROP),
            own(20_000, Action.RESTORE).withServer("s2"),
            Step.of(21_000, Action.JOIN, TWO));
    assertEquals(List.of(), ids(check, ALL));
  }

  @Test
  void aFreshSessionEndsTheDoubt() {
    Check check =
        servers(
            own(5_000, Action.DROP),
            own(20_000, Action.RESTORE).withServer("s2"),
            own(21_000, Action.JOIN),
            Step.of(22_000, Action.LEAVE, TWO));
    assertEquals(List.of("servers@1"), ids(check, ALL));
  }

  @Test
  void aReturnThatNeedsNoAttemptIsPlayedForEverybody() {
    Check inTime = servers(own(5_000, Action.DROP), own(9_000, Action.RESTORE).withServer("s1"));
    assertEquals(List.of("servers@1", "servers@2"), ids(inTime, ALL));
    assertEquals(List.of(), Stage.view(inTime.scenario(), TWO, PROFILE).servers());
    Check late = servers(own(5_000, Action.DROP), own(9_001, Action.RESTORE).withServer("s1"));
    assertEquals(List.of("servers@1"), ids(late, ALL));
    Check elsewhere = servers(own(5_000, Action.DROP), own(6_000, Action.RESTORE).withServer("s2"));
    assertEquals(List.of("servers@1"), ids(elsewhere, ALL));
  }

  private static List<String> ids(Check check, ImmutableSet<Platform> platforms) {
    return Stage.views(check, platforms, PROFILE).stream().map(StagedCheck::id).toList();
  }

  private static Step own(long atMillis, Action action) {
    return Step.of(atMillis, action, ONE);
  }

  private static Check servers(Step... steps) {
    return Check.given(
        "servers",
        "servers are named",
        ImmutableScenario.builder()
            .name("servers")
            .addParticipants(
                new Participant(ONE, Platform.ANDROID), new Participant(TWO, Platform.WEB))
            .addServers("s1", "s2")
            .addSteps(Step.of(0, Action.JOIN, TWO), own(0, Action.JOIN))
            .addSteps(steps)
            .untilMillis(60_000)
            .build());
  }
}
