package org.rejoin.tck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.defective.Defects;
import org.rejoin.tck.defective.Lookalikes;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.GuardedPort;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.Glob;
import org.rejoin.tck.run.ImmutableRunOrder;
import org.rejoin.tck.run.ImmutableSelection;
import org.rejoin.tck.run.Outcome;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.Replay;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Selection;
import org.rejoin.tck.run.Shrinking;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * The doors held against each other: the same port gets the same verdict, in the same words, with
 * the same smallest scenario from a run as the command does it, from JUnit, and from a replay.
 */
class DoorsTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int EVERY = 10;

  private static final Selection SELECTION =
      ImmutableSelection.builder()
          .addOnly(new Glob("NET-*/*"), new Glob("KILL-*/*"), new Glob("DRV-*/*"))
          .addOnly(new Glob("situation/*"))
          .build();

  /** Whether some check is failed by a port. */
  private enum Fails {
    ALWAYS,
    PERHAPS,
    NEVER
  }

  private int failing;

  /**
   * What a door says of a check: the verdict, the sentence and the smallest scenario. What it looks
   * like hangs on the checks that were run: JUnit tells a failure before those that come later.
   */
  private record Said(String verdict, String sentence, Optional<Scenario> smallest) {
    static Said of(Failure failure) {
      return new Said(
          failure.verdict().id(), failure.message(), Optional.of(failure.check().scenario()));
    }

    static Said of(Outcome outcome) {
      return outcome
          .failure()
          .map(Said::of)
          .orElseGet(() -> new Said(outcome.verdict().id(), outcome.reason(), Optional.empty()));
    }
  }

  @TestFactory
  Stream<DynamicTest> sayTheSame() {
    Stream<DynamicTest> defects =
        IntStream.range(0, Defects.all().size())
            .filter(number -> number % EVERY == 0)
            .mapToObj(Defects.all()::get)
            .filter(defect -> defect.isOf(PROFILE))
            .flatMap(
                defect ->
                    Stream.of(
                        door(defect.id(), defect::port, Fails.PERHAPS),
                        door(
                            defect.id() + " on a real clock",
                            () -> onRealClock(defect.port()),
                            Fails.PERHAPS)));
    Stream<DynamicTest> others =
        Stream.of(
            door("the reference", ReferencePort::new, Fails.NEVER),
            door(
                "the reference on a real clock",
                () -> onRealClock(new ReferencePort()),
                Fails.NEVER),
            door(
                "the reference as one client",
                () -> new ReferencePort(new ReferencePort().hello().platforms(), Hello.View.CLIENT),
                Fails.NEVER),
            door("throws", () -> changed(hello -> hello, DoorsTest::thrower), Fails.ALWAYS),
            door(
                "answers null",
                () -> changed(hello -> hello, (one, right) -> nothing()),
                Fails.ALWAYS),
            door("hangs", () -> changed(hello -> hello, DoorsTest::hanger), Fails.ALWAYS),
            door(
                "declines",
                () -> changed(hello -> hello, (one, right) -> new Answer.Unsupported("not yet")),
                Fails.NEVER),
            door(
                "offers little",
                () -> changed(hello -> hello.withFeatures(Feature.LEAVE), (one, right) -> right),
                Fails.NEVER),
            door(
                "tells the app nothing",
                () ->
                    changed(
                        hello -> hello,
                        (one, right) ->
                            new Answer.Ran(new Trace(ImmutableList.of(), ImmutableList.of()))),
                Fails.ALWAYS));
    DynamicTest most =
        dynamicTest(
            "most of them fail", () -> assertTrue(failing > 20, () -> failing + " ports fail"));
    return Streams.concat(others, defects, Stream.of(most));
  }

  private DynamicTest door(String name, Supplier<Port> port, Fails fails) {
    return dynamicTest(name, () -> assertTheSame(port, fails));
  }

  private void assertTheSame(Supplier<Port> port, Fails fails) {
    Plan plan = plan(port.get().hello());
    Map<String, Said> command = command(guarded(port), plan);
    Map<String, Said> junit = junit(port, plan);
    assertEquals(command.keySet(), junit.keySet(), "the doors judge other checks");
    command.forEach((check, said) -> assertEquals(said, junit.get(check), check));
    long failed = command.values().stream().filter(said -> said.smallest().isPresent()).count();
    failing += failed > 0 ? 1 : 0;
    boolean asExpected =
        switch (fails) {
          case ALWAYS -> failed > 0;
          case PERHAPS -> true;
          case NEVER -> failed == 0;
        };
    assertTrue(asExpected, () -> failed + " checks fail");
    replayOfOne(guarded(port), plan, command);
  }

  private static Plan plan(Hello hello) {
    return Plan.of(PROFILE, hello.hosting(ImmutableSet.of()), 1, 0);
  }

  private static GuardedPort guarded(Supplier<Port> port) {
    return new GuardedPort(port, ImmutablePortLimits.builder().answer(PATIENCE).build());
  }

  /** As the command does it. */
  private static Map<String, Said> command(GuardedPort port, Plan plan) {
    RunResult run =
        new ConformanceRun(port, PROFILE)
            .run(ImmutableRunOrder.builder().plan(plan).selection(SELECTION).build());
    RunResult told = Lookalikes.named(Shrinking.of(run, port::within, PATIENCE));
    Map<String, Said> said = new LinkedHashMap<>();
    told.written()
        .forEach(
            ending ->
                said.put(
                    ending.check().id(),
                    new Said(ending.verdict().id(), ending.reason(), Optional.empty())));
    told.failures().forEach(failure -> said.put(failure.check().id(), Said.of(failure)));
    return said;
  }

  private static Map<String, Said> junit(Supplier<Port> port, Plan plan) {
    Settings settings = ImmutableSettings.builder().profile(PROFILE).generated(0).seed(1).build();
    Conformance conformance = new Conformance(port, PATIENCE, unused -> settings);
    Map<String, Said> said = new LinkedHashMap<>();
    SELECTION
        .of(plan)
        .forEach(index -> said.put(plan.id(index), Said.of(conformance.outcome(index))));
    return said;
  }

  /** The first check that fails, if there is one, else the first of all; it is not made smaller. */
  private static void replayOfOne(GuardedPort port, Plan plan, Map<String, Said> command) {
    int first =
        SELECTION.of(plan).stream()
            .filter(index -> said(command, plan.id(index)).smallest().isPresent())
            .findFirst()
            .orElse(0);
    Replay replay = Replay.of(port, PROFILE, Optional.empty(), plan.check(first));
    assertEquals(said(command, plan.id(first)).verdict(), replay.verdict().id(), plan.id(first));
  }

  private static Said said(Map<String, Said> command, String check) {
    return Optional.ofNullable(command.get(check)).orElseThrow();
  }

  private static Port onRealClock(Port port) {
    return changed(
        port,
        hello ->
            hello
                .withClock(Hello.Clock.REAL)
                .withTimeScale(0.001)
                .withFeatures(Sets.filter(hello.features(), has -> has != Feature.ATTEMPTS)),
        (scenario, right) -> right);
  }

  private static Port changed(
      UnaryOperator<ImmutableHello> hello, BiFunction<Scenario, Answer, Answer> answer) {
    return changed(new ReferencePort(), hello, answer);
  }

  private static Port changed(
      Port port, UnaryOperator<ImmutableHello> hello, BiFunction<Scenario, Answer, Answer> answer) {
    return new Port() {
      @Override
      public Hello hello() {
        return hello.apply(ImmutableHello.copyOf(port.hello()));
      }

      @Override
      public Answer run(Scenario scenario, Profile profile) {
        return answer.apply(scenario, port.run(scenario, profile));
      }
    };
  }

  private static Answer thrower(Scenario scenario, Answer right) {
    if (scenario.participants().size() == 3) {
      throw new IllegalStateException("no third user");
    }
    return right;
  }

  @SuppressWarnings("NullAway")
  private static Answer nothing() {
    return null;
  }

  /** In one scenario as it is written, and in nothing smaller. */
  private static Answer hanger(Scenario scenario, Answer right) {
    if (!scenario.name().equals("android-dropped-12s") || scenario.untilMillis() < 30_000) {
      return right;
    }
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return right;
  }
}
