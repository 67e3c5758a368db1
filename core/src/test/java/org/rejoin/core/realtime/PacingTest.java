package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.core.Reconnect;

/** How far attempts are apart, late calls and bad pacing included. */
class PacingTest {
  private static final Reconnect.Pacing EVERY_SECOND = attempt -> 1_000;

  private final Edge edge = new Edge();

  @Test
  void attemptsOverdueComeOutOneAndThePaceGoesOnFromThere() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.join();
    edge.time.skipMillis(60_000);
    edge.time.wake();
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000", "b#1@4000"), edge.seen());
    edge.time.passMillis(1_000);
    assertEquals(List.of("a#2@61000"), edge.seen());
  }

  @Test
  void anAttemptThatAnInputBringsToLightSetsThePaceToo() {
    RealtimeClient client = edge.client(EVERY_SECOND, "a", "b");
    client.join();
    edge.time.skipMillis(4_600);
    client.linkDown();
    edge.time.passMillis(1_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "b#1@4000", "a#2@5600"), edge.seen());
  }

  @Test
  void aPacingThatThrowsIsReportedAndASecondWaited() {
    IllegalStateException mistake = new IllegalStateException("the app's own");
    Reconnect.Pacing failing =
        attempt -> {
          throw mistake;
        };
    RealtimeClient client = edge.client(failing, "a", "b");
    client.join();
    edge.time.passMillis(5_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "b#1@4000", "a#2@5000"), edge.seen());
    assertEquals(List.of(mistake, mistake), edge.failures);
  }

  @Test
  void aPacingThatAsksForNoWaitIsReportedAndASecondWaited() {
    RealtimeClient client = edge.client(attempt -> 0, "a", "b");
    client.join();
    edge.time.passMillis(4_999);
    assertEquals(List.of("INTERRUPTED(1)@4000", "b#1@4000"), edge.seen());
    assertEquals("pacing: waits must be at least 1 ms, was 0", edge.failures.get(0).getMessage());
  }

  @Test
  void theShortestWaitIsAMillisecondAndTheLongestDoesNotOverflow() {
    RealtimeClient client = edge.client(attempt -> attempt == 2 ? 1 : Long.MAX_VALUE, "a", "b");
    client.join();
    edge.time.passMillis(60_000);
    assertEquals(
        List.of("INTERRUPTED(1)@4000", "b#1@4000", "a#2@4001", "LOST(1)@10000"), edge.seen());
    assertEquals(List.of(), edge.failures);
  }
}
