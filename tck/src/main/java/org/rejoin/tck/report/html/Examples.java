package org.rejoin.tck.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Example;
import org.rejoin.tck.scenario.ProfileExamples;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Situations;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.timeline.Timeline;

/** The checks whose outcome is written down, and how each of them should go. Immutable. */
final class Examples {
  /** What is required of one trace may depend on what it permitted; in a few steps that settles. */
  private static final int ROUNDS = 4;

  private final Profile profile;
  private final Oracle oracle;
  private final ImmutableMap<String, Example> byId;

  Examples(Profile profile) {
    this.profile = profile;
    this.oracle = new Oracle(profile, ImmutableSet.of());
    ImmutableMap.Builder<String, Example> all = ImmutableMap.builder();
    RuleExamples.all().forEach(it -> all.put(it.check().id(), it.example()));
    Situations.all().forEach(it -> all.put(it.check().id(), it));
    ProfileExamples.of(profile).forEach(it -> all.put(it.example().check().id(), it.example()));
    this.byId = all.buildKeepingLast();
  }

  /** The example of a check's id, if it is one. */
  Optional<Example> of(String check) {
    return Optional.ofNullable(byId.get(check));
  }

  /** The first example of a rule. */
  static Example first(Rule rule) {
    return RuleExamples.of(rule).get(0).example();
  }

  /** An example as it should go under the profile in force. */
  Timeline timeline(Example example) {
    Scenario scenario = example.check().scenario();
    Trace trace = ideal(example);
    return Timeline.of(scenario, trace, oracle.judge(scenario, trace).expected(), profile);
  }

  /** What a conforming port shows: what is written if that holds, else what the oracle asks for. */
  Trace ideal(Example example) {
    Trace trace = example.expected();
    for (int round = 0; round < ROUNDS; round++) {
      Judgement judgement = oracle.judge(example.check().scenario(), trace);
      if (judgement.conforms()) {
        return trace;
      }
      trace = new Trace(required(judgement), example.expected().server());
    }
    return trace;
  }

  private static ImmutableList<TracedCallback> required(Judgement judgement) {
    return judgement.expected().stream()
        .filter(due -> due.level() == Expectation.Level.REQUIRED)
        .map(due -> new TracedCallback(due.atMillis(), due.uid(), due.callback()))
        .collect(ImmutableList.toImmutableList());
  }
}
