package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.rejoin.core.realtime.Edge.BOB;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The one timer task: when it is armed, and for what. */
class AlarmTest {
  private final Edge edge = new Edge();
  private final RealtimeClient client = edge.client();

  @Test
  void oneTaskIsArmedForTheNextDeadline() {
    edge.time.skipNanos(1);
    client.join();
    assertEquals(1, edge.time.armed());
    assertEquals(List.of(4_000_999_999L), edge.time.delaysNanos());
  }

  @Test
  void packetsCostNoTimerWork() {
    client.join();
    for (int packet = 0; packet < 1_000; packet++) {
      edge.time.passMillis(1);
      client.packet(BOB);
    }
    assertEquals(1, edge.time.delaysNanos().size());
  }

  @Test
  void anUnchangedDeadlineLeavesTheTaskAsItIs() {
    client.join();
    client.serverPacket();
    assertEquals(1, edge.time.delaysNanos().size());
  }

  @Test
  void aTaskThatPacketsOvertookIsArmedAnewForWhatIsLeft() {
    client.join();
    edge.time.passMillis(3_000);
    client.serverPacket();
    edge.time.passMillis(1_000);
    assertEquals(List.of(4_000_000_000L, 3_000_000_000L), edge.time.delaysNanos());
    edge.time.passMillis(3_000);
    assertEquals(List.of("INTERRUPTED(1)@7000"), edge.seen());
  }

  @Test
  void anEarlierDeadlineReplacesTheTask() {
    client.join();
    client.linkUp();
    client.userHeard(BOB);
    client.userSilent(BOB);
    edge.time.passMillis(1_000);
    client.linkDown();
    assertEquals(1, edge.time.armed());
    assertEquals(List.of(4_000_000_000L, 20_000_000_000L, 4_000_000_000L), edge.time.delaysNanos());
  }

  @Test
  void whereNothingIsDueNothingIsArmed() {
    client.join();
    client.linkUp();
    assertEquals(0, edge.time.armed());
  }

  @Test
  void aTaskThatRingsTooEarlyConcludesNothing() {
    client.join();
    edge.time.runFirstRegardless();
    assertEquals(List.of(), edge.seen());
    assertEquals(1, edge.time.armed());
    edge.time.passMillis(4_000);
    assertEquals(List.of("INTERRUPTED(1)@4000"), edge.seen());
  }

  @Test
  void aTaskCancelledTooLateToBeStoppedDoesNothing() {
    client.join();
    client.leave();
    edge.time.passMillis(1);
    client.join();
    edge.time.skipMillis(9_000);
    edge.time.runFirstRegardless();
    assertEquals(List.of(), edge.seen());
    assertEquals(1, edge.time.armed());
    edge.time.wake();
    assertEquals(List.of("INTERRUPTED(1)@4001"), edge.seen());
  }

  @Test
  void aTaskCancelledWithoutSuccessorDoesNothing() {
    client.join();
    client.leave();
    edge.time.runFirstRegardless();
    assertEquals(0, edge.time.armed());
    client.join();
    assertEquals(1, edge.time.armed());
  }

  @Test
  void aSchedulerThatRefusesIsReportedOnceAndDeadlinesComeWithTheNextInput() {
    edge.time.refuse(true);
    client.join();
    client.serverPacket();
    client.serverPacket();
    assertEquals(1, edge.failures.size());
    assertInstanceOf(RejectedExecutionException.class, edge.failures.get(0));
    edge.time.passMillis(5_000);
    client.serverPacket();
    assertEquals(List.of("INTERRUPTED(1)@4000", "REJOINED(1)@5000"), edge.seen());
  }

  @Test
  void aSchedulerThatTakesTasksAgainIsUsedAgain() {
    edge.time.refuse(true);
    client.join();
    client.serverPacket();
    edge.time.refuse(false);
    client.serverPacket();
    edge.time.refuse(true);
    edge.time.passMillis(4_000);
    assertEquals(List.of("INTERRUPTED(1)@4000"), edge.seen());
    assertEquals(2, edge.failures.size());
  }
}
