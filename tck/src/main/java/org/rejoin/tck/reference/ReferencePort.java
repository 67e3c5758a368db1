package org.rejoin.tck.reference;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;

/**
 * The reference machine behind the six platforms' adapters, as a port with every feature and a
 * virtual clock. It keeps nothing between scenarios.
 */
public final class ReferencePort implements Port {
  private static final String NAME = "rejoin-reference";

  private final Hello hello;

  /** The reference on all six platforms. */
  public ReferencePort() {
    this(ImmutableSet.copyOf(Platform.values()));
  }

  /** The reference on some platforms. */
  public ReferencePort(ImmutableSet<Platform> platforms) {
    this.hello =
        ImmutableHello.builder()
            .name(NAME)
            .version(Kit.version())
            .addAllPlatforms(platforms)
            .view(Hello.View.CHANNEL)
            .clock(Hello.Clock.VIRTUAL)
            .addFeatures(Feature.values())
            .build();
  }

  @Override
  public Hello hello() {
    return hello;
  }

  /**
   * Runs a scenario.
   *
   * @throws IllegalArgumentException if it has steps that are for ports with view client
   */
  @Override
  public Answer run(Scenario scenario, Profile profile) {
    return new Answer.Ran(new World(scenario, profile).run());
  }
}
