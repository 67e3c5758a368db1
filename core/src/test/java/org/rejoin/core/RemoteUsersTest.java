package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rejoin.api.Input.Kind.END;
import static org.rejoin.api.Input.Kind.JOIN;
import static org.rejoin.api.Input.Kind.LINK_DOWN;
import static org.rejoin.api.Input.Kind.LINK_UP;
import static org.rejoin.api.Input.Kind.USER_HEARD;
import static org.rejoin.api.Input.Kind.USER_LEFT;
import static org.rejoin.api.Input.Kind.USER_SILENT;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What an observer concludes about others: NET-08 to NET-10, NET-14 to NET-17, D-09, D-10. */
class RemoteUsersTest {

  @Test
  void aSilentUserIsGoneAfter20s() {
    ClientDriver me = met(ClientDriver.awl()).tell(USER_SILENT, 2, 5_000);
    assertEquals(List.of(), me.advanceTo(24_999).seen());
    assertEquals(25_000, me.client().nextDeadline());
    assertEquals(List.of("USER_DROPPED(2)@25000"), me.advanceTo(25_000).seen());
    assertEquals(Client.NEVER, me.client().nextDeadline());
  }

  @Test
  void onWebItIsGoneAfter10s() {
    ClientDriver me = met(ClientDriver.web()).tell(USER_SILENT, 2, 5_000).advanceTo(60_000);
    assertEquals(List.of("USER_DROPPED(2)@15000"), me.seen());
  }

  @Test
  void whoIsBackByTheDeadlineWasNeverGone() {
    ClientDriver me =
        met(ClientDriver.awl()).tell(USER_SILENT, 2, 5_000).tell(USER_HEARD, 2, 25_000);
    assertEquals(List.of(), me.advanceTo(90_000).seen());
  }

  @Test
  void whoIsBackAfterItIsReportedGoneAndBack() {
    ClientDriver me =
        met(ClientDriver.awl()).tell(USER_SILENT, 2, 5_000).tell(USER_HEARD, 2, 25_001);
    assertEquals(List.of("USER_DROPPED(2)@25000", "USER_JOINED(2)@25001"), me.seen());
  }

  @Test
  void silenceOfOneNeverHeardSaysNothing() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(USER_SILENT, 2, 0).tell(USER_LEFT, 2, 1);
    assertEquals(List.of(), me.advanceTo(90_000).seen());
  }

  @Test
  void aSecondWordOfTheSameSilenceMovesNothing() {
    ClientDriver me =
        met(ClientDriver.awl()).tell(USER_SILENT, 2, 5_000).tell(USER_SILENT, 2, 9_000);
    assertEquals(List.of("USER_DROPPED(2)@25000"), me.advanceTo(90_000).seen());
  }

  @Test
  void aGoodbyeIsToldAtOnceAndEndsTheWindow() {
    ClientDriver me = met(ClientDriver.awl()).tell(USER_SILENT, 2, 1_000).tell(USER_LEFT, 2, 6_000);
    assertEquals(List.of("USER_QUIT(2)@6000"), me.advanceTo(90_000).seen());
  }

  @Test
  void aSecondCauseOfAbsenceAddsNothing() {
    ClientDriver me =
        met(ClientDriver.awl())
            .tell(USER_SILENT, 2, 0)
            .advanceTo(20_000)
            .tell(USER_LEFT, 2, 21_000)
            .tell(USER_SILENT, 2, 22_000);
    assertEquals(List.of("USER_DROPPED(2)@20000"), me.advanceTo(90_000).seen());
  }

  @Test
  void usersAreJudgedOneByOneInOrderOfDeadlineAndThenOfUid() {
    ClientDriver me = ClientDriver.awl().joined(0);
    for (long uid : new long[] {5, 3, 9, 7, 2}) {
      me.tell(USER_HEARD, uid, 0);
    }
    me.tell(USER_SILENT, 7, 500);
    for (long uid : new long[] {9, 5, 3, 2}) {
      me.tell(USER_SILENT, uid, 1_000);
    }
    int before = me.seen().size();
    me.advanceTo(60_000);
    assertEquals(
        List.of(
            "USER_DROPPED(7)@20500",
            "USER_DROPPED(2)@21000",
            "USER_DROPPED(3)@21000",
            "USER_DROPPED(5)@21000",
            "USER_DROPPED(9)@21000"),
        me.seen().subList(before, me.seen().size()));
  }

  @Test
  void aHundredUsersAreJudgedJustAsAFew() {
    ClientDriver me = ClientDriver.awl().joined(0);
    for (long uid = 101; uid > 1; uid--) {
      me.tell(USER_HEARD, uid, 0);
    }
    for (long uid = 101; uid > 1; uid--) {
      me.tell(USER_SILENT, uid, 1_000);
    }
    me.forgetSeen().advanceTo(60_000);
    assertEquals(
        LongStream.rangeClosed(2, 101).mapToObj(uid -> "USER_DROPPED(" + uid + ")@21000").toList(),
        me.seen());
  }

  @Test
  void whileCutOffItConcludesNothingAboutOthersAndReconcilesOnReturn() {
    ClientDriver me =
        met(ClientDriver.web())
            .tell(USER_HEARD, 3, 0)
            .tell(LINK_DOWN, 1_000)
            .advanceTo(40_000)
            .tell(LINK_UP, 40_000)
            .tell(USER_HEARD, 3, 40_000)
            .advanceTo(40_000);
    assertEquals(
        List.of(
            "USER_JOINED(3)@0",
            "INTERRUPTED(1)@5000",
            "LOST(1)@11000",
            "REJOINED(1)@40000",
            "USER_DROPPED(2)@40000"),
        me.seen());
  }

  @Test
  void aWindowThatOutlastsTheOwnOutageEndsInItsOwnTime() {
    ClientDriver me =
        met(ClientDriver.awl()).tell(LINK_DOWN, 1_000).tell(LINK_UP, 4_000).advanceTo(60_000);
    assertEquals(List.of("USER_DROPPED(2)@21000"), me.seen());
  }

  @Test
  void aWindowThatEndsAtTheInstantOfTheOwnDropIsNotConcluded() {
    ClientDriver me =
        met(ClientDriver.awl())
            .tell(USER_SILENT, 2, 0)
            .tell(LINK_DOWN, 20_000)
            .advanceTo(23_000)
            .tell(LINK_UP, 23_000)
            .advanceTo(23_000);
    assertEquals(List.of("USER_DROPPED(2)@23000"), me.seen());
  }

  @Test
  void aReturnThatIsCutOffAtOnceProvesNothing() {
    ClientDriver me =
        met(ClientDriver.awl())
            .tell(LINK_DOWN, 0)
            .advanceTo(21_999)
            .tell(LINK_UP, 22_000)
            .tell(LINK_DOWN, 22_000)
            .advanceTo(25_000)
            .tell(LINK_UP, 25_500)
            .advanceTo(25_500);
    assertEquals(
        List.of(
            "INTERRUPTED(1)@4000", "LOST(1)@10000", "REJOINED(1)@22000", "USER_DROPPED(2)@25500"),
        me.seen());
  }

  @Test
  void aFreshSessionHasNoMemory() {
    ClientDriver me =
        met(ClientDriver.awl()).tell(USER_SILENT, 2, 0).joined(5_000).advanceTo(60_000);
    assertEquals(List.of(), me.seen());
    assertEquals(List.of("USER_JOINED(2)@60000"), me.tell(USER_HEARD, 2, 60_000).seen());
  }

  @Test
  void afterTheEndOthersAreNobodysBusiness() {
    ClientDriver me =
        met(ClientDriver.awl())
            .tell(USER_SILENT, 2, 0)
            .tell(END, 1_000)
            .tell(USER_HEARD, 2, 2_000)
            .tell(USER_LEFT, 2, 3_000)
            .packet(2, 4_000);
    assertEquals(List.of(), me.advanceTo(60_000).seen());
  }

  @Test
  void packetsArmTheWindowAnewAndProveTheLink() {
    ClientDriver me = ClientDriver.awl().tell(JOIN, 0);
    for (long at = 0; at <= 60_000; at += 3_000) {
      me.packet(2, at);
    }
    assertEquals(List.of("USER_JOINED(2)@0"), me.seen());
    for (long at = 60_020; at <= 90_000; at += 20) {
      me.serverPacket(at);
    }
    assertEquals(List.of("USER_JOINED(2)@0", "USER_DROPPED(2)@80000"), me.seen());
    assertEquals("USER_JOINED(2)@91000", me.packet(2, 91_000).seen().get(2));
  }

  @Test
  void byPacketsAWindowIsJudgedAtTheFirstDataThatIsAsLate() {
    ClientDriver me = ClientDriver.awl().tell(JOIN, 0).packet(2, 0);
    for (long at = 3_900; at <= 19_500; at += 3_900) {
      me.serverPacket(at);
    }
    me.packet(3, 20_007).packet(3, 20_100).packet(3, 20_200).advanceTo(20_300);
    assertEquals(
        List.of("USER_JOINED(2)@0", "USER_JOINED(3)@20007", "USER_DROPPED(2)@20007"), me.seen());
  }

  @Test
  void aPacketOfAUserWhoseStreamIsOnMovesNothing() {
    ClientDriver me = met(ClientDriver.awl()).packet(2, 3_000);
    assertEquals(List.of(), me.advanceTo(90_000).seen());
  }

  @Test
  void nobodyIsItsOwnRemoteUser() {
    ClientDriver me = ClientDriver.awl().joined(0);
    assertEquals(
        "user 1 is the local user",
        assertThrows(IllegalArgumentException.class, () -> me.packet(1, 0)).getMessage());
  }

  @Test
  void anIndexThatWasNeverHandedOutIsRefused() {
    ClientDriver me = met(ClientDriver.awl());
    assertThrows(IndexOutOfBoundsException.class, () -> me.client().packet(1, 10));
    assertThrows(IndexOutOfBoundsException.class, () -> me.client().packet(64, 10));
  }

  /** Joined, with user 2 heard and that meeting forgotten. */
  private static ClientDriver met(ClientDriver me) {
    return me.joined(0).tell(USER_HEARD, 2, 0).forgetSeen();
  }
}
