package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.rejoin.core.realtime.Edge.BOB;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;

/** How callbacks reach the app: its executor, its mistakes, its calling back in. */
class CallbacksTest {
  private final Edge edge = new Edge();
  private final ManualExecutor appThread = new ManualExecutor();

  @Test
  void callbacksRunOnTheExecutorAndNowhereElse() {
    RealtimeClient client = edge.builder(appThread).build();
    client.join();
    edge.time.passMillis(10_000);
    assertEquals(List.of(), edge.seen());
    appThread.runAll();
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000"), edge.seen());
  }

  @Test
  void whatBringsNothingAboutDoesNotBotherTheExecutor() {
    RealtimeClient client = edge.builder(appThread).build();
    client.join();
    client.serverPacket();
    client.leave();
    edge.time.passMillis(60_000);
    assertEquals(0, appThread.waiting());
  }

  @Test
  void aCallbackThatThrowsHarmsNobody() {
    IllegalStateException mistake = new IllegalStateException("the app's own");
    edge.app =
        event -> {
          throw mistake;
        };
    RealtimeClient client = edge.client();
    client.join();
    edge.time.skipMillis(10_001);
    client.serverPacket();
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000", "REJOINED(1)@10001"), edge.seen());
    assertEquals(List.of(mistake, mistake, mistake), edge.failures);
  }

  @Test
  void aCallbackThatFailsWithAnErrorHarmsNobody() {
    AssertionError mistake = new AssertionError("the app's own");
    edge.app =
        event -> {
          throw mistake;
        };
    RealtimeClient client = edge.client();
    client.join();
    edge.time.passMillis(10_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000"), edge.seen());
    assertSame(mistake, edge.failures.get(1));
  }

  @Test
  void aCallbackMayCallBackInAndWhatFollowsComesAfterWhatWasThere() {
    RealtimeClient client = edge.client();
    List<String> order = new ArrayList<>();
    edge.app =
        event -> {
          order.add("begin " + event.kind());
          if (event.kind() == Event.Kind.INTERRUPTED) {
            client.packet(BOB);
          }
          order.add("end " + event.kind());
        };
    client.join();
    edge.time.skipMillis(10_000);
    edge.time.wake();
    assertEquals(
        List.of(
            "INTERRUPTED(1)@4000", "LOST(1)@10000", "REJOINED(1)@10000", "USER_JOINED(2)@10000"),
        edge.seen());
    assertEquals(
        List.of(
            "begin INTERRUPTED",
            "end INTERRUPTED",
            "begin LOST",
            "end LOST",
            "begin REJOINED",
            "end REJOINED",
            "begin USER_JOINED",
            "end USER_JOINED"),
        order);
  }

  @Test
  void aCallbackThatLeavesHearsNoMoreOfTheSession() {
    RealtimeClient client = edge.client();
    edge.app = event -> client.leave();
    client.join();
    edge.time.skipMillis(10_000);
    edge.time.wake();
    assertEquals(List.of("INTERRUPTED(1)@4000"), edge.seen());
  }

  @Test
  void whatWasNotYetDeliveredWhenTheAppJoinsAnewIsDropped() {
    RealtimeClient client = edge.builder(appThread).build();
    client.join();
    client.packet(BOB);
    client.join();
    client.packet(UserId.of(3));
    appThread.runAll();
    assertEquals(List.of("USER_JOINED(3)@0"), edge.seen());
  }

  @Test
  void anExecutorThatRefusesIsReportedAndTheEventGoesWithTheNext() {
    RealtimeClient client = edge.builder(appThread).build();
    client.join();
    appThread.refuse(true);
    client.packet(BOB);
    client.packet(BOB);
    assertEquals(1, edge.failures.size());
    assertInstanceOf(RejectedExecutionException.class, edge.failures.get(0));
    appThread.refuse(false);
    client.packet(UserId.of(3));
    appThread.runAll();
    assertEquals(List.of("USER_JOINED(2)@0", "USER_JOINED(3)@0"), edge.seen());
  }
}
