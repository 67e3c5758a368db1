package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/** In one client's view others are known by the steps about them. */
class TraceReaderTest {
  private static final UserId CLIENT = UserId.of(1);
  private static final Scenario VIEW =
      ImmutableScenario.builder()
          .addParticipants(new Participant(CLIENT, Platform.WEB))
          .addSteps(
              Step.of(0, Action.JOIN, CLIENT),
              Step.of(0, Action.PEER_HEARD, CLIENT).withPeer(UserId.of(7)))
          .untilMillis(1_000)
          .build();

  @Test
  void aCallbackMayBeAboutAPeer() {
    assertEquals(Optional.of(UserId.of(7)), read(1, 7).callbacks().get(0).callback().peer());
  }

  @Test
  void aCallbackIsNeitherAtAPeerNorAboutAStranger() {
    assertEquals(
        "`callbacks[0].uid` must be a uid of the scenario [1], was 7",
        assertThrows(ProtocolException.class, () -> read(7, 1)).getMessage());
    assertEquals(
        "`callbacks[0].peer` must be a uid of the scenario [1, 7], was 8",
        assertThrows(ProtocolException.class, () -> read(1, 8)).getMessage());
  }

  private static Trace read(long uid, long peer) {
    String line =
        "{\"callbacks\":[{\"at\":0,\"uid\":"
            + uid
            + ",\"name\":\"stream-added\",\"peer\":"
            + peer
            + "}]}";
    return new TraceReader(VIEW).read(new Fields(Messages.parse(line), ""));
  }
}
