package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Scenario;

/**
 * Has a port run scenarios with all their users, whatever its view: one that hosts one client is
 * each of them in turn that it can be.
 */
public final class WholeScenarios {
  private WholeScenarios() {}

  /** The answers, in the order of the scenarios; each has one, whatever the port does. */
  public static ImmutableList<Answer> run(
      ImmutableList<Scenario> scenarios, Port port, Profile profile) {
    return Thorough.answers(CheckRunner.of(port, profile), scenarios);
  }
}
