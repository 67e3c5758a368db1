package org.rejoin.tck.defective;

import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/** What a port shows of a scenario. */
@FunctionalInterface
interface Behaviour {
  /** Runs a scenario to its end. */
  Trace run(Scenario scenario, Profile profile);
}
