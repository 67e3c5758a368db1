package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Feature;

/**
 * What a trace is judged by, the same from its first callback to its last.
 *
 * @param profile the constants and names in force
 * @param mode what the channel is used for
 * @param features what the port declared
 * @param servers the servers that a client may connect to, the one that it joins first; empty: not
 *     looked at
 * @param tolerance how far from its due time a callback may be seen
 * @param only the users whose callbacks are judged, where a port hosts one client at a time; empty:
 *     all
 */
public record Terms(
    Profile profile,
    Mode mode,
    ImmutableSet<Feature> features,
    ImmutableList<String> servers,
    Tolerance tolerance,
    ImmutableSet<UserId> only) {

  boolean announces() {
    return features.contains(Feature.ANNOUNCES);
  }

  /** Whether attempts of this user are looked at; those of users that the kit plays are not. */
  boolean showsAttempts(Seat seat) {
    return !servers.isEmpty() && judges(seat);
  }

  boolean showsChannels() {
    return features.contains(Feature.CHANNEL_LIFECYCLE) && only.isEmpty();
  }

  boolean judges(Seat seat) {
    return only.isEmpty() || only.contains(seat.uid);
  }

  long windowMillis(Seat observer) {
    return profile.windowMillis(observer.family(), mode);
  }
}
