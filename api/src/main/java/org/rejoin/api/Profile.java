package org.rejoin.api;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.OptionalLong;
import org.immutables.value.Value;
import org.rejoin.api.Threshold.Concern;

/**
 * The constants and names in force. All times are in milliseconds.
 *
 * <p>The profiles that the project ships are in {@link Profiles}; others are built with {@code
 * ImmutableProfile.builder()}.
 */
@Value.Immutable
public interface Profile {

  /** The profile's name in flags and messages, such as {@code agora-2019-05}. */
  String id();

  /** Silence of the server after which the local user is interrupted (NET-01: 4 s). */
  long interruptedAfterMillis();

  /** Time from {@link #lostOrigin()} after which it is lost (NET-05: 10 s). */
  long lostAfterMillis();

  /** From when the time to lost counts (D-02). */
  LostOrigin lostOrigin();

  /** Silence of a user after which observers on AWL and APPLE hold it gone (NET-08: 20 s). */
  long goneAfterMillis();

  /** The same in live mode, where a vendor grants more (D-35); the same as otherwise by default. */
  @Value.Default
  default long liveGoneAfterMillis() {
    return goneAfterMillis();
  }

  /** Silence of a user after which observers on WEB hold it gone (NET-10: 10 s). */
  long webGoneAfterMillis();

  /** Absence of everybody after which the server destroys a channel (KILL-10: 10 s). */
  long channelDestroyedAfterMillis();

  /** The longest rest between two attempts to reconnect, and before the first one (D-46: 5 s). */
  @Value.Default
  default long attemptsAtMostApartMillis() {
    return 5_000;
  }

  /**
   * Silence of the server after which a client stops trying to reconnect; only a new join helps
   * then. Empty: it never stops (NET-04, D-13).
   */
  OptionalLong giveUpAfterMillis();

  /** Callback names in force that are not the default profile's. */
  ImmutableMap<CallbackKey, String> names();

  /** Names accepted beside the one in force (D-38). */
  ImmutableSetMultimap<CallbackKey, String> aliases();

  /** Time from the server's last data to lost, whatever {@link #lostOrigin()} is. */
  @Value.Derived
  default long lostSinceLastDataMillis() {
    return switch (lostOrigin()) {
      case LAST_DATA -> lostAfterMillis();
      case INTERRUPTED -> interruptedAfterMillis() + lostAfterMillis();
    };
  }

  /**
   * The window of an observer: how long a user may be silent before this observer holds it gone.
   */
  default long windowMillis(Family observer, Mode mode) {
    return switch (observer) {
      case WEB -> webGoneAfterMillis();
      case AWL, APPLE -> mode == Mode.LIVE ? liveGoneAfterMillis() : goneAfterMillis();
    };
  }

  /**
   * All constants that a silence is measured by, each as the time since the last packet. What needs
   * to know where something may happen goes through them, so that a new one is forgotten nowhere.
   */
  default ImmutableList<Threshold> thresholds() {
    ImmutableList.Builder<Threshold> all = ImmutableList.builder();
    all.add(new Threshold("interrupted", Concern.OUTAGE, interruptedAfterMillis()));
    all.add(new Threshold("lost", Concern.OUTAGE, lostSinceLastDataMillis()));
    giveUpAfterMillis()
        .ifPresent(millis -> all.add(new Threshold("give-up", Concern.GIVING_UP, millis)));
    all.add(new Threshold("gone", Concern.WINDOW, goneAfterMillis()));
    all.add(new Threshold("live-gone", Concern.WINDOW, liveGoneAfterMillis()));
    all.add(new Threshold("web-gone", Concern.WINDOW, webGoneAfterMillis()));
    all.add(new Threshold("channel", Concern.CHANNEL, channelDestroyedAfterMillis()));
    return all.build();
  }

  /**
   * The longest silence at whose end somebody is told something, in milliseconds: who waits for so
   * long has seen all that follows from it. Giving up is not told.
   */
  default long longestMillis() {
    long longest = 0;
    for (Threshold threshold : thresholds()) {
      if (threshold.concern() != Concern.GIVING_UP) {
        longest = Math.max(longest, threshold.millis());
      }
    }
    return longest;
  }

  /**
   * Holds the constants to an order in which they make sense.
   *
   * @throws IllegalStateException if they are not positive, if lost does not come after
   *     interrupted, or if giving up does not come after lost
   */
  @Value.Check
  default void check() {
    checkState(!id().isEmpty(), "profile: id must not be empty");
    checkPositive("interruptedAfterMillis", interruptedAfterMillis());
    checkPositive("lostAfterMillis", lostAfterMillis());
    checkPositive("goneAfterMillis", goneAfterMillis());
    checkPositive("liveGoneAfterMillis", liveGoneAfterMillis());
    checkPositive("webGoneAfterMillis", webGoneAfterMillis());
    checkPositive("channelDestroyedAfterMillis", channelDestroyedAfterMillis());
    checkPositive("attemptsAtMostApartMillis", attemptsAtMostApartMillis());
    checkState(
        lostSinceLastDataMillis() > interruptedAfterMillis(),
        "profile %s: lost (%s ms after the last data) must come after interrupted (%s ms)",
        id(),
        lostSinceLastDataMillis(),
        interruptedAfterMillis());
    checkState(
        giveUpAfterMillis().orElse(Long.MAX_VALUE) > lostSinceLastDataMillis(),
        "profile %s: giveUpAfterMillis must come after lost (%s ms after the last data)",
        id(),
        lostSinceLastDataMillis());
  }

  private void checkPositive(String name, long millis) {
    checkState(millis > 0, "profile %s: %s must be positive, was %s", id(), name, millis);
  }
}
