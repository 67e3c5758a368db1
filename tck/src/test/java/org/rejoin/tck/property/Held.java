package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Scenario;

/** Holds properties on a port that hosts all users, without a run around it. */
final class Held {
  private Held() {}

  /** What came of every property, by id. */
  static ImmutableMap<String, Finding> all(Port port, Profile profile, long seed) {
    Setting setting = Setting.of(port.hello(), profile, ImmutableSet.of());
    return on(Sample.of(seed, setting), port, profile);
  }

  /** The same on a sample of one's own. */
  static ImmutableMap<String, Finding> on(
      ImmutableList<Scenario> sample, Port port, Profile profile) {
    Trials.Runner runner = scenarios -> answers(scenarios, port, profile);
    ImmutableList<Finding> findings =
        new Trials(sample, Setting.of(port.hello(), profile, ImmutableSet.of()), runner, runner)
            .findings(Properties.ALL);
    ImmutableMap.Builder<String, Finding> byId = ImmutableMap.builder();
    for (int i = 0; i < findings.size(); i++) {
      byId.put(Properties.ALL.get(i).id(), findings.get(i));
    }
    return byId.buildOrThrow();
  }

  private static ImmutableList<Answer> answers(
      ImmutableList<Scenario> scenarios, Port port, Profile profile) {
    return scenarios.stream()
        .map(scenario -> port.run(scenario, profile))
        .collect(ImmutableList.toImmutableList());
  }

  /** What does not hold, with the message, by id. */
  static ImmutableMap<String, String> broken(ImmutableMap<String, Finding> findings) {
    ImmutableMap.Builder<String, String> broken = ImmutableMap.builder();
    findings.forEach(
        (id, finding) -> {
          if (finding instanceof Finding.Broken what) {
            broken.put(id, what.difference().message());
          } else if (!(finding instanceof Finding.Holds)) {
            broken.put(id, finding.toString());
          }
        });
    return broken.buildOrThrow();
  }

  /** What the oracle has against the port in these scenarios, each run once and in order. */
  static ImmutableList<String> refused(
      ImmutableList<Scenario> scenarios, Port port, Profile profile) {
    Oracle oracle = new Oracle(profile, port.hello().features());
    return scenarios.stream()
        .flatMap(
            scenario ->
                port.run(scenario, profile) instanceof Answer.Ran ran
                    ? oracle.judge(scenario, ran.trace()).divergences().stream()
                        .map(one -> scenario.name() + ": " + one.message())
                    : Stream.of(scenario.name() + " has no trace"))
        .collect(ImmutableList.toImmutableList());
  }
}
