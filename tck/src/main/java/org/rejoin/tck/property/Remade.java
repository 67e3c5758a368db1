package org.rejoin.tck.property;

import java.util.List;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Makes a scenario from another, with all that changes at once: halfway it may be none. */
final class Remade {
  private Remade() {}

  /** With other steps. */
  static Scenario of(Scenario base, String what, List<Step> steps, long untilMillis) {
    return of(base, what, base.participants(), steps, untilMillis);
  }

  /** With other users and steps; the name tells what was done. */
  static Scenario of(
      Scenario base, String what, List<Participant> users, List<Step> steps, long untilMillis) {
    return ImmutableScenario.builder()
        .name(base.name() + what)
        .mode(base.mode())
        .addAllParticipants(users)
        .addAllServers(base.servers())
        .addAllSteps(steps)
        .untilMillis(untilMillis)
        .build();
  }
}
