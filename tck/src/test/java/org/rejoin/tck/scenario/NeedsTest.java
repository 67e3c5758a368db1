package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/** A port is only given what it said that it can do. */
class NeedsTest {
  private static final UserId ONE = UserId.of(1);

  @Test
  void aPlainOutageNeedsNothing() {
    assertEquals(
        Set.of(),
        needs(
            Step.of(0, Action.JOIN, ONE),
            Step.of(1, Action.DROP, ONE),
            Step.of(2, Action.RESTORE, ONE)));
  }

  @Test
  void eachFeatureIsSeen() {
    assertEquals(Set.of(Feature.LEAVE), needs(Step.of(0, Action.LEAVE, ONE)));
    assertEquals(Set.of(Feature.KILL), needs(Step.of(0, Action.KILL, ONE)));
    assertEquals(Set.of(Feature.KILL), needs(Step.of(0, Action.RESTART, ONE)));
    assertEquals(
        Set.of(Feature.ONE_WAY_LOSS),
        needs(Step.of(0, Action.DROP, ONE).withDirection(Direction.UPLINK)));
    assertEquals(
        Set.of(Feature.ONE_WAY_LOSS),
        needs(Step.of(0, Action.DROP, ONE).withDirection(Direction.DOWNLINK)));
    assertEquals(Set.of(), needs(Step.of(0, Action.DROP, ONE), Step.of(1, Action.RESTORE, ONE)));
    assertEquals(
        Set.of(Feature.CHANNELS), needs(Step.of(0, Action.JOIN, ONE).withChannel("other")));
    assertEquals(
        Set.of(Feature.ATTEMPTS),
        Needs.of(
            ImmutableScenario.builder()
                .addParticipants(new Participant(ONE, Platform.WEB))
                .addServers("s1")
                .untilMillis(1)
                .build()));
  }

  private static Set<Feature> needs(Step... steps) {
    return Needs.of(
        ImmutableScenario.builder()
            .addParticipants(new Participant(ONE, Platform.WEB))
            .addSteps(steps)
            .untilMillis(10)
            .build());
  }
}
