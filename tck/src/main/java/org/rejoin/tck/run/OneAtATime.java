package org.rejoin.tck.run;

import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Scenario;

/** A port that is given a scenario only when the one before it is answered. It is not closed. */
record OneAtATime(Port port) implements Port {
  @Override
  public Hello hello() {
    return port.hello();
  }

  @Override
  public Answer run(Scenario scenario, Profile profile) {
    return port.run(scenario, profile);
  }
}
