package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.KnownFailing;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** A run holds properties as it judges checks: one verdict each, whatever the port does. */
class PropertyRunTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Plan PLAN = Plan.of(PROFILE, 1, 0);
  private static final ImmutableList<String> IDS =
      Properties.ALL.stream().map(Property::id).collect(ImmutableList.toImmutableList());

  @Test
  void propertiesComeLastAndEachIsOneCheck() {
    assertEquals(
        IDS, PLAN.ids().skip(PLAN.size() - IDS.size()).collect(ImmutableList.toImmutableList()));
    RunResult result = run(new Changed(Function.identity()), "property/**");
    assertEquals(IDS.size(), result.counts().get(Verdict.PASS));
    assertEquals(PLAN.size() - IDS.size(), result.counts().get(Verdict.NOT_SELECTED));
    assertEquals(Verdict.PASS, result.rules().get(Rule.DRV_11));
    assertTrue(result.exercised().count(Rule.DRV_11) > 30, result.exercised().toString());
    assertEquals(0, result.exitCode());
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void oneClientOfOnePlatformHasEveryPropertyAmongUsersOfAll(Platform platform) {
    RunResult result =
        run(new ReferencePort(ImmutableSet.of(platform), Hello.View.CLIENT), "property/**");
    assertEquals(ImmutableList.of(), result.failures());
    assertEquals(IDS.size(), result.counts().get(Verdict.PASS));
  }

  @Test
  void oneClientThatIsBlindToAUidIsFound() {
    Port client = new ReferencePort(ImmutableSet.of(Platform.WEB), Hello.View.CLIENT);
    Failure failure =
        only(
            run(
                new Changed(client, PropertyRunTest::withoutSeven),
                "property/rename",
                "property/shift"));
    assertEquals(
        "with uid 100 for 1, uid 7 for 2, web user 100 should be told `stream-added(7)` at"
            + " 0.000 s, as user 1 is told `stream-added(2)` with the first uids; it was told"
            + " nothing",
        failure.message());
    assertEquals(ImmutableSet.of(Rule.DRV_10), failure.rules());
  }

  @Test
  void aFailureShowsTheSimplestScenarioAndWhatWouldHaveHeldThere() {
    RunResult result = run(new Changed(PropertyRunTest::withoutSeven), "property/**");
    Failure failure = only(result);
    assertEquals("property/rename", failure.check().id());
    assertEquals("sample/1/132", failure.check().scenario().name());
    assertEquals(1, failure.expected().size() - failure.seen().callbacks().size());
    assertEquals(Verdict.FAIL, result.rules().get(Rule.DRV_10));
    assertEquals(1, result.exitCode());
  }

  @Test
  void whatThePortDoesNotPlayOrOfferIsNotAskedOfIt() {
    List<Scenario> ran = new ArrayList<>();
    Port reference = new ReferencePort(ImmutableSet.of(Platform.WEB, Platform.IOS));
    Port less =
        new Changed(reference, Function.identity()) {
          @Override
          public Hello hello() {
            return ImmutableHello.copyOf(super.hello()).withFeatures(Feature.LEAVE);
          }

          @Override
          public Answer run(Scenario scenario, Profile profile) {
            ran.add(scenario);
            return super.run(scenario, profile);
          }
        };
    RunResult result =
        new ConformanceRun(less, PROFILE)
            .run(
                ImmutableRunOrder.builder()
                    .plan(PLAN)
                    .selection(
                        ImmutableSelection.builder()
                            .addOnly(new Glob("property/*"))
                            .addPlatforms(Platform.WEB, Platform.LINUX)
                            .build())
                    .build());
    assertEquals(IDS.size(), result.counts().get(Verdict.PASS));
    assertTrue(
        ran.stream()
            .flatMap(scenario -> scenario.participants().stream())
            .map(Participant::platform)
            .allMatch(Platform.WEB::equals));
  }

  @Test
  void aScenarioWithoutATraceCostsOneVerdict() {
    RunResult result =
        run(
            new Changed(Function.identity()) {
              @Override
              public Answer run(Scenario scenario, Profile profile) {
                if (scenario.name().equals("sample/1/1")) {
                  throw new IllegalStateException("engine is gone");
                }
                return scenario.name().endsWith("/idle")
                    ? new Answer.Hung("no answer within 5 s")
                    : super.run(scenario, profile);
              }
            },
            "property/**");
    assertEquals(
        ImmutableList.of(
            "property/grammar fail the port threw java.lang.IllegalStateException: engine is gone",
            "property/idle hang no answer within 5 s"),
        result.failures().stream()
            .map(one -> one.check().id() + " " + one.verdict().id() + " " + one.message())
            .map(line -> line.replaceAll(" at org\\.rejoin\\..*", ""))
            .collect(ImmutableList.toImmutableList()));
    assertEquals(IDS.size() - 2, result.counts().get(Verdict.PASS));
  }

  @Test
  void aPortThatRunsNothingMakesTheRunIncomplete() {
    RunResult declined = run(answering(new Answer.Unsupported("not today")), "property/**");
    assertEquals(IDS.size(), declined.counts().get(Verdict.UNSUPPORTED));
    assertEquals(ImmutableMap.of("not today", IDS.size()), declined.unsupported());
    assertEquals(3, declined.exitCode());
    RunResult ended = run(answering(new Answer.NotRun("ended too often")), "property/**");
    assertEquals(IDS.size(), ended.counts().get(Verdict.NOT_EXERCISED));
    assertEquals(3, ended.exitCode());
  }

  @Test
  void aPropertyMayBeKnownToFail() {
    KnownFailing entry =
        new KnownFailing(
            "property/rename",
            "uid 7 is reserved",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    RunResult result =
        new ConformanceRun(new Changed(PropertyRunTest::withoutSeven), PROFILE)
            .run(
                ImmutableRunOrder.builder()
                    .plan(PLAN)
                    .selection(only("property/rename"))
                    .putKnown("property/rename", entry)
                    .build());
    assertEquals(1, result.counts().get(Verdict.KNOWN_FAILING));
    assertEquals(0, result.exitCode());
  }

  @Test
  void afterTheFirstFailureNoPropertyIsHeldIfToldSo() {
    RunResult result =
        new ConformanceRun(new Changed(PropertyRunTest::withoutSeven), PROFILE)
            .run(
                ImmutableRunOrder.builder()
                    .plan(PLAN)
                    .selection(only("property/**"))
                    .failFast(true)
                    .build());
    assertEquals("property/rename", only(result).check().id());
    int before = IDS.indexOf("property/rename");
    assertEquals(before, result.counts().get(Verdict.PASS));
    assertEquals(IDS.size() - before - 1, result.counts().get(Verdict.NOT_EXERCISED));
  }

  @Test
  void severalPortsAndShardsHoldEachPropertyOnce() {
    int passed = 0;
    for (int shard = 1; shard <= 2; shard++) {
      RunResult result =
          new ConformanceRun(ImmutableList.of(new ReferencePort(), new ReferencePort()), PROFILE)
              .run(
                  ImmutableRunOrder.builder()
                      .plan(PLAN)
                      .selection(
                          ImmutableSelection.copyOf(only("property/*"))
                              .withShard(new Shard(shard, 2)))
                      .build());
      assertEquals(0, result.exitCode());
      passed += result.counts().getOrDefault(Verdict.PASS, 0);
    }
    assertEquals(IDS.size(), passed);
  }

  private static RunResult run(Port port, String... globs) {
    return new ConformanceRun(port, PROFILE)
        .run(ImmutableRunOrder.builder().plan(PLAN).selection(only(globs)).build());
  }

  private static Selection only(String... globs) {
    return ImmutableSelection.builder()
        .addAllOnly(List.of(globs).stream().map(Glob::new).collect(ImmutableList.toImmutableList()))
        .build();
  }

  private static Failure only(RunResult result) {
    assertEquals(1, result.failures().size(), result.failures().toString());
    return result.failures().get(0);
  }

  private static Port answering(Answer answer) {
    return new Changed(Function.identity()) {
      @Override
      public Answer run(Scenario scenario, Profile profile) {
        return answer;
      }
    };
  }

  private static Trace withoutSeven(Trace right) {
    Optional<UserId> seven = Optional.of(UserId.of(7));
    return new Trace(
        right.callbacks().stream()
            .filter(one -> !one.callback().peer().equals(seven))
            .collect(ImmutableList.toImmutableList()),
        right.server());
  }

  /** A port whose traces are changed. */
  private static class Changed implements Port {
    private final Port port;
    private final Function<Trace, Trace> change;

    Changed(Function<Trace, Trace> change) {
      this(new ReferencePort(), change);
    }

    Changed(Port port, Function<Trace, Trace> change) {
      this.port = port;
      this.change = change;
    }

    @Override
    public Hello hello() {
      return port.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return port.run(scenario, profile) instanceof Answer.Ran ran
          ? new Answer.Ran(change.apply(ran.trace()))
          : new Answer.Failed("no trace");
    }
  }
}
