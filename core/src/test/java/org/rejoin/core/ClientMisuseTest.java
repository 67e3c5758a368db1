package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rejoin.api.Input.Kind.JOIN;
import static org.rejoin.api.Input.Kind.LINK_DOWN;
import static org.rejoin.api.Input.Kind.LINK_UP;
import static org.rejoin.api.Input.Kind.USER_HEARD;
import static org.rejoin.api.Input.Kind.USER_LEFT;
import static org.rejoin.api.Input.Kind.USER_SILENT;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What callers get wrong is refused in words, on the fast path too. */
class ClientMisuseTest {

  @Test
  void packetsMayNotRunBackwardsEither() {
    ClientDriver afterTick = ClientDriver.awl().tell(JOIN, 0).packet(2, 0).advanceTo(3_000);
    assertRefused("time runs backwards: 2000 after 3000", () -> afterTick.packet(2, 2_000));
    ClientDriver afterPacket = ClientDriver.awl().tell(JOIN, 0).packet(2, 0).packet(2, 3_000);
    assertRefused("time runs backwards: 1000 after 3000", () -> afterPacket.advanceTo(1_000));
  }

  @Test
  void timeEndsLongBeforeNever() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(LINK_DOWN, 0);
    assertRefused(
        "time must be at most 4611686018427387903, was 9223372036854775807",
        () -> me.advanceTo(Long.MAX_VALUE));
    assertEquals(List.of(), me.seen());
    assertEquals(
        List.of("INTERRUPTED(1)@4000", "LOST(1)@10000"),
        me.advanceTo(4_611_686_018_427_387_903L).seen());
  }

  @Test
  void whoIsCutOffHearsOfNobody() {
    ClientDriver me = ClientDriver.awl().joined(0).tell(USER_HEARD, 7, 0).forgetSeen();
    me.tell(LINK_DOWN, 100)
        .tell(USER_HEARD, 8, 200)
        .tell(USER_LEFT, 7, 300)
        .tell(USER_SILENT, 7, 400)
        .tell(LINK_UP, 1_000);
    assertEquals(List.of("USER_DROPPED(7)@20100"), me.advanceTo(60_000).seen());
  }

  @Test
  void sessionAndLinkAreTheLocalUsersAlone() {
    ClientDriver me = ClientDriver.awl();
    assertRefused("JOIN is about the local user 1, not about user 2", () -> me.tell(JOIN, 2, 0));
    assertRefused("user 1 is the local user", () -> me.tell(USER_HEARD, 1, 0));
  }

  @Test
  void aWaitForEverIsOneAttempt() {
    Reconnect loop = new Reconnect(ImmutableList.of("a"), attempt -> Long.MAX_VALUE);
    loop.start("a", 4_000);
    assertEquals(1, loop.advanceTo(90_000).size());
    assertEquals(Client.NEVER, loop.nextDeadline());
  }

  @Test
  void onlyAServerThatThereIsCanBeLost() {
    Reconnect loop = new Reconnect(ImmutableList.of("a", "b"), attempt -> 1);
    assertRefused("server x is none of [a, b]", () -> loop.start("x", 0));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
