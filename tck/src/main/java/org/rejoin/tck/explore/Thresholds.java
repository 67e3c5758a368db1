package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import org.rejoin.api.Family;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;

/**
 * The ages, in milliseconds, at which something changes for a user of some family.
 *
 * @param interruptedMillis of its own outage
 * @param lostMillis of its own outage
 * @param windowMillis of another's silence
 */
record Thresholds(long interruptedMillis, long lostMillis, long windowMillis) {

  static Thresholds of(Profile profile, Family family, Mode mode) {
    return new Thresholds(
        profile.interruptedAfterMillis(),
        profile.lostSinceLastDataMillis(),
        profile.windowMillis(family, mode));
  }

  /** The modes in which they are not the same; what holds in one of them holds in the others. */
  static ImmutableList<Mode> modes(Profile profile, Family family) {
    return of(profile, family, Mode.LIVE).equals(of(profile, family, Mode.COMMUNICATION))
        ? ImmutableList.of(Mode.COMMUNICATION)
        : ImmutableList.of(Mode.COMMUNICATION, Mode.LIVE);
  }

  /** The widest lattice of instants on which each of them is exact. */
  long unitMillis() {
    return LongMath.gcd(LongMath.gcd(interruptedMillis, lostMillis), windowMillis);
  }

  /** How many of these units the longest of them has. */
  long units() {
    return Math.max(lostMillis, windowMillis) / unitMillis();
  }
}
