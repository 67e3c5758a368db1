package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;

/** KILL-10: the server destroys a channel 10 s after the last user became absent. */
class ChannelTest {
  private static final UserId ONE = UserId.of(1);
  private static final UserId TWO = UserId.of(2);

  private final Channel channel = new Channel(Profiles.AGORA_2019_05);

  @Test
  void isDestroyed10sAfterTheLastUserWent() {
    channel.present(ONE, 0);
    channel.present(TWO, 0);
    channel.absent(ONE, 1_000);
    assertEquals(Client.NEVER, channel.nextDeadline());
    channel.absent(TWO, 5_000);
    assertEquals(15_000, channel.nextDeadline());
    assertEquals(OptionalLong.empty(), channel.advanceTo(14_999));
    assertEquals(OptionalLong.of(15_000), channel.advanceTo(15_000));
    assertEquals(OptionalLong.empty(), channel.advanceTo(90_000));
    assertEquals(Client.NEVER, channel.nextDeadline());
  }

  @Test
  void whoIsBackAtTheDeadlineFindsTheSameChannel() {
    channel.present(ONE, 0);
    channel.absent(ONE, 5_000);
    assertEquals(OptionalLong.empty(), channel.present(ONE, 15_000));
    assertEquals(OptionalLong.empty(), channel.advanceTo(90_000));
    assertEquals(Set.of(ONE), channel.users());
  }

  @Test
  void whoIsBackLaterFindsANewOneThatIsDestroyedInItsTurn() {
    channel.present(ONE, 0);
    channel.absent(ONE, 5_000);
    assertEquals(OptionalLong.of(15_000), channel.present(TWO, 15_001));
    assertEquals(OptionalLong.empty(), channel.absent(TWO, 16_000));
    assertEquals(OptionalLong.of(26_000), channel.absent(TWO, 26_001));
  }

  @Test
  void absenceOfOneWhoIsNotThereMovesNothing() {
    channel.present(ONE, 0);
    channel.absent(ONE, 5_000);
    channel.absent(ONE, 8_000);
    channel.absent(TWO, 9_000);
    assertEquals(OptionalLong.empty(), channel.absent(TWO, 15_000));
    assertEquals(15_000, channel.nextDeadline());
    assertEquals(OptionalLong.of(15_000), channel.advanceTo(15_000));
  }

  @Test
  void aChannelThatNobodyJoinedIsNeverDestroyed() {
    assertEquals(OptionalLong.empty(), channel.absent(ONE, 0));
    assertEquals(OptionalLong.empty(), channel.advanceTo(90_000));
  }

  @Test
  void timeMayNotRunBackwards() {
    channel.present(ONE, 10);
    assertThrows(IllegalArgumentException.class, () -> channel.absent(ONE, 9));
    channel.advanceTo(20);
    assertThrows(IllegalArgumentException.class, () -> channel.present(TWO, 19));
  }
}
