package org.rejoin.api;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Gives neutral events the callback names of one family's platforms. Found with {@link
 * java.util.ServiceLoader}; implementations have a public constructor without parameters, no state,
 * and are safe to share between threads.
 */
public interface PlatformAdapter {

  /** The platforms that it serves. */
  ImmutableSet<Platform> platforms();

  /** The names it gives; {@link CallbackSignature#SILENT} is written where nothing is said. */
  CallbackTable table();

  /** The callback for an event under the names in force, or empty where the platform is silent. */
  default Optional<Callback> callback(Event event, Profile profile) {
    return table().callback(event, profile);
  }
}
