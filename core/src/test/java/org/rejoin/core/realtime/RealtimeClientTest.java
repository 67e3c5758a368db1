package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rejoin.core.realtime.Edge.BOB;
import static org.rejoin.core.realtime.Edge.ME;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.UserId;

/** What an app sees of the machine through the edge, and when. */
class RealtimeClientTest {
  private final Edge edge = new Edge();
  private final RealtimeClient client = edge.client();

  @Test
  void silenceOfTheServerIsToldAtItsDueTimes() {
    client.join();
    edge.time.passMillis(3_999);
    assertEquals(List.of(), edge.seen());
    edge.time.passMillis(1);
    assertEquals(List.of("INTERRUPTED(1)@4000"), edge.seen());
    edge.time.passMillis(6_000);
    assertEquals(List.of("LOST(1)@10000"), edge.seen());
    edge.time.passMillis(5_000);
    client.serverPacket();
    assertEquals(List.of("REJOINED(1)@15000"), edge.seen());
  }

  @Test
  void aLateTimerSwallowsNothing() {
    client.join();
    edge.time.skipMillis(30_000);
    assertEquals(List.of(), edge.seen());
    edge.time.wake();
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000"), edge.seen());
  }

  @Test
  void anInputBringsToLightWhatTheTimerSleptThrough() {
    client.join();
    edge.time.skipMillis(30_000);
    client.serverPacket();
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000", "REJOINED(1)@30000"), edge.seen());
    edge.time.wake();
    assertEquals(List.of(), edge.seen());
  }

  @Test
  void whatIsHeardAtADeadlineComesBeforeIt() {
    client.join();
    edge.time.skipMillis(4_000);
    client.serverPacket();
    edge.time.wake();
    assertEquals(List.of(), edge.seen());
  }

  @Test
  void nothingIsConcludedEarlyWhereverInAMillisecondItWasHeard() {
    edge.time.skipNanos(999_999);
    client.join();
    edge.time.passNanos(4_000_000_000L);
    assertEquals(List.of(), edge.seen());
    edge.time.passNanos(1);
    assertEquals(List.of("INTERRUPTED(1)@4001"), edge.seen());
  }

  @Test
  void aTimerBehindTheLastStampWaitsForIt() {
    client.join();
    client.linkUp();
    client.userHeard(BOB);
    client.userSilent(BOB);
    edge.time.skipNanos(20_000_000_001L);
    client.userSilent(BOB);
    edge.time.wake();
    assertEquals(List.of("USER_JOINED(2)@0", "USER_DROPPED(2)@20000"), edge.seen());
    edge.time.skipNanos(1);
    client.linkDown();
    edge.time.wake();
    edge.time.passMillis(4_000);
    assertEquals(List.of(), edge.seen());
    edge.time.passMillis(1);
    assertEquals(List.of("INTERRUPTED(1)@24001"), edge.seen());
  }

  @Test
  void aPacketOfAUserProvesBothTheUserAndTheLink() {
    client.join();
    edge.time.passMillis(3_000);
    client.packet(BOB);
    edge.time.passMillis(3_999);
    assertEquals(List.of("USER_JOINED(2)@3000"), edge.seen());
    edge.time.passMillis(1);
    assertEquals(List.of("INTERRUPTED(1)@7000"), edge.seen());
  }

  @Test
  void thePacketAfterAnOutageSaysWhoIsThereAndTheOthersAreGone() {
    UserId eve = UserId.of(3);
    UserId dan = UserId.of(4);
    client.join();
    client.packets(List.of(BOB, eve));
    edge.time.passMillis(30_000);
    edge.seen();
    client.packets(List.of(BOB, dan));
    edge.time.wake();
    assertEquals(
        List.of("REJOINED(1)@30000", "USER_JOINED(4)@30000", "USER_DROPPED(3)@30000"), edge.seen());
  }

  @Test
  void aPacketAboutNobodyIsDataOfTheServer() {
    client.join();
    edge.time.passMillis(3_000);
    client.packets(List.of());
    edge.time.passMillis(3_999);
    assertEquals(List.of(), edge.seen());
    edge.time.passMillis(1);
    assertEquals(List.of("INTERRUPTED(1)@7000"), edge.seen());
  }

  @Test
  void aPacketThatNamesTheLocalUserChangesNothing() {
    client.join();
    edge.time.passMillis(1);
    assertThrows(IllegalArgumentException.class, () -> client.packets(List.of(BOB, ME)));
    edge.time.passMillis(3_999);
    assertEquals(List.of("INTERRUPTED(1)@4000"), edge.seen());
  }

  @Test
  void aUserWhoseStreamEndsIsGoneAfterTheWindow() {
    client.join();
    client.linkUp();
    client.userHeard(BOB);
    edge.time.passMillis(60_000);
    client.userSilent(BOB);
    edge.time.passMillis(19_999);
    assertEquals(List.of("USER_JOINED(2)@0"), edge.seen());
    edge.time.passMillis(1);
    assertEquals(List.of("USER_DROPPED(2)@80000"), edge.seen());
  }

  @Test
  void aGoodbyeIsToldAtOnce() {
    client.join();
    client.userHeard(BOB);
    client.userLeft(BOB);
    assertEquals(List.of("USER_JOINED(2)@0", "USER_QUIT(2)@0"), edge.seen());
  }

  @Test
  void aLinkThatIsUpIsHeardAtEveryInstantUntilItIsDown() {
    client.join();
    client.linkUp();
    edge.time.passMillis(60_000);
    client.linkDown();
    edge.time.passMillis(4_000);
    assertEquals(List.of("INTERRUPTED(1)@64000"), edge.seen());
    client.linkUp();
    assertEquals(List.of("REJOINED(1)@64000"), edge.seen());
  }

  @Test
  void aSessionLastsFromJoinToLeave() {
    assertFalse(client.isInSession());
    client.join();
    assertTrue(client.isInSession());
    client.leave();
    assertFalse(client.isInSession());
    edge.time.passMillis(60_000);
    assertEquals(List.of(), edge.seen());
  }

  @Test
  void betweenSessionsNothingIsHeard() {
    client.packet(BOB);
    client.serverPacket();
    client.userHeard(BOB);
    client.linkUp();
    assertEquals(List.of(), edge.seen());
    assertEquals(0, edge.time.armed());
  }

  @Test
  void theLocalUserIsNotRemote() {
    assertThrows(IllegalArgumentException.class, () -> client.packet(ME));
    assertThrows(IllegalArgumentException.class, () -> client.userHeard(ME));
    assertThrows(IllegalArgumentException.class, () -> client.userSilent(ME));
    Exception thrown = assertThrows(IllegalArgumentException.class, () -> client.userLeft(ME));
    assertEquals("user 1 is the local user", thrown.getMessage());
  }

  @Test
  void timeCountsFromWhenTheClientWasBuiltAndNeverBackwards() {
    assertEquals(0, client.nowMillis());
    edge.time.skipNanos(7_999_999);
    assertEquals(7, client.nowMillis());
    edge.time.skipNanos(-5_000_000);
    assertEquals(7, client.nowMillis());
  }
}
