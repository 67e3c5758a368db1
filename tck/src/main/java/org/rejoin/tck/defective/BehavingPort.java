package org.rejoin.tck.defective;

import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;

/** A behaviour as a port. */
final class BehavingPort implements Port {
  private final Hello hello;
  private final Behaviour behaviour;

  /** With every platform and feature, and a virtual clock. */
  BehavingPort(String name, Behaviour behaviour) {
    this(everything(name).build(), behaviour);
  }

  BehavingPort(Hello hello, Behaviour behaviour) {
    this.hello = hello;
    this.behaviour = behaviour;
  }

  /** A hello that names every platform and no feature. */
  static ImmutableHello.Builder bare(String name) {
    return ImmutableHello.builder()
        .name(name)
        .version(Kit.version())
        .addPlatforms(Platform.values())
        .view(Hello.View.CHANNEL);
  }

  private static ImmutableHello.Builder everything(String name) {
    return bare(name).clock(Hello.Clock.VIRTUAL).addFeatures(Feature.values());
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public Answer run(Scenario scenario, Profile profile) {
    return new Answer.Ran(behaviour.run(scenario, profile));
  }
}
