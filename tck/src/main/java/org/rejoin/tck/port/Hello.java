package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.immutables.value.Value;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Feature;

/** What a port says of itself before the first scenario. */
@Value.Immutable
public interface Hello {
  /** The port's name, such as {@code acme-web}. */
  String name();

  /** The version of the implementation behind it. */
  String version();

  /** The platforms that it can play. */
  ImmutableSet<Platform> platforms();

  /** How much of the world it hosts. */
  View view();

  /** Whose time it lives in. */
  Clock clock();

  /** What it can do and show. */
  ImmutableSet<Feature> features();

  /** How many scenarios it works on at once. */
  @Value.Default
  default int concurrency() {
    return 1;
  }

  /** Wall seconds per scenario second; real clock only. */
  @Value.Default
  default double timeScale() {
    return 1.0;
  }

  /** The profile that it claims to follow. */
  Optional<String> profile();

  /** Gaps that it declares. */
  ImmutableList<Gap> unsupported();

  /** How much of the world a port hosts. */
  enum View {
    /** Every user and what is between them. */
    CHANNEL,
    /** One client; the kit plays the server and the other users. */
    CLIENT
  }

  /** Whose time a port lives in. */
  enum Clock {
    /** The scenario's: it runs as fast as it can, and exactly. */
    VIRTUAL,
    /** The wall's. */
    REAL
  }

  /**
   * A feature that the port lacks, with the reason.
   *
   * @param feature what it lacks
   * @param reason why
   * @param issue where that is tracked, if anywhere
   */
  record Gap(String feature, String reason, Optional<String> issue) {}
}
