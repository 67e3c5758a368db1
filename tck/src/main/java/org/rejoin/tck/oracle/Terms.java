package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Feature;

/**
 * What a trace is judged by, the same from its first callback to its last.
 *
 * @param profile the constants and names in force
 * @param mode what the channel is used for
 * @param features what the port declared
 * @param servers the servers that a client may connect to, the one that it joins first; empty: not
 *     looked at
 */
public record Terms(
    Profile profile, Mode mode, ImmutableSet<Feature> features, ImmutableList<String> servers) {

  boolean announces() {
    return features.contains(Feature.ANNOUNCES);
  }

  boolean showsAttempts() {
    return !servers.isEmpty();
  }

  boolean showsChannels() {
    return features.contains(Feature.CHANNEL_LIFECYCLE);
  }
}
