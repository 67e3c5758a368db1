package org.rejoin.example.udp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/**
 * Few scenarios that show every rule on a real clock: those whose stimuli keep away from deadlines,
 * and of them the shortest.
 *
 * @param profile the constants in force
 * @param features what the port declared
 * @param tolerance how far from its due time a callback may be seen
 */
record RealClockChecks(Profile profile, ImmutableSet<Feature> features, Tolerance tolerance) {
  private static final UserId USER = UserId.of(1);
  private static final UserId OTHER = UserId.of(2);
  private static final UserId THIRD = UserId.of(3);
  private static final UserId FOURTH = UserId.of(4);

  /** The checks, the longest first, so that none is left over when the others have ended. */
  ImmutableList<Check> chosen() {
    List<Check> candidates = new ArrayList<>();
    for (RuleExample example : RuleExamples.all()) {
      // The port shows no attempts: what waits for one is not for it.
      if (example.check().scenario().servers().isEmpty()) {
        candidates.add(trimmed(example.check()));
      }
    }
    candidates.sort(Comparator.comparingLong(check -> check.scenario().untilMillis()));
    List<Check> chosen =
        new ArrayList<>(List.of(trimmed(silentFor2s()), trimmed(backAmongOthers())));
    Set<Rule> open = EnumSet.allOf(Rule.class);
    chosen.forEach(own -> open.removeAll(shown(own.scenario())));
    for (Check check : candidates) {
      if (open.removeAll(shown(check.scenario()))) {
        chosen.add(check);
      }
    }
    chosen.sort(Comparator.comparingLong(check -> check.scenario().untilMillis()));
    return ImmutableList.copyOf(Lists.reverse(chosen));
  }

  /** The rules that a scenario shows for certain, whatever comes early or late. */
  private Set<Rule> shown(Scenario scenario) {
    Answer.Ran reference = (Answer.Ran) new ReferencePort().run(scenario, profile);
    Judgement judgement =
        new Oracle(profile, features, tolerance).judge(scenario, reference.trace());
    boolean certain =
        judgement.expected().stream()
            .allMatch(expected -> expected.level() == Expectation.Level.REQUIRED);
    return certain ? judgement.exercised().elementSet() : ImmutableSet.of();
  }

  /** Looked at for as long as anything can follow from its last step. */
  private Check trimmed(Check check) {
    Scenario scenario = check.scenario();
    long lastMillis = scenario.steps().get(scenario.steps().size() - 1).atMillis();
    return Check.given(
        check.id(),
        check.about(),
        ImmutableScenario.copyOf(scenario)
            .withUntilMillis(
                lastMillis
                    + profile.goneAfterMillis()
                    + tolerance.earlyMillis()
                    + tolerance.lateMillis()));
  }

  /** The rule's examples end at a deadline, where both outcomes are permitted. */
  private static Check silentFor2s() {
    return Check.given(
        "DRV-01/silent-for-2s",
        "Back after 2 s: nothing was due for anybody.",
        ImmutableScenario.builder()
            .addParticipants(
                new Participant(USER, Platform.ANDROID), new Participant(OTHER, Platform.WEB))
            .addSteps(
                Step.of(0, Action.JOIN, USER),
                Step.of(0, Action.JOIN, OTHER),
                Step.of(3_000, Action.DROP, USER),
                Step.of(5_000, Action.RESTORE, USER))
            .untilMillis(5_000)
            .build());
  }

  /** The rule is met nearly everywhere, but this is where packets one by one would break it. */
  private static Check backAmongOthers() {
    return Check.given(
        "DRV-11/back-among-others",
        "Two are there and one is not when a Web user is back after more than its window.",
        ImmutableScenario.builder()
            .addParticipants(
                new Participant(USER, Platform.WEB),
                new Participant(OTHER, Platform.ANDROID),
                new Participant(THIRD, Platform.IOS),
                new Participant(FOURTH, Platform.WINDOWS))
            .addSteps(
                Step.of(0, Action.JOIN, USER),
                Step.of(0, Action.JOIN, OTHER),
                Step.of(0, Action.JOIN, THIRD),
                Step.of(0, Action.JOIN, FOURTH),
                Step.of(3_000, Action.DROP, USER),
                Step.of(4_500, Action.KILL, FOURTH),
                Step.of(17_000, Action.RESTORE, USER))
            .untilMillis(17_000)
            .build());
  }
}
