package org.rejoin.example.udp;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;

/**
 * How fast scenarios go: wall seconds per scenario second. The clients' clocks stay true; it is
 * their constants that are shorter, as those of a product in a test build would be.
 *
 * @param wallPerScenario 1 is the speed of the text, 0.1 is ten times as fast
 */
record TimeScale(double wallPerScenario) {

  /** Of scenario time, as everything that is not said otherwise: ten heartbeats a second. */
  private static final long HEARTBEAT_MILLIS = 100;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if heartbeats would be less than 1 ms or more than 10 s apart
   */
  TimeScale {
    checkArgument(
        wallPerScenario >= 0.01 && wallPerScenario <= 100,
        "time scale must be from 0.01 to 100, was %s",
        wallPerScenario);
  }

  /** How much wall time some scenario time is. */
  long nanos(long scenarioMillis) {
    return Math.round(scenarioMillis * wallPerScenario * TimeUnit.MILLISECONDS.toNanos(1));
  }

  /** How much scenario time some wall time is. */
  long scenarioMillis(long nanos) {
    return (long) (nanos / wallPerScenario / TimeUnit.MILLISECONDS.toNanos(1));
  }

  /** How far heartbeats of a client are apart, and ticks of the relay. */
  long heartbeatNanos() {
    return nanos(HEARTBEAT_MILLIS);
  }

  /** The same profile with its constants in wall milliseconds. */
  Profile profile(Profile profile) {
    return ImmutableProfile.copyOf(profile)
        .withInterruptedAfterMillis(wall(profile.interruptedAfterMillis()))
        .withLostAfterMillis(wall(profile.lostAfterMillis()))
        .withGoneAfterMillis(wall(profile.goneAfterMillis()))
        .withLiveGoneAfterMillis(wall(profile.liveGoneAfterMillis()))
        .withWebGoneAfterMillis(wall(profile.webGoneAfterMillis()))
        .withChannelDestroyedAfterMillis(wall(profile.channelDestroyedAfterMillis()))
        .withGiveUpAfterMillis(
            profile.giveUpAfterMillis().stream()
                .mapToObj(millis -> OptionalLong.of(wall(millis)))
                .findFirst()
                .orElse(OptionalLong.empty()));
  }

  private long wall(long millis) {
    return TimeUnit.NANOSECONDS.toMillis(nanos(millis));
  }
}
