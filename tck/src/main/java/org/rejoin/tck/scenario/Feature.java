package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/** What a port can do or show beyond join, drop and restore. */
public enum Feature {
  /** Can leave a channel. Without it the run is incomplete. */
  LEAVE("leave"),
  /** Can kill and restart a process. Without it the run is incomplete. */
  KILL("kill"),
  /** Reports {@code joined} at a first meeting too, so that it is required there. */
  ANNOUNCES("announces"),
  /** Can cut one direction alone. */
  ONE_WAY_LOSS("one-way-loss"),
  /** Can join a channel by name. */
  CHANNELS("channels"),
  /** Shows when a channel is destroyed. */
  CHANNEL_LIFECYCLE("channel-lifecycle"),
  /** Shows the attempts to reconnect. */
  ATTEMPTS("attempts");

  private static final ImmutableMap<String, Feature> BY_ID =
      Maps.uniqueIndex(Arrays.asList(values()), Feature::id);

  private final String id;

  Feature(String id) {
    this.id = id;
  }

  /** The word for it in messages. */
  public String id() {
    return id;
  }

  /** The feature with this id, or empty if there is none. */
  public static Optional<Feature> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
