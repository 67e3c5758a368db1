package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.PortUnusableException;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.shrink.Scenarios;
import org.rejoin.tck.spec.Rule;

/** What is left of a run's failures, and that nothing else changes. */
class ShrinkingTest {
  private static final Profile SEED = Profiles.AGORA_2019_05;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Profile LATE =
      ImmutableProfile.copyOf(SEED).withInterruptedAfterMillis(5_000);

  @Test
  void aFailureIsToldByTheSmallestScenarioAndStaysTheSameCheck() {
    RunResult result = run(new Wrong(Wrong::late), 60);
    RunResult smaller = Shrinking.of(result, unused -> new Wrong(Wrong::late), PATIENCE);
    Failure first =
        smaller.failures().stream()
            .filter(failure -> failure.check().origin() instanceof Origin.Generated)
            .findFirst()
            .orElseThrow();
    assertEquals("1 android; 0 join 1, 0 drop 1; 5000", Scenarios.text(first.check().scenario()));
    assertEquals(
        "android user 1 last heard the server at 0.000 s, so `onConnectionInterrupted()` is due at"
            + " 4.000 s; seen at 5.000 s",
        first.message());
    assertEquals(1, first.expected().size());
    assertEquals(1, first.seen().callbacks().size());
    assertTrue(first.asFound().check().scenario().steps().size() > 2, "it was as small before");
    assertEquals(result.failures(), smaller.failures().stream().map(Failure::asFound).toList());
    assertEquals(
        result,
        ImmutableRunResult.copyOf(smaller).withFailures(result.failures()),
        "more than the failures has changed");
  }

  @Test
  void threeOfAKindAreMadeSmallerAndTheOthersStay() {
    RunResult result = run(new Wrong(Wrong::late), 300);
    RunResult smaller = Shrinking.of(result, unused -> new Wrong(Wrong::late), PATIENCE);
    ImmutableList<Failure> generated =
        smaller.failures().stream()
            .filter(failure -> failure.asFound().rules().equals(ImmutableSet.of(Rule.NET_01)))
            .filter(failure -> failure.asFound().message().contains("; seen at"))
            .collect(ImmutableList.toImmutableList());
    assertTrue(generated.size() > 10, () -> generated.size() + " of a kind");
    assertEquals(3, generated.stream().filter(failure -> failure.before().isPresent()).count());
    assertTrue(generated.stream().limit(3).allMatch(failure -> failure.before().isPresent()));
  }

  @Test
  void whatIsThrownAndProtocolErrorsAreMadeSmallerByTheirVerdict() {
    BiFunction<ReferencePort, Scenario, Answer> wrong =
        (port, scenario) -> {
          if (scenario.steps().stream().anyMatch(step -> step.action() == Action.LEAVE)) {
            throw new IllegalStateException("no leave");
          }
          return scenario.steps().stream().anyMatch(step -> step.action() == Action.KILL)
              ? new Answer.Broke("no kill")
              : port.run(scenario, SEED);
        };
    RunResult smaller =
        Shrinking.of(run(new Wrong(wrong), 60), unused -> new Wrong(wrong), PATIENCE);
    assertEquals(
        ImmutableSet.of("1 android; 0 leave 1; 0", "1 android; 0 kill 1; 0"),
        smaller.failures().stream()
            .filter(failure -> failure.before().isPresent())
            .map(failure -> Scenarios.text(failure.check().scenario()))
            .collect(ImmutableSet.toImmutableSet()));
    assertTrue(
        smaller.failures().stream()
            .filter(failure -> failure.verdict() == Verdict.FAIL)
            .findFirst()
            .orElseThrow()
            .message()
            .startsWith("the port threw java.lang.IllegalStateException: no leave at org.rejoin."));
  }

  @Test
  void aHangIsTriedWithLittlePatienceAndBelievedWithAllOfIt() {
    BiFunction<ReferencePort, Scenario, Answer> wrong =
        (port, scenario) ->
            scenario.steps().stream().anyMatch(step -> step.action() == Action.LEAVE)
                ? new Answer.Hung("no answer")
                : port.run(scenario, SEED);
    List<Duration> limits = new ArrayList<>();
    RunResult result = run(new Wrong(wrong), 60);
    RunResult smaller =
        Shrinking.of(
            result,
            limit -> {
              limits.add(limit);
              return new Wrong(wrong);
            },
            PATIENCE);
    Duration half = Duration.ofMillis(500);
    assertEquals(ImmutableList.of(half, PATIENCE, half, PATIENCE), limits);
    ImmutableList<Failure> changed =
        smaller.failures().stream()
            .filter(failure -> failure.before().isPresent())
            .collect(ImmutableList.toImmutableList());
    assertEquals(2, changed.size());
    for (Failure hang : changed) {
      Scenario left = hang.check().scenario();
      assertTrue(
          left.steps().size() < hang.asFound().check().scenario().steps().size(),
          () -> Scenarios.text(left));
    }
  }

  @Test
  void aHangThatIsNoneWithAllPatienceStaysAsItWas() {
    BiFunction<ReferencePort, Scenario, Answer> hangs =
        (port, scenario) -> new Answer.Hung("no answer");
    RunResult result = run(new Wrong(hangs), 3);
    RunResult same =
        Shrinking.of(
            result,
            limit ->
                new Wrong(
                    (port, scenario) ->
                        limit.equals(PATIENCE)
                            ? port.run(scenario, SEED)
                            : hangs.apply(port, scenario)),
            PATIENCE);
    assertEquals(result, same);
  }

  @Test
  void whatDoesNotFailOnceMoreStaysAsItWas() {
    RunResult result = run(new Wrong(Wrong::late), 20);
    assertEquals(result, Shrinking.of(result, unused -> new ReferencePort(), PATIENCE));
  }

  @Test
  void aPortThatDoesNotStartOnceMoreIsAWarning() {
    RunResult result = run(new Wrong(Wrong::late), 20);
    RunResult same =
        Shrinking.of(
            result,
            unused -> {
              throw new PortUnusableException("port unusable: gone");
            },
            PATIENCE);
    assertEquals(result.failures(), same.failures());
    assertEquals(result.exitCode(), same.exitCode());
    assertEquals(
        ImmutableList.of(
            "failures are shown as they were found: the port did not start once more, so that they"
                + " could be made smaller: port unusable: gone"),
        same.warnings());
  }

  @Test
  void anInterruptEndsItWithTheFailuresThatAreLeft() {
    RunResult result = run(new Wrong(Wrong::late), 20);
    Thread.currentThread().interrupt();
    RunResult same = Shrinking.of(result, unused -> new Wrong(Wrong::late), PATIENCE);
    assertTrue(Thread.interrupted() || same.isInterrupted(), "the interrupt is lost");
    assertEquals(result.failures(), same.failures());
  }

  @Test
  void aRealClockIsLeftAlone() {
    RunResult result = run(new Wrong(Wrong::late), 20);
    Hello real = ImmutableHello.copyOf(result.port()).withClock(Hello.Clock.REAL);
    RunResult onRealClock = ImmutableRunResult.copyOf(result).withPort(real);
    assertSame(
        onRealClock,
        Shrinking.of(
            onRealClock,
            unused -> {
              throw new AssertionError("a port was started");
            },
            PATIENCE));
  }

  @Test
  void oneClientsFailureIsMadeSmallerThroughTheStage() {
    Wrong client =
        new Wrong(
            new ReferencePort(ImmutableSet.of(Platform.WEB), Hello.View.CLIENT),
            (port, scenario) ->
                port.run(scenario, ImmutableProfile.copyOf(SEED).withWebGoneAfterMillis(11_000)));
    RunResult smaller = Shrinking.of(run(client, 60), unused -> client, PATIENCE);
    assertFalse(smaller.failures().isEmpty());
    assertTrue(
        smaller.failures().stream()
            .filter(failure -> failure.rules().equals(ImmutableSet.of(Rule.NET_10)))
            .anyMatch(
                failure ->
                    Scenarios.text(failure.check().scenario())
                        .equals("1 web, 2 android; 0 join 1, 0 join 2, 0 drop 2; 11000")),
        () ->
            smaller.failures().stream()
                .map(failure -> Scenarios.text(failure.check().scenario()))
                .toList()
                .toString());
  }

  private static RunResult run(Port port, int generated) {
    Plan plan = Plan.of(SEED, 1, generated);
    return new ConformanceRun(port, SEED)
        .run(
            ImmutableRunOrder.builder()
                .plan(plan)
                .selection(ImmutableSelection.builder().addOnly(new Glob("generated/**")).build())
                .build());
  }

  /** The reference with a mistake. */
  private record Wrong(ReferencePort reference, BiFunction<ReferencePort, Scenario, Answer> run)
      implements Port {
    Wrong(BiFunction<ReferencePort, Scenario, Answer> run) {
      this(new ReferencePort(), run);
    }

    static Answer late(ReferencePort port, Scenario scenario) {
      return port.run(scenario, LATE);
    }

    @Override
    public Hello hello() {
      return reference.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return run.apply(reference, scenario);
    }
  }
}
