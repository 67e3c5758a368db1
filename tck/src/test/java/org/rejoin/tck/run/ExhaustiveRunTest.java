package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.explore.Coverage.Pairs;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** Driving every pair of state and input finds what no other check comes to. */
class ExhaustiveRunTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final ImmutableSet<Platform> EVERY = ImmutableSet.copyOf(Platform.values());
  private static final Exhaustive EXHAUSTIVE = Exhaustive.of(PROFILE, EVERY, EVERY);
  private static final int GENERATED = 2_000;

  @Test
  void theReferencePassesEveryPairAndTheRunSaysThatItMetThemAll() {
    RunResult result = run(new ReferencePort(), "exhaustive/**");
    assertEquals(ImmutableList.of(), result.failures());
    assertEquals(30_348, result.counts().get(Verdict.PASS));
    assertEquals(30_348, result.exhaustive().count(Verdict.PASS));
    assertEquals(new Pairs(16_308, OptionalInt.of(16_308)), result.coverage().orElseThrow().two());
    assertEquals(ImmutableList.of(), result.written());
  }

  @Test
  void aRaceThatNoOtherCheckMeetsIsFound() {
    Port racing = new Racing();
    RunResult others =
        new ConformanceRun(racing, PROFILE)
            .run(ImmutableRunOrder.builder().plan(Plan.of(PROFILE, 1, GENERATED)).build());
    assertEquals(ImmutableList.of(), others.failures());
    Failure first = run(racing, "exhaustive/awl/downlink-cut-at-lost/**").failures().get(0);
    assertEquals("exhaustive/awl/downlink-cut-at-lost/out-unknown/restore", first.check().id());
    assertEquals(
        "windows user 1 was interrupted and hears the server again at 10.000 s, so"
            + " `didRejoinChannel()` is due at 10.000 s; not seen",
        first.message());
    assertEquals(ImmutableSet.of(Rule.NET_11), first.rules());
  }

  @Test
  void whatWasMissedIsNamedIfItIsAskedFor() {
    RunResult result = run(new ReferencePort(), "exhaustive/web/out/**");
    Pairs two = result.coverage().orElseThrow().two();
    Pairs three = result.coverage().orElseThrow().three();
    assertEquals(
        two.reachable().orElseThrow()
            - two.exercised()
            + three.reachable().orElseThrow()
            - three.exercised(),
        result.missed().size());
    assertTrue(result.missed().contains("awl/cut-lost/killed-overdue/restore"));
    assertTrue(
        result.missed().contains("three/apple/cut-short/heard-gone/unheard-gone/first-silent"));
    assertFalse(result.missed().contains("web/out/connected-unknown/join"));
  }

  private static RunResult run(Port port, String glob) {
    return new ConformanceRun(port, PROFILE)
        .run(
            ImmutableRunOrder.builder()
                .plan(Plan.of(ImmutableList.of(), PROFILE, 1).with(EXHAUSTIVE))
                .selection(ImmutableSelection.builder().addOnly(new Glob(glob)).build())
                .missed(true)
                .build());
  }

  /** Loses the return of a user that hears again at the very instant at which it is lost. */
  private static final class Racing implements Port {
    private final Port reference = new ReferencePort();

    @Override
    public Hello hello() {
      return reference.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return reference.run(scenario, profile) instanceof Answer.Ran ran
          ? new Answer.Ran(
              new Trace(
                  ran.trace().callbacks().stream()
                      .filter(told -> !isLost(scenario, told))
                      .collect(ImmutableList.toImmutableList()),
                  ran.trace().server()))
          : new Answer.Failed("no trace");
    }

    private static boolean isLost(Scenario scenario, TracedCallback told) {
      return told.callback().peer().isEmpty()
          && has(scenario, told, Action.RESTORE, 0)
          && has(scenario, told, Action.DROP, PROFILE.lostSinceLastDataMillis());
    }

    private static boolean has(
        Scenario scenario, TracedCallback told, Action action, long millisBefore) {
      return scenario.steps().stream()
          .filter(step -> step.uid().equals(told.uid()) && step.action() == action)
          .filter(step -> action != Action.DROP || step.direction() == Direction.DOWNLINK)
          .mapToLong(Step::atMillis)
          .anyMatch(at -> at == told.atMillis() - millisBefore);
    }
  }
}
