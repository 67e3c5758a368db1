package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.LostOrigin;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Matrix;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** A run finds what is wrong with a port, and says which rule it breaks. */
class ConformanceRunTest {
  private static final ImmutableList<Check> EXAMPLES =
      RuleExamples.all().stream().map(RuleExample::check).collect(ImmutableList.toImmutableList());

  private static final Port REFERENCE = new ReferencePort();

  @Test
  void aPortWithAWrongConstantBreaksTheRuleOfThatConstant() {
    assertBreaks(
        Rule.NET_01,
        "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
            + " 9.000 s; seen at 10.000 s",
        ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withInterruptedAfterMillis(5_000));
    assertBreaks(
        Rule.NET_10,
        "web user 2 last heard user 1 at 5.000 s, so `stream-removed(1)` is due at 15.000 s; seen"
            + " at 16.000 s",
        ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withWebGoneAfterMillis(11_000));
    assertBreaks(
        Rule.NET_05,
        "linux user 1 last heard the server at 5.000 s, so `onConnectionLost()` is due at 15.000 s;"
            + " not seen",
        ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withLostOrigin(LostOrigin.INTERRUPTED));
  }

  @Test
  void aRuleFailsThatAnyDifferenceOfACheckBreaksThoughTheFirstAloneTellsTheFailure() {
    RunResult result =
        run(
            answering(
                scenario -> new Answer.Ran(new Trace(ImmutableList.of(), ImmutableList.of()))),
            ImmutableList.of(example("NET-05")));
    Failure failure = only(result);
    assertEquals(ImmutableSet.of(Rule.DRV_04), failure.rules());
    assertEquals(
        "linux user 2 hears user 1 for the first time at 0.000 s, so `onUserJoined(1)` is due at"
            + " 0.000 s; not seen",
        failure.message());
    assertEquals(Verdict.FAIL, result.rules().get(Rule.NET_01));
    assertEquals(Verdict.FAIL, result.rules().get(Rule.NET_05));
  }

  /** NET-10's own check fails, because interrupted is late. That says nothing of NET-10. */
  @Test
  void aRuleWhoseOwnCheckFailsByOtherRulesAloneIsInconclusive() {
    Port late =
        new Mistaken(
            ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withInterruptedAfterMillis(4_001));
    RunResult result = run(late, ImmutableList.of(example("NET-10")));
    assertEquals(Verdict.FAIL, result.rules().get(Rule.NET_01));
    assertEquals(Verdict.INCONCLUSIVE, result.rules().get(Rule.NET_10));
    assertEquals(1, result.exercised().count(Rule.NET_10));
  }

  @Test
  void whatAPortCanNotDoIsUnsupportedAndTheRunIncomplete() {
    RunResult result =
        new ConformanceRun(
                new Limited(ImmutableSet.of(Platform.ANDROID, Platform.WEB), ImmutableSet.of()),
                Profiles.AGORA_2019_05)
            .run(Matrix.checks(Profiles.AGORA_2019_05), 1);
    // Dropped cells of 2 x 2 platforms, 3 comebacks, 2 modes.
    assertEquals(24, result.counts().get(Verdict.PASS));
    assertEquals(1_008 - 24, result.counts().get(Verdict.UNSUPPORTED));
    // None of the rules' own checks was among them.
    assertEquals(Verdict.NOT_SELECTED, result.rules().get(Rule.KILL_04));
    assertEquals(3, result.exitCode());
    assertEquals("incomplete", result.conclusion().verdict());
  }

  @Test
  void aRuleThatNeedsWhatThePortLacksIsUnsupported() {
    RunResult result = run(limited(Feature.CHANNEL_LIFECYCLE, Feature.ATTEMPTS), EXAMPLES);
    assertEquals(Verdict.UNSUPPORTED, result.rules().get(Rule.KILL_10));
    assertEquals(Verdict.PASS, result.rules().get(Rule.NET_10));
  }

  @Test
  void withoutLeaveOrKillARunIsIncompleteByItself() {
    RunResult result =
        run(limited(Feature.LEAVE, Feature.KILL), ImmutableList.of(example("NET-10")));
    assertEquals(
        ImmutableList.of("the port does not offer leave", "the port does not offer kill"),
        result.incompleteBecause());
    assertEquals(3, result.exitCode());
  }

  @Test
  void whatAPortPromisedAndDeclinesMakesTheRunIncomplete() {
    RunResult result =
        run(
            answering(scenario -> new Answer.Unsupported("not today")),
            ImmutableList.of(example("NET-10")));
    assertEquals(Verdict.UNSUPPORTED, result.rules().get(Rule.NET_10));
    assertEquals(ImmutableMap.of("not today", 1), result.unsupported());
    assertEquals(
        ImmutableList.of(
            "no check was judged",
            "the port offers what these need and yet does not run them: NET-10"),
        result.incompleteBecause());
    assertEquals(3, result.exitCode());
  }

  @Test
  void aPortThatThrowsCostsOneVerdictAndTheRestIsJudged() {
    Check thrower = example("NET-10");
    RunResult result =
        run(
            answering(
                scenario -> {
                  if (scenario.equals(thrower.scenario())) {
                    throw new IllegalStateException("engine is gone");
                  }
                  return REFERENCE.run(scenario, Profiles.AGORA_2019_05);
                }),
            EXAMPLES);
    assertEquals(EXAMPLES.size() - 1, result.counts().get(Verdict.PASS));
    Failure failure = only(result);
    assertEquals(Verdict.FAIL, failure.verdict());
    assertEquals(
        "the port threw java.lang.IllegalStateException: engine is gone",
        failure.message().replaceAll(" at org\\.rejoin\\..*", ""));
    assertEquals(ImmutableSet.of(Rule.NET_10), failure.rules());
    assertEquals(Verdict.FAIL, result.rules().get(Rule.NET_10));
    assertEquals(1, result.exitCode());
  }

  @Test
  void aTraceThatNamesNobodyIsAProtocolErrorAndNoDefectOfTheKit() {
    RunResult result =
        run(
            answering(
                scenario ->
                    new Answer.Ran(
                        new Trace(
                            ImmutableList.of(
                                new TracedCallback(
                                    5,
                                    UserId.of(99),
                                    new Callback("x", Optional.empty(), Optional.empty()))),
                            ImmutableList.of()))),
            ImmutableList.of(example("NET-10")));
    Failure failure = only(result);
    assertEquals(Verdict.PROTOCOL_ERROR, failure.verdict());
    assertEquals(
        "`callbacks[0].uid` must be a uid of the scenario [1, 2], was 99", failure.message());
    assertEquals(1, result.exitCode());
  }

  @Test
  void aPortThatLeavesChecksUnansweredIsBlamedForEach() {
    RunResult result = run(new Silent(), ImmutableList.of(example("NET-10"), example("NET-11")));
    assertEquals(2, result.counts().get(Verdict.PROTOCOL_ERROR));
    assertEquals("the port gave no answer", result.failures().get(0).message());
  }

  @Test
  void afterTheFirstFailureNothingIsJudgedIfToldSo() {
    Plan plan = Plan.of(Profiles.AGORA_2019_05, 1, 0);
    RunResult result =
        new ConformanceRun(answering(scenario -> new Answer.Failed("no")), Profiles.AGORA_2019_05)
            .run(ImmutableRunOrder.builder().plan(plan).failFast(true).build());
    assertEquals(1, result.failures().size());
    assertEquals(plan.id(0), result.failures().get(0).check().id());
    assertEquals(plan.size() - 1, result.counts().get(Verdict.NOT_EXERCISED));
    assertEquals(
        ImmutableMap.of("--fail-fast: a check before it failed", plan.size() - 1),
        result.notJudged());
  }

  @Test
  void anInterruptEndsTheRunWithWhatItHasFound() {
    Thread.currentThread().interrupt();
    RunResult result = run(REFERENCE, EXAMPLES);
    assertFalse(Thread.interrupted(), "the interrupt was taken");
    assertEquals(130, result.exitCode());
    assertEquals("incomplete", result.conclusion().verdict());
    assertEquals(EXAMPLES.size(), result.counts().get(Verdict.NOT_EXERCISED));
  }

  @Test
  void anInterruptReachesEveryPortAndEveryCheckIsCounted() {
    Thread.currentThread().interrupt();
    RunResult result =
        new ConformanceRun(ImmutableList.of(REFERENCE, REFERENCE), Profiles.AGORA_2019_05)
            .run(EXAMPLES, 1);
    assertFalse(Thread.interrupted(), "the interrupt was taken");
    assertEquals(130, result.exitCode());
    assertEquals(
        EXAMPLES.size(), result.counts().values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void aDefectOfTheKitIsNotLaidAtThePortsDoorAndTheRestIsJudged() {
    Check unjudgeable =
        Check.given(
            "x/one-clients-view",
            "a step that the oracle refuses",
            ImmutableScenario.builder()
                .addParticipants(new Participant(UserId.of(1), Platform.WEB))
                .addSteps(Step.of(0, Action.PEER_HEARD, UserId.of(1)).withPeer(UserId.of(2)))
                .untilMillis(1_000)
                .build());
    RunResult result =
        run(
            answering(
                scenario -> new Answer.Ran(new Trace(ImmutableList.of(), ImmutableList.of()))),
            ImmutableList.of(unjudgeable, example("NET-10")));
    assertEquals(70, result.exitCode());
    assertEquals("x/one-clients-view", result.defects().get(0).check());
    assertEquals(1, result.counts().get(Verdict.INCONCLUSIVE));
    assertEquals(1, result.counts().get(Verdict.FAIL));
    assertEquals("not-conformant", result.conclusion().verdict());
  }

  @Test
  void ofSeveralExitCodesTheFirstInTheOrderHolds() {
    RunResult conformant = run(REFERENCE, EXAMPLES);
    RunResult failing = run(answering(scenario -> new Answer.Failed("no")), EXAMPLES);
    ImmutableList<Defect> defects =
        ImmutableList.of(new Defect("x", new IllegalStateException("ours")));
    assertEquals(0, conformant.exitCode());
    assertEquals(
        3,
        ImmutableRunResult.copyOf(conformant)
            .withNotJudged(ImmutableSortedMap.of("x", 1))
            .exitCode());
    assertEquals(1, failing.exitCode());
    assertEquals(70, ImmutableRunResult.copyOf(failing).withDefects(defects).exitCode());
    assertEquals(
        130,
        ImmutableRunResult.copyOf(failing).withDefects(defects).withIsInterrupted(true).exitCode());
  }

  @Test
  void countsAddUpToThePlan() {
    Plan plan = Plan.of(Profiles.AGORA_2019_05, 1, 50);
    RunResult result =
        new ConformanceRun(limited(Feature.KILL), Profiles.AGORA_2019_05)
            .run(
                ImmutableRunOrder.builder()
                    .plan(plan)
                    .selection(ImmutableSelection.builder().addPlatforms(Platform.WEB).build())
                    .build());
    assertEquals(plan.size(), result.counts().values().stream().mapToInt(Integer::intValue).sum());
  }

  private static void assertBreaks(Rule rule, String message, Profile wrong) {
    RunResult result = run(new Mistaken(wrong), EXAMPLES);
    assertEquals(1, result.exitCode());
    assertEquals(Verdict.FAIL, result.rules().get(rule));
    assertTrue(
        result.failures().stream().anyMatch(failure -> failure.message().equals(message)),
        () -> result.failures().stream().map(Failure::message).toList().toString());
  }

  private static RunResult run(Port port, ImmutableList<Check> checks) {
    return new ConformanceRun(port, Profiles.AGORA_2019_05).run(checks, 1);
  }

  private static Failure only(RunResult result) {
    assertEquals(1, result.failures().size());
    return result.failures().get(0);
  }

  private static Check example(String rule) {
    return RuleExamples.of(Rule.ofId(rule).orElseThrow()).get(0).check();
  }

  private static Port limited(Feature... lacking) {
    return new Limited(
        ImmutableSet.copyOf(Platform.values()),
        Sets.difference(ImmutableSet.copyOf(Feature.values()), ImmutableSet.copyOf(lacking))
            .immutableCopy());
  }

  private static Port answering(Function<Scenario, Answer> answer) {
    return new Port() {
      @Override
      public Hello hello() {
        return REFERENCE.hello();
      }

      @Override
      public Answer run(Scenario scenario, Profile profile) {
        return answer.apply(scenario);
      }
    };
  }

  /** Takes scenarios and says nothing. */
  private static final class Silent implements Port {
    @Override
    public Hello hello() {
      return REFERENCE.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return REFERENCE.run(scenario, profile);
    }

    @Override
    public void runAll(
        ImmutableList<Scenario> scenarios, Profile profile, ObjIntConsumer<Answer> sink) {
      // Nothing is the point.
    }
  }

  /** The reference under constants that are not those in force. */
  private static final class Mistaken implements Port {
    private final Port reference = new ReferencePort();
    private final Profile wrong;

    private Mistaken(Profile wrong) {
      this.wrong = wrong;
    }

    @Override
    public Hello hello() {
      return reference.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return reference.run(scenario, wrong);
    }
  }

  /** The reference with less to offer. */
  private static final class Limited implements Port {
    private final Port reference = new ReferencePort();
    private final ImmutableSet<Platform> platforms;
    private final ImmutableSet<Feature> features;

    private Limited(ImmutableSet<Platform> platforms, ImmutableSet<Feature> features) {
      this.platforms = platforms;
      this.features = features;
    }

    @Override
    public Hello hello() {
      return ImmutableHello.copyOf(reference.hello())
          .withPlatforms(platforms)
          .withFeatures(features);
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return reference.run(scenario, profile);
    }
  }
}
