package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rejoin.core.realtime.Edge.BOB;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.core.Reconnect;

/** When the edge says to try which server. */
class WayBackTest {
  private static final Reconnect.Pacing EVERY_SECOND = attempt -> 1_000;

  private final Edge edge = new Edge();

  @Test
  void attemptsBeginAtInterruptedElsewhereAndGoOnThroughTheLoss() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b", "c");
    client.join();
    edge.time.passMillis(10_000);
    assertEquals(
        List.of(
            "INTERRUPTED(1)@4000",
            "b#1@4000",
            "c#2@5000",
            "a#3@6000",
            "b#4@7000",
            "c#5@8000",
            "a#6@9000",
            "LOST(1)@10000",
            "b#7@10000"),
        edge.seen());
  }

  @Test
  void theServerThatAcceptedEndsTheAttemptsAndIsTheOneLostNext() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.join();
    edge.time.passMillis(4_500);
    client.connected("b");
    edge.time.passMillis(4_000);
    assertEquals(
        List.of(
            "INTERRUPTED(1)@4000",
            "b#1@4000",
            "REJOINED(1)@4500",
            "INTERRUPTED(1)@8500",
            "a#1@8500"),
        edge.seen());
  }

  @Test
  void dataFromTheServerThatWasLostEndsTheAttemptsToo() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.join();
    edge.time.passMillis(4_500);
    client.linkUp();
    edge.time.passMillis(60_000);
    client.linkDown();
    edge.time.passMillis(4_000);
    assertEquals(
        List.of(
            "INTERRUPTED(1)@4000",
            "b#1@4000",
            "REJOINED(1)@4500",
            "INTERRUPTED(1)@68500",
            "b#1@68500"),
        edge.seen());
  }

  @Test
  void aJoinConnectsToTheFirstServerAgain() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.join();
    client.connected("b");
    client.join();
    edge.time.passMillis(4_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "b#1@4000"), edge.seen());
  }

  @Test
  void connectedBetweenSessionsMeansNothing() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.connected("b");
    assertEquals(List.of(), edge.seen());
    assertFalse(client.isInSession());
  }

  @Test
  void aLeaveEndsTheAttempts() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.join();
    edge.time.passMillis(4_000);
    client.leave();
    edge.time.passMillis(60_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "b#1@4000"), edge.seen());
    assertEquals(0, edge.time.armed());
  }

  @Test
  void aJoinDuringAnOutageEndsTheAttempts() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.join();
    edge.time.passMillis(4_000);
    client.join();
    edge.time.passMillis(3_999);
    assertEquals(List.of("INTERRUPTED(1)@4000", "b#1@4000"), edge.seen());
  }

  @Test
  void givingUpEndsTheAttempts() {
    RealtimeClient client =
        edge.builder(Runnable::run)
            .profile(Profiles.AGORA_CURRENT)
            .reconnect(ImmutableList.of("a", "b"), attempt -> 600_000, edge::onAttempt)
            .build();
    client.join();
    edge.time.passMillis(24 * 60 * 60_000);
    assertEquals(
        List.of("INTERRUPTED(1)@4000", "b#1@4000", "LOST(1)@14000", "a#2@604000"), edge.seen());
    assertEquals(0, edge.time.armed());
  }

  @Test
  void anOutageThatIsOverWhenItComesToLightBringsNoAttempt() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.join();
    edge.time.skipMillis(8_000);
    client.packet(BOB);
    edge.time.wake();
    assertEquals(
        List.of("INTERRUPTED(1)@4000", "REJOINED(1)@8000", "USER_JOINED(2)@8000"), edge.seen());
  }

  @Test
  void whereTheSchedulerRefusesAttemptsComeWithTheNextInput() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    edge.time.refuse(true);
    client.join();
    edge.time.passMillis(4_000);
    client.linkDown();
    edge.time.passMillis(1);
    client.linkDown();
    edge.time.passMillis(1_000);
    client.linkDown();
    assertEquals(List.of("INTERRUPTED(1)@4000", "b#1@4000", "a#2@5001"), edge.seen());
  }

  @Test
  void onlyAServerThatIsKnownCanHaveAccepted() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    Exception thrown = assertThrows(IllegalArgumentException.class, () -> client.connected("z"));
    assertEquals("server z is none of [a, b]", thrown.getMessage());
    RealtimeClient without = edge.client();
    assertThrows(IllegalArgumentException.class, () -> without.connected("a"));
  }
}
