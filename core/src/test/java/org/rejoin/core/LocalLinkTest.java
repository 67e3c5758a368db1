package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rejoin.api.Input.Kind.END;
import static org.rejoin.api.Input.Kind.JOIN;
import static org.rejoin.api.Input.Kind.LINK_DOWN;
import static org.rejoin.api.Input.Kind.LINK_UP;
import static org.rejoin.api.Input.Kind.USER_HEARD;
import static org.rejoin.api.Input.Kind.USER_LEFT;
import static org.rejoin.api.Input.Kind.USER_SILENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Family;
import org.rejoin.api.Profiles;

/** The local user's own outage: NET-01 to NET-07, NET-11 to NET-13, DRV-01 to DRV-03. */
class LocalLinkTest {

  @Test
  void isInterruptedAfter4sAndLostAfter10sOfSilence() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(LINK_DOWN, 5_000).advanceTo(60_000);
    assertEquals(List.of("INTERRUPTED(1)@9000", "LOST(1)@15000"), me.seen());
  }

  @Test
  void fallsAtTheDeadlineAndNotOneMillisecondEarlier() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(LINK_DOWN, 5_000).advanceTo(8_999);
    assertEquals(List.of(), me.seen());
    assertEquals(9_000, me.client().nextDeadline());
    assertEquals(List.of("INTERRUPTED(1)@9000"), me.advanceTo(9_000).seen());
    assertEquals(15_000, me.client().nextDeadline());
  }

  @Test
  void staysSilentWhenBackAtExactly4s() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(LINK_DOWN, 5_000).tell(LINK_UP, 9_000);
    assertEquals(List.of(), me.advanceTo(60_000).seen());
  }

  @Test
  void isInterruptedAndRejoinedWhenBackOneMillisecondLater() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(LINK_DOWN, 5_000).tell(LINK_UP, 9_001);
    assertEquals(List.of("INTERRUPTED(1)@9000", "REJOINED(1)@9001"), me.seen());
  }

  @Test
  void oneLateCallReportsWhatWasSkippedInOrder() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(LINK_DOWN, 0).tell(LINK_UP, 90_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000", "REJOINED(1)@90000"), me.seen());
  }

  @Test
  void everyOutageCountsAnew() {
    ClientDriver me =
        ClientDriver.awl()
            .joined(0)
            .tell(LINK_DOWN, 0)
            .tell(LINK_UP, 5_000)
            .tell(LINK_DOWN, 6_000)
            .tell(LINK_UP, 11_000);
    assertEquals(
        List.of(
            "INTERRUPTED(1)@4000", "REJOINED(1)@5000", "INTERRUPTED(1)@10000", "REJOINED(1)@11000"),
        me.seen());
  }

  @Test
  void theSecondWordOfTheSameOutageMovesNothing() {
    ClientDriver me =
        ClientDriver.awl().joined(0).tell(LINK_DOWN, 1_000).tell(LINK_DOWN, 3_000).advanceTo(5_000);
    assertEquals(List.of("INTERRUPTED(1)@5000"), me.seen());
  }

  @Test
  void theSecondWordOfTheSamePresenceMovesNothing() {
    ClientDriver me =
        ClientDriver.awl().joined(0).tell(LINK_UP, 3_000).tell(LINK_DOWN, 5_000).advanceTo(9_000);
    assertEquals(List.of("INTERRUPTED(1)@9000"), me.seen());
  }

  @Test
  void everyPacketOfTheServerArmsTheClockAnew() {
    ClientDriver me = ClientDriver.awl().tell(JOIN, 0);
    for (long at = 3_900; at <= 39_000; at += 3_900) {
      me.serverPacket(at);
    }
    assertEquals(List.of(), me.seen());
    assertEquals(
        List.of("INTERRUPTED(1)@43000", "REJOINED(1)@43001"), me.serverPacket(43_001).seen());
  }

  @Test
  void aPacketAfterTheWordThatTheLinkIsDownProvesOtherwise() {
    ClientDriver me =
        ClientDriver.awl().joined(0).tell(LINK_DOWN, 1_000).serverPacket(2_000).advanceTo(5_999);
    assertEquals(List.of(), me.seen());
    assertEquals(List.of("INTERRUPTED(1)@6000"), me.advanceTo(6_000).seen());
  }

  @Test
  void afterTheEndNothingPendingFalls() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(LINK_DOWN, 1_000).tell(END, 2_000);
    assertEquals(List.of(), me.advanceTo(60_000).seen());
    assertEquals(Client.NEVER, me.client().nextDeadline());
    assertFalse(me.client().isInSession());
  }

  @Test
  void whoIsInNoChannelHearsOfNothing() {
    ClientDriver me =
        ClientDriver.awl()
            .tell(LINK_UP, 0)
            .tell(LINK_DOWN, 1_000)
            .serverPacket(20_000)
            .tell(LINK_UP, 30_000)
            .tell(JOIN, 40_000);
    assertEquals(List.of("INTERRUPTED(1)@44000"), me.advanceTo(44_000).seen());
  }

  @Test
  void aFreshSessionIsNoRejoin() {
    ClientDriver me =
        ClientDriver.awl().joined(0).tell(LINK_DOWN, 0).advanceTo(12_000).joined(13_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000"), me.seen());
    assertTrue(me.client().isInSession());
  }

  @Test
  void lostCountsFromInterruptedWhereTheProfileSaysSo() {
    ClientDriver me =
        new ClientDriver(Family.AWL, Profiles.AGORA_CURRENT)
            .joined(0)
            .tell(LINK_DOWN, 0)
            .advanceTo(60_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@14000"), me.seen());
  }

  @Test
  void theDefaultProfileNeverStopsTrying() {
    long day = 24 * 3_600_000L;
    ClientDriver me = ClientDriver.awl().joined(0).tell(LINK_DOWN, 0).tell(LINK_UP, 365 * day);
    assertEquals("REJOINED(1)@" + 365 * day, me.seen().get(2));
  }

  @Test
  void whoGaveUpNeedsANewJoin() {
    long givesUp = 20 * 60_000;
    ClientDriver me =
        new ClientDriver(Family.AWL, Profiles.AGORA_2020_TIMELINE)
            .joined(0)
            .tell(LINK_DOWN, 0)
            .advanceTo(givesUp - 1);
    assertTrue(me.client().isInSession());
    assertEquals(givesUp, me.client().nextDeadline());
    me.advanceTo(givesUp);
    assertFalse(me.client().isInSession());
    me.tell(LINK_UP, givesUp + 1).serverPacket(givesUp + 2).packet(2, givesUp + 3);
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@15000"), me.seen());
    me.joined(givesUp + 4).tell(LINK_DOWN, givesUp + 5).advanceTo(givesUp + 4_005);
    assertEquals("INTERRUPTED(1)@" + (givesUp + 4_005), me.seen().get(2));
  }

  @Test
  void whoIsBackAtTheInstantOfGivingUpHasNotGivenUp() {
    long givesUp = 20 * 60_000;
    ClientDriver me =
        new ClientDriver(Family.AWL, Profiles.AGORA_2020_TIMELINE)
            .joined(0)
            .tell(LINK_DOWN, 0)
            .tell(LINK_UP, givesUp);
    assertEquals("REJOINED(1)@" + givesUp, me.seen().get(2));
  }

  @Test
  void timeMayBeginAtTheFirstInstantThereIs() {
    long first = Long.MIN_VALUE;
    ClientDriver me = ClientDriver.awl().tell(JOIN, first).advanceTo(first + 4_000);
    assertEquals(List.of("INTERRUPTED(1)@" + (first + 4_000)), me.seen());
  }

  @Test
  void timeMayNotRunBackwards() {
    ClientDriver me = ClientDriver.awl().joined(1_000);
    assertEquals(
        "time runs backwards: 999 after 1000",
        assertThrows(IllegalArgumentException.class, () -> me.advanceTo(999)).getMessage());
  }

  @Test
  void saysInASnapshotAllThatItsFutureDependsOn() {
    ClientDriver me = ClientDriver.awl();
    assertEquals("OUT", me.client().snapshot(0));
    me.joined(0).tell(USER_HEARD, 2, 1_000).tell(USER_HEARD, 3, 1_000);
    assertEquals("CONNECTED, 2 HEARD, 3 HEARD", me.client().snapshot(1_000));
    me.tell(USER_SILENT, 2, 2_000).tell(USER_LEFT, 3, 2_000);
    assertEquals("CONNECTED, 2 SILENT 19000, 3 GONE", me.client().snapshot(3_000));
    me.tell(LINK_DOWN, 4_000);
    assertEquals("CONNECTED down 4000, 2 SILENT 18000, 3 GONE", me.client().snapshot(4_000));
    me.advanceTo(9_000);
    assertEquals("INTERRUPTED down 5000, 2 SILENT 13000, 3 GONE", me.client().snapshot(9_000));
    me.advanceTo(50_000);
    assertEquals("LOST down, 2 SILENT 0, 3 GONE", me.client().snapshot(50_000));
    me.tell(END, 50_000);
    assertEquals("OUT, 2 UNKNOWN, 3 UNKNOWN", me.client().snapshot(50_000));
  }
}
