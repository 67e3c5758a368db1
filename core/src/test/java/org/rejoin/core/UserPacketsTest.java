package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rejoin.api.Input.Kind.JOIN;
import static org.rejoin.api.Input.Kind.LINK_DOWN;
import static org.rejoin.api.Input.Kind.USER_LEFT;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A packet of a user is data of the server as well, in whatever state it finds the link. */
class UserPacketsTest {

  @Test
  void theFirstOneAfterAnOutageBringsToLightWhatFellMeanwhile() {
    ClientDriver me = ClientDriver.awl().tell(JOIN, 0).packet(2, 0).forgetSeen();
    assertEquals(
        List.of("INTERRUPTED(1)@4000", "LOST(1)@10000", "REJOINED(1)@30000"),
        me.packet(2, 30_000).seen());
  }

  @Test
  void theLastOneOfSeveralStartsTheWindow() {
    ClientDriver me = ClientDriver.awl().tell(JOIN, 0).packet(2, 0).packet(2, 3_000).forgetSeen();
    for (long at = 6_000; at <= 24_000; at += 1_000) {
      me.serverPacket(at);
    }
    assertEquals(List.of("USER_DROPPED(2)@23000"), me.seen());
  }

  @Test
  void whoIsInterruptedHasRejoined() {
    ClientDriver me = ClientDriver.awl().tell(JOIN, 0).packet(2, 0).advanceTo(5_000);
    assertEquals("REJOINED(1)@6000", me.packet(2, 6_000).seen().get(2));
  }

  @Test
  void aServerWhoseStreamIsOnIsHeardAfterItToo() {
    ClientDriver me = ClientDriver.awl().joined(0).packet(2, 100).packet(2, 200).forgetSeen();
    assertEquals(List.of("USER_DROPPED(2)@20200"), me.advanceTo(60_000).seen());
  }

  @Test
  void aLinkSaidToBeDownIsUpAgainAndBringsNewsOfOthers() {
    ClientDriver me = ClientDriver.awl().tell(JOIN, 0).packet(2, 0).forgetSeen();
    me.tell(LINK_DOWN, 100).packet(2, 200).tell(USER_LEFT, 2, 300);
    assertEquals(List.of("USER_QUIT(2)@300"), me.seen());
  }
}
