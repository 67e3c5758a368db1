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

  /** The reference on some platforms, hosting whole channels. */
  public ReferencePort(ImmutableSet<Platform> platforms) {
    this(platforms, Hello.View.CHANNEL);
  }

  /** The reference on some platforms, hosting whole channels or one client at a time. */
  public ReferencePort(ImmutableSet<Platform> platforms, Hello.View view) {
    this.hello =
        ImmutableHello.builder()
            .name(NAME)
            .version(Kit.version())
            .addAllPlatforms(platforms)
            .view(view)
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
   * @throws org.rejoin.tck.scenario.InvalidScenarioException if it is of the other view: a port
   *     with view channel does no steps about peers, one with view client hosts one user
   */
  @Override
  public Answer run(Scenario scenario, Profile profile) {
    return new Answer.Ran(
        switch (hello.view()) {
          case CHANNEL -> new World(scenario, profile).run();
          case CLIENT -> new LoneClient(scenario, profile).run();
        });
  }
}
