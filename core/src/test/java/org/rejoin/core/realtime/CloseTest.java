package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rejoin.core.realtime.Edge.BOB;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That close is final. */
class CloseTest {
  private final Edge edge = new Edge();

  @Test
  void theTimerIsGoneAndAGivenSchedulerStays() {
    RealtimeClient client = edge.client();
    client.join();
    client.close();
    assertEquals(0, edge.time.armed());
    assertFalse(edge.time.isShutdown());
  }

  @Test
  void whatWasConcludedAndNotYetDeliveredIsDropped() {
    ManualExecutor appThread = new ManualExecutor();
    RealtimeClient client = edge.builder(appThread).build();
    client.join();
    edge.time.passMillis(10_000);
    client.close();
    appThread.runAll();
    assertEquals(List.of(), edge.seen());
  }

  @Test
  void everyInputDoesNothing() {
    RealtimeClient client = edge.client(attempt -> 1, "a");
    client.join();
    client.close();
    client.join();
    client.linkUp();
    client.linkDown();
    client.serverPacket();
    client.packet(BOB);
    client.userHeard(BOB);
    client.userSilent(BOB);
    client.userLeft(BOB);
    client.connected("a");
    client.leave();
    edge.time.passMillis(60_000);
    assertEquals(List.of(), edge.seen());
    assertEquals(0, edge.time.armed());
    assertFalse(client.isInSession());
  }

  @Test
  void misuseIsStillRefused() {
    RealtimeClient client = edge.client();
    client.close();
    assertThrows(IllegalArgumentException.class, () -> client.packet(Edge.ME));
    assertThrows(IllegalArgumentException.class, () -> client.userLeft(Edge.ME));
    assertThrows(IllegalArgumentException.class, () -> client.connected("a"));
  }

  @Test
  void noSessionIsOpen() {
    RealtimeClient client = edge.client();
    client.join();
    client.close();
    assertFalse(client.isInSession());
  }

  @Test
  void aTaskThatAlreadyRanDoesNothing() {
    RealtimeClient client = edge.client();
    client.join();
    edge.time.skipMillis(10_000);
    client.close();
    edge.time.runFirstRegardless();
    assertEquals(List.of(), edge.seen());
    assertEquals(0, edge.time.armed());
  }

  @Test
  void closingTwiceOrFromACallbackIsFine() {
    RealtimeClient client = edge.client();
    edge.app = event -> client.close();
    client.join();
    edge.time.skipMillis(10_000);
    edge.time.wake();
    client.close();
    assertEquals(List.of("INTERRUPTED(1)@4000"), edge.seen());
    assertEquals(List.of(), edge.failures);
  }
}
