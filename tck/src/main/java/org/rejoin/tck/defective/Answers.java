package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/** What a port answered to some checks, in order, as a port that says it again. */
final class Answers implements Port {
  private final Hello hello;
  private final IdentityHashMap<Scenario, Answer> answers = new IdentityHashMap<>();

  private Answers(Hello hello) {
    this.hello = hello;
  }

  /** Has a port run these checks, one after the other. */
  static Answers of(Port port, Profile profile, ImmutableList<Check> checks) {
    Answers answers = new Answers(port.hello());
    for (Check check : checks) {
      answers.answers.put(check.scenario(), answer(port, check.scenario(), profile));
    }
    return answers;
  }

  private static Answer answer(Port port, Scenario scenario, Profile profile) {
    try {
      return port.run(scenario, profile);
    } catch (RuntimeException thrown) {
      return new Answer.Crashed("the port threw " + thrown);
    }
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public Answer run(Scenario scenario, Profile profile) {
    return answers.getOrDefault(scenario, new Answer.NotRun("it was not recorded"));
  }

  /** What was seen in a scenario, if it was run. */
  Optional<Trace> trace(Scenario scenario) {
    return Optional.ofNullable(answers.get(scenario))
        .filter(Answer.Ran.class::isInstance)
        .map(ran -> ((Answer.Ran) ran).trace());
  }
}
