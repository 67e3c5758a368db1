package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** The reference, whose scenarios and callbacks may be altered on the way. */
abstract class Altered implements Port {
  private final Port reference = new ReferencePort();

  /** What it runs instead. */
  Scenario scenario(Scenario scenario) {
    return scenario;
  }

  /** What it tells instead. */
  ImmutableList<TracedCallback> callbacks(
      Scenario scenario, Profile profile, ImmutableList<TracedCallback> right) {
    return right;
  }

  @Override
  public Hello hello() {
    return reference.hello();
  }

  @Override
  public Answer run(Scenario scenario, Profile profile) {
    Answer answer = reference.run(scenario(scenario), profile);
    return answer instanceof Answer.Ran ran
        ? new Answer.Ran(
            new Trace(callbacks(scenario, profile, ran.trace().callbacks()), ran.trace().server()))
        : answer;
  }
}
