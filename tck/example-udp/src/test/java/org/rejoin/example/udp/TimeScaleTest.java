package org.rejoin.example.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;

/** Scenario time and wall time are converted both ways, and the constants with them. */
class TimeScaleTest {
  private static final TimeScale TEN_TIMES_AS_FAST = new TimeScale(0.1);

  @Test
  void aSecondOfTheScenarioIsATenthOnTheWall() {
    assertEquals(100_000_000, TEN_TIMES_AS_FAST.nanos(1_000));
    assertEquals(1_000, TEN_TIMES_AS_FAST.scenarioMillis(100_000_000));
    assertEquals(10_000_000, TEN_TIMES_AS_FAST.heartbeatNanos());
  }

  @Test
  void everyConstantOfAProfileIsScaledAndNoName() {
    Profile scaled = TEN_TIMES_AS_FAST.profile(Profiles.AGORA_2019_05);
    assertEquals(400, scaled.interruptedAfterMillis());
    assertEquals(1_000, scaled.lostAfterMillis());
    assertEquals(2_000, scaled.goneAfterMillis());
    assertEquals(2_000, scaled.liveGoneAfterMillis());
    assertEquals(1_000, scaled.webGoneAfterMillis());
    assertEquals(1_000, scaled.channelDestroyedAfterMillis());
    assertEquals(OptionalLong.empty(), scaled.giveUpAfterMillis());
    assertEquals(Profiles.AGORA_2019_05.names(), scaled.names());
    assertEquals(
        OptionalLong.of(120_000),
        TEN_TIMES_AS_FAST.profile(Profiles.AGORA_CURRENT).giveUpAfterMillis());
  }

  @Test
  void aScaleThatNoHeartbeatCanFollowIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new TimeScale(0.001));
    assertEquals("time scale must be from 0.01 to 100, was 0.001", refused.getMessage());
  }
}
