package org.rejoin.api;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Gives neutral events the callback names of some platforms. Found with {@link
 * java.util.ServiceLoader}; implementations have a public constructor without parameters, no state,
 * and are safe to share between threads.
 */
public interface PlatformAdapter {

  /** The family whose names this adapter speaks. */
  Family family();

  /** The platforms that it serves. */
  ImmutableSet<Platform> platforms();

  /**
   * The total table: every event kind has a row, {@link CallbackSignature#SILENT} where nothing is
   * said.
   */
  ImmutableMap<Event.Kind, CallbackSignature> table();

  /**
   * The callback for an event under the names that the profile puts in force, or empty where the
   * platform is silent.
   */
  Optional<Callback> callback(Event event, Profile profile);
}
