package org.rejoin.tck.defective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** What a failing trace is said to look like. */
class LooksLikeTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Hello PORT = new ReferencePort().hello();
  private static final UserId ONE = UserId.of(1);
  private static final UserId TWO = UserId.of(2);

  /** Cut off, killed 3 s later, and never back. */
  private static final Scenario KILLED_WHILE_CUT_OFF =
      scenario(40_000, Step.of(5_000, Action.DROP, ONE), Step.of(8_000, Action.KILL, ONE));

  private static final Scenario BACK_AT_12S =
      scenario(40_000, Step.of(5_000, Action.DROP, ONE), Step.of(17_000, Action.RESTORE, ONE));

  private static Scenario scenario(long until, Step... steps) {
    return ImmutableScenario.builder()
        .name("a")
        .addParticipants(new Participant(ONE, Platform.ANDROID), new Participant(TWO, Platform.WEB))
        .addSteps(Step.of(0, Action.JOIN, ONE), Step.of(0, Action.JOIN, TWO))
        .addSteps(steps)
        .untilMillis(until)
        .build();
  }

  @Test
  void aKnownDefectIsNamedByItsSentence() {
    assertEquals(
        Optional.of("the window starts again when the user is killed"),
        line(KILLED_WHILE_CUT_OFF, defect("window-from-the-kill", KILLED_WHILE_CUT_OFF)));
  }

  @Test
  void anotherReadingIsNamedWithItsDecisionAndProfileBeforeAnyDefect() {
    Trace seen =
        Spoilt.run(
            BACK_AT_12S,
            ImmutableProfile.copyOf(PROFILE)
                .withLostOrigin(Profiles.AGORA_CURRENT.lostOrigin())
                .withLostAfterMillis(Profiles.AGORA_CURRENT.lostAfterMillis()));
    assertEquals(
        Optional.of(
            "another reading of the text (D-02), that of profile agora-2020-timeline and of"
                + " agora-current; or the 10 s to lost count from interrupted, not from the last"
                + " data; or lost is never told; or 1 more"),
        line(BACK_AT_12S, seen));
  }

  @Test
  void whatIsRightLooksLikeNothing() {
    assertEquals(Optional.empty(), line(BACK_AT_12S, Spoilt.run(BACK_AT_12S, PROFILE)));
  }

  @Test
  void whatNobodyHasDoneBeforeLooksLikeNothing() {
    Trace right = Spoilt.run(BACK_AT_12S, PROFILE);
    TracedCallback odd =
        new TracedCallback(
            1_234, ONE, new Callback("onUserJoined", Optional.of(TWO), Optional.empty()));
    Trace seen =
        new Trace(
            ImmutableList.<TracedCallback>builder()
                .addAll(right.callbacks().subList(0, 2))
                .add(odd)
                .addAll(right.callbacks().subList(2, right.callbacks().size()))
                .build(),
            right.server());
    assertEquals(Optional.empty(), line(BACK_AT_12S, seen));
  }

  @Test
  void onARealClockLatenessIsForgiven() {
    Trace seen = shifted(defect("window-from-the-kill", KILLED_WHILE_CUT_OFF), 150);
    assertEquals(Optional.empty(), line(KILLED_WHILE_CUT_OFF, seen));
    assertEquals(
        Optional.of("the window starts again when the user is killed"),
        LooksLike.line(KILLED_WHILE_CUT_OFF, seen, PROFILE, PORT, new Tolerance(100, 200)));
  }

  @Test
  void whatAPortCannotShowIsNotAskedOfIt() {
    Hello bare =
        ImmutableHello.copyOf(PORT).withFeatures(ImmutableSet.of(Feature.KILL, Feature.LEAVE));
    Trace whole = defect("window-from-the-kill", KILLED_WHILE_CUT_OFF);
    Trace seen =
        new Trace(
            whole.callbacks().stream()
                .filter(told -> told.atMillis() > 0)
                .map(
                    told ->
                        new TracedCallback(
                            told.atMillis(),
                            told.uid(),
                            new Callback(
                                told.callback().name(), told.callback().peer(), Optional.empty())))
                .collect(ImmutableList.toImmutableList()),
            ImmutableList.of());
    assertEquals(
        Optional.of("the window starts again when the user is killed"),
        LooksLike.line(KILLED_WHILE_CUT_OFF, seen, PROFILE, bare, Tolerance.EXACT));
  }

  @Test
  void ofOneClientsPortItsOwnUsersAreCompared() {
    Hello web = ImmutableHello.copyOf(PORT).withView(Hello.View.CLIENT).withPlatforms(Platform.WEB);
    Trace whole = defect("window-from-the-kill", KILLED_WHILE_CUT_OFF);
    Trace seen =
        new Trace(
            whole.callbacks().stream()
                .filter(told -> told.uid().equals(TWO))
                .collect(ImmutableList.toImmutableList()),
            ImmutableList.of());
    assertEquals(
        Optional.of("the window starts again when the user is killed"),
        LooksLike.line(KILLED_WHILE_CUT_OFF, seen, PROFILE, web, Tolerance.EXACT));
  }

  @Test
  void aScenarioThatCannotBeRunOrIsFarTooLargeLooksLikeNothing() {
    Trace nothing = new Trace(ImmutableList.of(), ImmutableList.of());
    Scenario onesView = scenario(1_000, Step.of(500, Action.PEER_SILENT, ONE).withPeer(TWO));
    assertEquals(Optional.empty(), line(onesView, nothing));
    Scenario days = scenario(Long.MAX_VALUE / 4, Step.of(5_000, Action.DROP, ONE));
    assertEquals(Optional.empty(), line(days, nothing));
  }

  /** Whatever a port has that a defect has, somebody finds out, if only among others. */
  @Test
  void everyDefectIsRecognisedWhereItShows() {
    int named = 0;
    for (Scenario scenario : ImmutableList.of(KILLED_WHILE_CUT_OFF, BACK_AT_12S)) {
      for (Defect defect : Defects.seenInOne()) {
        if (defect.isOf(PROFILE) && !likeTheReference(defect, scenario)) {
          named++;
          Trace seen = defect.run(scenario, PROFILE);
          assertTrue(line(scenario, seen).isPresent(), defect.id());
        }
      }
    }
    assertTrue(named > 40, "too few to tell: " + named);
  }

  private static boolean likeTheReference(Defect defect, Scenario scenario) {
    Trace right = Spoilt.run(scenario, PROFILE);
    return new Shown(scenario, defect.run(scenario, PROFILE), right, PROFILE, PORT, Tolerance.EXACT)
        .is(right);
  }

  private static Trace defect(String id, Scenario scenario) {
    return Defects.all().stream()
        .filter(defect -> defect.id().equals(id))
        .findFirst()
        .orElseThrow()
        .run(scenario, PROFILE);
  }

  private static Trace shifted(Trace trace, long millis) {
    return new Trace(
        trace.callbacks().stream()
            .map(told -> new TracedCallback(told.atMillis() + millis, told.uid(), told.callback()))
            .collect(ImmutableList.toImmutableList()),
        trace.server());
  }

  private static Optional<String> line(Scenario scenario, Trace seen) {
    return LooksLike.line(scenario, seen, PROFILE, PORT, Tolerance.EXACT);
  }
}
