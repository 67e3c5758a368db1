package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.Boundaries;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** A port on a real clock is never exact: what it may show within its tolerance is accepted. */
class ToleranceTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final ImmutableSet<Feature> ALL = ImmutableSet.copyOf(Feature.values());
  private static final long JITTER_MILLIS = 100;

  /** A deadline and a stimulus may each be off by the jitter. */
  private static final Tolerance TOLERANCE = Tolerance.of(2 * JITTER_MILLIS + 1);

  private static final int SCENARIOS = 3_000;

  @Test
  void callbacksThatAreAllSomewhatEarlyOrLateAreAccepted() {
    Oracle oracle = new Oracle(PROFILE, ALL, TOLERANCE);
    for (long index = 0; index < SCENARIOS; index++) {
      SplittableRandom random = new SplittableRandom(index);
      Scenario scenario = spaced(new Generator(PROFILE, 4).generate(2, index));
      Trace exact = new World(scenario, PROFILE).run();
      Trace shown = new Trace(jittered(exact.callbacks(), scenario, random), exact.server());
      assertAccepted(oracle, scenario, shown);
    }
  }

  @Test
  void stimuliThatAPortSawSomewhatEarlierOrLaterLeadToAnOutcomeThatIsAccepted() {
    for (long index = 0; index < SCENARIOS; index++) {
      acceptsWhatIsFelt(spaced(new Generator(PROFILE, 4).generate(3, index)), index);
    }
  }

  @Test
  void atABoundaryBothOutcomesAreAccepted() {
    int differing = 0;
    for (Check check : Boundaries.checks(PROFILE)) {
      for (long jitter = 0; jitter < 5; jitter++) {
        differing += acceptsWhatIsFelt(check.scenario(), jitter) ? 1 : 0;
      }
    }
    assertTrue(
        differing >= 300, "only " + differing + " outcomes differ: too few to tell anything");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void beyondTheToleranceOrMissingOrDoubledIsRefused(RuleExample example) {
    ImmutableList<TracedCallback> callbacks = example.example().expected().callbacks();
    for (int i = 0; i < callbacks.size(); i++) {
      TracedCallback one = callbacks.get(i);
      List<TracedCallback> without = new ArrayList<>(callbacks);
      without.remove(i);
      assertRefused(example, without, one);
      assertRefused(example, moved(without, one, TOLERANCE.lateMillis() + 1), one);
      assertRefused(example, moved(without, one, -TOLERANCE.earlyMillis() - 1), one);
      assertRefused(example, moved(callbacks, one, 0), one);
    }
  }

  static Stream<RuleExample> examples() {
    return RuleExamples.all().stream();
  }

  private static List<TracedCallback> moved(
      List<TracedCallback> rest, TracedCallback one, long byMillis) {
    List<TracedCallback> moved = new ArrayList<>(rest);
    moved.add(new TracedCallback(one.atMillis() + byMillis, one.uid(), one.callback()));
    return moved;
  }

  private static void assertRefused(
      RuleExample example, List<TracedCallback> callbacks, TracedCallback changed) {
    assertFalse(
        new Oracle(PROFILE, ImmutableSet.of(), TOLERANCE)
            .judge(
                example.check().scenario(),
                new Trace(ImmutableList.copyOf(callbacks), ImmutableList.of()))
            .conforms(),
        "accepted without, too early, too late or twice: " + changed);
  }

  /** Returns whether the outcome differs from the exact one. */
  private static boolean acceptsWhatIsFelt(Scenario scenario, long seed) {
    Trace shown = new World(jittered(scenario, new SplittableRandom(seed)), PROFILE).run();
    assertAccepted(new Oracle(PROFILE, ALL, TOLERANCE), scenario, shown);
    return !names(shown).equals(names(new World(scenario, PROFILE).run()));
  }

  private static void assertAccepted(Oracle oracle, Scenario scenario, Trace shown) {
    assertEquals(
        List.of(),
        oracle.judge(scenario, shown).divergences().stream().map(Divergence::message).toList(),
        () -> ScenarioJson.toJson(scenario) + "\n" + ScenarioJson.toJson(shown));
  }

  private static List<String> names(Trace trace) {
    return trace.callbacks().stream()
        .map(seen -> seen.uid() + " " + seen.callback())
        .sorted()
        .toList();
  }

  /**
   * Steps at one instant, or at least a second apart, give or take the millisecond of a boundary.
   */
  private static Scenario spaced(Scenario scenario) {
    List<Step> steps = new ArrayList<>();
    long beforeMillis = 0;
    long atMillis = 0;
    for (Step step : scenario.steps()) {
      long gapMillis = step.atMillis() - beforeMillis;
      beforeMillis = step.atMillis();
      atMillis += gapMillis == 0 ? 0 : Math.max(1_000, gapMillis);
      steps.add(step.withAtMillis(atMillis));
    }
    return ImmutableScenario.copyOf(scenario).withUntilMillis(atMillis + 30_000).withSteps(steps);
  }

  private static Scenario jittered(Scenario scenario, SplittableRandom random) {
    List<Step> steps = new ArrayList<>();
    long beforeMillis = -1;
    long jitterMillis = 0;
    for (Step step : scenario.steps()) {
      if (step.atMillis() != beforeMillis) {
        jitterMillis = Math.max(-step.atMillis(), random.nextLong(-JITTER_MILLIS, JITTER_MILLIS));
        beforeMillis = step.atMillis();
      }
      steps.add(step.withAtMillis(step.atMillis() + jitterMillis));
    }
    return ImmutableScenario.copyOf(scenario).withSteps(steps);
  }

  /** Each app's callbacks keep their order. */
  private static ImmutableList<TracedCallback> jittered(
      ImmutableList<TracedCallback> exact, Scenario scenario, SplittableRandom random) {
    Map<UserId, Long> last = new HashMap<>();
    List<TracedCallback> shown = new ArrayList<>();
    for (TracedCallback callback : exact) {
      long jitterMillis = random.nextLong(-2 * JITTER_MILLIS, 2 * JITTER_MILLIS);
      long atMillis =
          Math.max(last.getOrDefault(callback.uid(), 0L), callback.atMillis() + jitterMillis);
      last.put(callback.uid(), atMillis);
      if (atMillis <= scenario.untilMillis()) {
        shown.add(new TracedCallback(atMillis, callback.uid(), callback.callback()));
      }
    }
    return ImmutableList.sortedCopyOf(Comparator.comparingLong(TracedCallback::atMillis), shown);
  }
}
