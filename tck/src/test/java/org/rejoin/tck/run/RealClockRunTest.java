package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.report.ImmutableShow;
import org.rejoin.tck.report.ReportJson;
import org.rejoin.tck.report.TerminalReport;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * A port on a real clock is judged as exactly as that clock allows, and no busy machine fails it.
 */
class RealClockRunTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Plan PLAN = Plan.of(PROFILE, 1, 0);
  private static final String NET_10 = "NET-10/android-dropped-12s";
  private static final String NET_10_NAME = "android-dropped-12s";
  private static final String LATE_ALONE =
      "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
          + " 9.000 s; seen at 11.000 s";

  @Test
  void aPortThatIsEarlyAndLateWithinTheToleranceIsConformantInAllThatCanBeTold() {
    for (int seed = 0; seed < 5; seed++) {
      assertConformant(seed);
    }
  }

  private static void assertConformant(int seed) {
    RunResult result =
        run(new FakeRealPort((scenario, right, alone) -> unpunctual(scenario, seed)));
    assertEquals(ImmutableList.of(), result.failures());
    assertEquals(ImmutableList.of(), result.incompleteBecause());
    assertEquals(0, result.exitCode());
    int unsupported = result.counts().getOrDefault(Verdict.UNSUPPORTED, 0);
    assertEquals(PLAN.size(), unsupported + result.counts().getOrDefault(Verdict.PASS, 0));
    assertEquals(
        unsupported - result.unsupported().getOrDefault("the port does not offer attempts", 0),
        result.onRealClock().orElseThrow().leftOut());
    assertEquals(
        ImmutableSet.of(
            "a scenario of more than an hour, which is not waited for: only a virtual clock can"
                + " tell",
            "exact to the millisecond (D-03): only a virtual clock can tell",
            "steps less than 1000 ms apart, which this tolerance can't keep apart: only a virtual"
                + " clock can tell",
            "properties, which compare traces to the millisecond: only a virtual clock can tell",
            "the port does not offer attempts"),
        result.unsupported().keySet());
    for (Rule rule : Rule.values()) {
      assertEquals(Verdict.PASS, result.rules().get(rule), rule.id());
    }
  }

  @Test
  void whatFailedAmongOthersAndPassesTwiceAloneIsPassedAndCounted() {
    FakeRealPort port =
        new FakeRealPort(
            (scenario, right, alone) ->
                alone == 0 ? FakeRealPort.late(scenario, right, 2_000) : right);
    RunResult result = run(port, NET_10, "NET-11/**");
    assertEquals(ImmutableList.of(), result.failures());
    int checks = result.counts().getOrDefault(Verdict.PASS, 0);
    assertEquals(
        new OnRealClock(RealTime.DEFAULT, 0, checks, 0, ImmutableList.of()),
        result.onRealClock().orElseThrow());
    assertEquals(0, result.exitCode());
    assertEquals(
        ImmutableList.of(NET_10_NAME + " alone 1", NET_10_NAME + " alone 2"),
        port.alone().stream().filter(line -> line.startsWith(NET_10_NAME)).toList());
    assertEquals(2 * checks, port.alone().size());
    assertReports(
        result,
        "warning: "
            + checks
            + " checks failed among others and passed alone, twice: the port or the machine is too"
            + " busy; less concurrency, or a larger timeScale, helps\n");
  }

  @Test
  void whatFailsAgainAloneIsAFailureThatIsShownAsItWasAlone() {
    FakeRealPort port =
        new FakeRealPort(
            (scenario, right, alone) ->
                FakeRealPort.late(scenario, right, alone == 0 ? 3_000 : 2_000));
    RunResult result = run(port, NET_10);
    assertEquals(LATE_ALONE, result.failures().get(0).message());
    assertEquals(1, result.exitCode());
    assertEquals(ImmutableList.of(NET_10_NAME + " alone 1"), port.alone());
    assertEquals(Verdict.FAIL, result.rules().get(Rule.NET_10));
  }

  @Test
  void whatPassesAloneOnceAndThenFailsDecidesNothing() {
    RunResult result =
        run(
            new FakeRealPort(
                (scenario, right, alone) ->
                    alone == 1 ? right : FakeRealPort.late(scenario, right, 2_000)),
            NET_10);
    assertEquals(1, result.counts().get(Verdict.INCONCLUSIVE));
    assertEquals(ImmutableList.of(), result.failures());
    assertEquals(
        ImmutableList.of(
            "no check was judged",
            "never exercised: NET-10",
            "1 check was inconclusive: failed among others, passed alone, and failed alone: "
                + NET_10,
            NET_10
                + " failed among others, passed alone, and failed alone; it failed as follows: "
                + LATE_ALONE),
        result.incompleteBecause());
    assertEquals(3, result.exitCode());
  }

  @Test
  void ofManyThatDecideNothingThreeAreNamed() {
    RunResult result =
        run(
            new FakeRealPort(
                (scenario, right, alone) ->
                    alone == 1 ? right : FakeRealPort.late(scenario, right, 2_000)),
            "matrix/android-web/dropped/**");
    assertEquals(
        Optional.of(
            "6 checks were inconclusive: failed among others, passed alone, and failed alone:"
                + " matrix/android-web/dropped/in-time/communication,"
                + " matrix/android-web/dropped/in-time/live,"
                + " matrix/android-web/dropped/late/communication and 3 more"),
        result.incompleteBecause().stream().filter(gap -> gap.contains("inconcl")).findFirst());
  }

  @Test
  void aWrongNameIsJudgedAgainLikeAWrongTime() {
    FakeRealPort port =
        new FakeRealPort(
            (scenario, right, alone) ->
                new Answer.Ran(
                    new Trace(
                        ImmutableList.of(
                            new TracedCallback(
                                15_000,
                                UserId.of(2),
                                new Callback(
                                    "onUserGone", Optional.of(UserId.of(1)), Optional.empty()))),
                        ImmutableList.of())));
    RunResult result = run(port, NET_10);
    assertEquals(ImmutableList.of(NET_10_NAME + " alone 1"), port.alone());
    assertEquals(1, result.counts().get(Verdict.FAIL));
  }

  @Test
  void anAnswerThatIsLateAmongOthersIsNoHangIfItComesTwiceAlone() {
    FakeRealPort port =
        new FakeRealPort(
            (scenario, right, alone) ->
                alone == 0 ? new Answer.Hung("no answer within 5 s") : right);
    RunResult result = run(port, NET_10);
    assertEquals(0, result.exitCode());
    assertEquals(1, result.onRealClock().orElseThrow().passedAlone());
  }

  @Test
  void aHangThatHangsAloneIsAHang() {
    RunResult result =
        run(
            new FakeRealPort(
                (scenario, right, alone) -> new Answer.Hung("no answer within " + alone + " s")),
            NET_10);
    assertEquals(Verdict.HANG, result.failures().get(0).verdict());
    assertEquals("no answer within 1 s", result.failures().get(0).message());
  }

  @Test
  void onceThreeHangsHaveHungAloneTheOthersAreBelieved() {
    FakeRealPort port =
        new FakeRealPort((scenario, right, alone) -> new Answer.Hung("no answer within 5 s"));
    RunResult result = run(port, "matrix/*-web/dropped/never/*");
    assertEquals(12, result.failures().size());
    assertEquals(3, port.alone().size());
  }

  @Test
  void crashesAndProtocolErrorsStand() {
    for (Answer broken :
        ImmutableList.of(new Answer.Crashed("exit code 1"), new Answer.Broke("not JSON"))) {
      FakeRealPort port = new FakeRealPort((scenario, right, alone) -> alone == 0 ? broken : right);
      RunResult result = run(port, NET_10);
      assertEquals(1, result.failures().size(), broken.toString());
      assertEquals(ImmutableList.of(), port.alone());
    }
  }

  @Test
  void aHangWhileItIsAloneIsAHang() {
    RunResult result =
        run(
            new FakeRealPort(
                (scenario, right, alone) ->
                    switch (alone) {
                      case 0 -> FakeRealPort.late(scenario, right, 2_000);
                      case 1 -> right;
                      default -> new Answer.Hung("no answer within 5 s");
                    }),
            NET_10);
    assertEquals(Verdict.HANG, result.failures().get(0).verdict());
    assertEquals("no answer within 5 s", result.failures().get(0).message());
  }

  @Test
  void onceThreeOfAKindHaveFailedAloneTheOthersAreBelieved() {
    FakeRealPort port =
        new FakeRealPort((scenario, right, alone) -> FakeRealPort.late(scenario, right, 2_000));
    RunResult result = run(port, "matrix/*-web/dropped/never/*");
    int failed = result.failures().size();
    OnRealClock clock = result.onRealClock().orElseThrow();
    assertTrue(clock.notRepeated() > 0, "some were believed");
    assertEquals(failed, clock.notRepeated() + port.alone().size());
    Map<ImmutableSet<Rule>, Integer> kinds = new HashMap<>();
    result.failures().forEach(failure -> kinds.merge(failure.rules(), 1, Integer::sum));
    assertEquals(
        kinds.values().stream().mapToInt(count -> Math.min(3, count)).sum(), port.alone().size());
    assertReports(
        result,
        "warning: "
            + clock.notRepeated()
            + " checks failed and were not judged again alone, since others that break the same"
            + " rules had failed alone as well\n");
  }

  @Test
  void nothingIsBelievedOfAKindOfWhichOneHasPassedAlone() {
    FakeRealPort port =
        new FakeRealPort(
            (scenario, right, alone) ->
                alone > 0 && scenario.name().contains("web-web")
                    ? right
                    : FakeRealPort.late(scenario, right, 2_000));
    ImmutableList<String> webFirst =
        ImmutableList.of("matrix/web-web/dropped/never/*", "matrix/windows-web/dropped/never/*");
    Plan plan = of(webFirst, Comparator.comparing((Integer i) -> PLAN.id(i)));
    RunResult result =
        new ConformanceRun(port, PROFILE).run(ImmutableRunOrder.builder().plan(plan).build());
    assertEquals(0, result.onRealClock().orElseThrow().notRepeated());
    assertEquals(2, result.onRealClock().orElseThrow().passedAlone());
    assertEquals(2, result.failures().size());
  }

  @Test
  void aloneMeansThatNoOtherPortIsAtWorkEither() {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    FakeRealPort.Manner late =
        (scenario, right, alone) -> alone == 0 ? FakeRealPort.late(scenario, right, 2_000) : right;
    ImmutableList<FakeRealPort> ports =
        ImmutableList.of(
            new FakeRealPort(new ReferencePort(), late, log),
            new FakeRealPort(new ReferencePort(), late, log));
    RunResult result =
        new ConformanceRun(ports, PROFILE).run(order("matrix/*-web/dropped/never/*").build());
    assertEquals(12, result.onRealClock().orElseThrow().passedAlone());
    assertEquals(
        log.stream().sorted(Comparator.comparing(line -> line.contains(" alone "))).toList(), log);
  }

  @Test
  void aPortThatHostsOneClientIsOneUserAtATimeWhenItIsAlone() {
    FakeRealPort port =
        new FakeRealPort(
            new ReferencePort(ImmutableSet.copyOf(Platform.values()), Hello.View.CLIENT),
            (scenario, right, alone) ->
                alone == 0 ? FakeRealPort.late(scenario, right, 2_000) : right,
            new ArrayList<>());
    RunResult result = run(port, NET_10);
    assertEquals(1, result.onRealClock().orElseThrow().passedAlone());
    assertEquals(1, port.batches.size());
    assertEquals(
        ImmutableList.of(
            NET_10_NAME + "@1 alone 1",
            NET_10_NAME + "@2 alone 1",
            NET_10_NAME + "@1 alone 2",
            NET_10_NAME + "@2 alone 2"),
        port.alone());
  }

  @Test
  void thereIsOneSliceForEachPortWithTheLongestScenariosFirst() {
    FakeRealPort.Manner right = (scenario, answer, alone) -> answer;
    ImmutableList<FakeRealPort> ports =
        ImmutableList.of(new FakeRealPort(right), new FakeRealPort(right), new FakeRealPort(right));
    RunResult result =
        new ConformanceRun(ports, PROFILE).run(ImmutableRunOrder.builder().plan(PLAN).build());
    assertEquals(0, result.exitCode());
    List<Integer> sizes = new ArrayList<>();
    List<Long> sums = new ArrayList<>();
    List<Long> firsts = new ArrayList<>();
    for (FakeRealPort port : ports) {
      for (ImmutableList<Scenario> batch : port.batches) {
        List<Long> lengths = batch.stream().map(Scenario::untilMillis).toList();
        assertEquals(lengths.stream().sorted(Comparator.reverseOrder()).toList(), lengths);
        firsts.add(lengths.get(0));
        sizes.add(batch.size());
        sums.add(lengths.stream().mapToLong(Long::longValue).sum());
      }
    }
    assertEquals(3, sizes.size());
    assertTrue(Collections.max(sizes) - Collections.min(sizes) <= 1, sizes.toString());
    long longest = Collections.max(firsts);
    assertTrue(Collections.max(sums) - Collections.min(sums) <= longest, sums.toString());
  }

  @Test
  void failFastBelievesOnlyWhatFailsAloneAsWell() {
    FakeRealPort port =
        new FakeRealPort(
            (scenario, right, alone) ->
                alone == 0 || scenario.name().equals("lost-after-10s")
                    ? FakeRealPort.late(scenario, right, 2_000)
                    : right);
    RunResult result =
        new ConformanceRun(port, PROFILE)
            .run(order("NET-0[15]/**", "NET-10/**").failFast(true).build());
    assertEquals(1, result.failures().size());
    assertEquals("NET-05", Judge.owner(result.failures().get(0).check()).orElseThrow().id());
    assertTrue(result.onRealClock().orElseThrow().passedAlone() > 0, "those of NET-01");
    assertEquals(
        ImmutableSet.of("--fail-fast: a check before it failed"), result.notJudged().keySet());
  }

  @Test
  void whatIsStillToBeJudgedAloneWhenTheRunIsInterruptedIsInconclusiveWithItsFailure() {
    FakeRealPort port =
        new FakeRealPort(
            (scenario, right, alone) -> {
              Thread.currentThread().interrupt();
              return FakeRealPort.late(scenario, right, 2_000);
            });
    RunResult result = run(port, NET_10);
    assertFalse(Thread.interrupted(), "the interrupt was taken");
    assertEquals(130, result.exitCode());
    assertEquals(1, result.counts().get(Verdict.INCONCLUSIVE));
    String failed =
        "failed among others, and was not judged alone: interrupted; it failed as follows: "
            + LATE_ALONE;
    assertEquals(failed, result.written().get(0).reason());
    assertTrue(
        result.incompleteBecause().contains(NET_10 + " " + failed),
        result.incompleteBecause().toString());
    String text = TerminalReport.of(result, ImmutableShow.builder().build());
    assertTrue(text.contains(LATE_ALONE), text);
    assertEquals(ImmutableList.of(), port.alone());
  }

  @Test
  void anInterruptWhileSomethingIsJudgedAloneEndsTheRun() {
    FakeRealPort port =
        new FakeRealPort(
            (scenario, right, alone) -> {
              if (alone > 0) {
                Thread.currentThread().interrupt();
              }
              return FakeRealPort.late(scenario, right, 2_000);
            });
    RunResult result = run(port, "matrix/web-web/dropped/never/*");
    assertFalse(Thread.interrupted(), "the interrupt was taken");
    assertEquals(130, result.exitCode());
    assertEquals(1, result.failures().size());
    assertEquals(1, result.counts().get(Verdict.INCONCLUSIVE));
  }

  @Test
  void theReportNamesTheClockTheToleranceAndTheScale() {
    RunResult result =
        new ConformanceRun(new FakeRealPort((scenario, right, alone) -> right), PROFILE)
            .run(
                order(NET_10, "boundary/interrupted/android/*")
                    .tolerance(new Tolerance(100, 300))
                    .build());
    assertEquals("real", ReportJson.of(result, "kit").at("/port/clock").textValue());
    assertEquals(
        "{\"timeScale\":0.1,\"tolerance\":{\"early\":100,\"late\":300},\"leftOut\":3,"
            + "\"passedAlone\":0,\"notRepeated\":0,\"inconclusive\":[]}",
        ReportJson.of(result, "kit").path("realClock").toString());
    assertReports(
        result,
        "real clock: judged up to 100 ms early and 300 ms late (scenario time); steps that are"
            + " nearer to a deadline come later, as their checks say; left out, as only a"
            + " virtual clock can tell: 3 checks; none generated unless --scenarios says so\n");
  }

  @Test
  void aRunOnAVirtualClockSaysNothingOfTolerance() {
    RunResult result = run(new ReferencePort(), NET_10);
    assertEquals(Optional.empty(), result.onRealClock());
    assertEquals("virtual", ReportJson.of(result, "kit").at("/port/clock").textValue());
    assertTrue(ReportJson.of(result, "kit").path("realClock").isMissingNode());
    String text = TerminalReport.of(result, ImmutableShow.builder().build());
    assertFalse(text.contains("real clock"), text);
  }

  private static void assertReports(RunResult result, String line) {
    String text = TerminalReport.of(result, ImmutableShow.builder().build());
    assertTrue(text.contains("\n" + line), text);
  }

  private static RunResult run(Port port, String... only) {
    return new ConformanceRun(port, PROFILE).run(order(only).build());
  }

  private static ImmutableRunOrder.Builder order(String... only) {
    ImmutableSelection.Builder selection = ImmutableSelection.builder();
    for (String glob : only) {
      selection.addOnly(new Glob(glob));
    }
    return ImmutableRunOrder.builder().plan(PLAN).selection(selection.build());
  }

  /** The checks that globs match, in another order. */
  private static Plan of(ImmutableList<String> globs, Comparator<Integer> order) {
    List<Integer> indexes = new ArrayList<>();
    for (String glob : globs) {
      ImmutableSelection.builder().addOnly(new Glob(glob)).build().of(PLAN).stream()
          .boxed()
          .sorted(order)
          .forEach(indexes::add);
    }
    return Plan.of(
        indexes.stream().map(PLAN::check).collect(ImmutableList.toImmutableList()), PROFILE, 1);
  }

  /**
   * What the reference shows if each step takes effect up to 290 ms before its time or up to 350 ms
   * after it, in order, and each callback takes up to 350 ms more.
   */
  private static Answer unpunctual(Scenario scenario, int seed) {
    SplittableRandom random = new SplittableRandom(31L * seed + scenario.name().hashCode());
    List<Step> steps = new ArrayList<>();
    long atMillis = 0;
    for (Step step : scenario.steps()) {
      atMillis = Math.max(atMillis, step.atMillis() + random.nextLong(-290, 350));
      steps.add(step.withAtMillis(atMillis));
    }
    Trace felt =
        ((Answer.Ran)
                new ReferencePort()
                    .run(ImmutableScenario.copyOf(scenario).withSteps(steps), PROFILE))
            .trace();
    Map<UserId, Long> last = new HashMap<>();
    List<TracedCallback> seen = new ArrayList<>();
    for (TracedCallback callback : felt.callbacks()) {
      long seenMillis =
          Math.max(
              last.getOrDefault(callback.uid(), 0L), callback.atMillis() + random.nextLong(350));
      last.put(callback.uid(), seenMillis);
      if (seenMillis <= scenario.untilMillis()) {
        seen.add(new TracedCallback(seenMillis, callback.uid(), callback.callback()));
      }
    }
    return new Answer.Ran(
        new Trace(
            ImmutableList.sortedCopyOf(Comparator.comparingLong(TracedCallback::atMillis), seen),
            felt.server()));
  }
}
