package org.rejoin.tck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.KillContext;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Step;

/** A scenario's address has all of it, in characters that an address may have. */
class ExplorerLinkTest {
  private static final UserId ONE = UserId.of(1);
  private static final UserId TWO = UserId.of(2);

  @Test
  void everyDetailIsInIt() {
    ImmutableScenario scenario =
        ImmutableScenario.builder()
            .name("one / \"zwei\" / 三")
            .mode(Mode.LIVE)
            .addParticipants(new Participant(ONE, Platform.ANDROID))
            .addParticipants(new Participant(TWO, Platform.WEB))
            .addServers("s1", "s,2")
            .addSteps(
                Step.of(0, Action.JOIN, ONE),
                Step.of(0, Action.JOIN, TWO).withChannel("a;b"),
                Step.of(1, Action.DROP, ONE).withDirection(Direction.UPLINK),
                Step.of(2, Action.RESTORE, ONE).withServer("s,2"),
                Step.of(3, Action.KILL, ONE),
                Step.of(4, Action.RESTART, ONE),
                Step.of(5, Action.LEAVE, ONE),
                Step.of(6, Action.KILL, TWO)
                    .withContext(new KillContext(KillContext.How.PAGE_CLOSED, false, true)))
            .untilMillis(7)
            .build();
    assertEquals(
        Optional.of(
            "explorer.html#agora-current;live;1android,2web;s1,s%2C2;"
                + "0j1,0j2:a%3Bb,1d1:uplink,2r1:s%2C2,3k1,4s1,5l1,6k2:page-closed:no-voip:front;7;"
                + "one%20%2F%20%22zwei%22%20%2F%20%E4%B8%89"),
        ExplorerLink.of(scenario, Profiles.AGORA_CURRENT));
  }

  @Test
  void whatOneClientMeetsHasNone() {
    ImmutableScenario view =
        ImmutableScenario.builder()
            .addParticipants(new Participant(ONE, Platform.WEB))
            .addSteps(
                Step.of(0, Action.JOIN, ONE), Step.of(0, Action.PEER_HEARD, ONE).withPeer(TWO))
            .untilMillis(1)
            .build();
    assertEquals(Optional.empty(), ExplorerLink.of(view, Profiles.AGORA_2019_05));
  }
}
