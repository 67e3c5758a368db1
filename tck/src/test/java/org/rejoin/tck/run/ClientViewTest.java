package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.stage.Stage;

/** A port that hosts one client is judged against users of all platforms, which the kit plays. */
class ClientViewTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final String UNSEEN = "channels are the server's, and the kit plays the server";
  private static final String OTHERS = "its rule is about what users are told whom the kit plays";

  @Test
  void theReferenceIsConformantAsOneClientAndExercisesAllThatOneClientCanSee() {
    RunResult result = run(new ReferencePort(all(), Hello.View.CLIENT));
    assertEquals(List.of(), result.failures());
    assertEquals(0, result.exitCode());
    RunResult whole = run(new ReferencePort(all(), Hello.View.CHANNEL));
    for (Rule rule : Rule.values()) {
      assertEquals(
          rule == Rule.KILL_10 ? Verdict.UNSUPPORTED : whole.rules().get(rule),
          result.rules().get(rule),
          rule.id());
    }
    // Of two users who try servers at once neither can know what the other one's attempts bring;
    // and no client sees a channel end, so that KILL-10's own two checks would pass whatever it
    // did.
    assertEquals(
        ImmutableMap.of("the port does not offer what its users do", 1, UNSEEN, 2),
        result.unsupported());
    assertEquals(
        whole.counts().get(Verdict.PASS), 3 + result.counts().getOrDefault(Verdict.PASS, 0));
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void anSdkOfOnePlatformIsJudgedAgainstPeersOfAll(Platform platform) {
    RunResult result = run(new ReferencePort(ImmutableSet.of(platform), Hello.View.CLIENT));
    assertEquals(List.of(), result.failures());
    assertEquals(0, result.exitCode(), "rules about what other platforms are told are unsupported");
    int judged = result.counts().getOrDefault(Verdict.PASS, 0);
    // All but those in which what it hears depends on the attempts of users that the kit plays, and
    // own checks of rules about what only others are told, which would pass whatever it did.
    long withIt =
        Catalogue.checks(PROFILE).stream()
            .filter(check -> !Stage.views(check, ImmutableSet.of(platform), PROFILE).isEmpty())
            .count();
    long unseen =
        result.written().stream()
            .filter(ending -> ending.verdict() == Verdict.UNSUPPORTED)
            .filter(ending -> ending.check().origin().owner().isPresent())
            .filter(ending -> Set.of(UNSEEN, OTHERS).contains(ending.reason()))
            .count();
    assertTrue(unseen > 0, "each platform plays in a check that is about somebody else");
    assertEquals(withIt - unseen, judged);
    assertEquals(
        Catalogue.checks(PROFILE).size() - judged, result.counts().get(Verdict.UNSUPPORTED));
  }

  /** It passes whatever the port does, and says so. */
  @Test
  void aRulesOwnCheckThatDoesNotExerciseTheRuleIsNoPass() {
    Check drop =
        Catalogue.checks(PROFILE).stream()
            .filter(check -> check.id().equals("NET-10/android-dropped-12s"))
            .findFirst()
            .orElseThrow();
    Scenario still =
        ImmutableScenario.copyOf(drop.scenario())
            .withSteps(
                drop.scenario().steps().stream()
                    .filter(step -> step.action() == Action.JOIN)
                    .toList());
    RunResult result =
        new ConformanceRun(new ReferencePort(all(), Hello.View.CHANNEL), PROFILE)
            .run(ImmutableList.of(drop.withScenario(still)), 1);
    assertEquals(
        ImmutableMap.of("it passed, and nothing in it exercised its rule", 1), result.notJudged());
    assertEquals(Verdict.NOT_EXERCISED, result.rules().get(Rule.NET_10));
    assertEquals(3, result.exitCode());
  }

  @ParameterizedTest
  @EnumSource(Hello.View.class)
  void aPortOfOnePlatformHasAllItsGeneratedScenariosJudged(Hello.View view) {
    Port port = new ReferencePort(ImmutableSet.of(Platform.ANDROID), view);
    Plan plan = Plan.of(PROFILE, port.hello().hosting(ImmutableSet.of()), 1, 300);
    Selection generated =
        ImmutableSelection.builder().addOnly(new Glob("generated/1/*@android*")).build();
    RunResult result =
        new ConformanceRun(port, PROFILE)
            .run(ImmutableRunOrder.builder().plan(plan).selection(generated).build());
    assertEquals(300, result.counts().get(Verdict.PASS));
  }

  @Test
  void aFailureSaysWhatTheClientWasToBeTold() {
    Port slow = new Slow();
    RunResult result =
        new ConformanceRun(slow, PROFILE)
            .run(
                Catalogue.checks(PROFILE).stream()
                    .filter(check -> check.id().equals("NET-10/android-dropped-12s"))
                    .collect(ImmutableList.toImmutableList()),
                1);
    assertEquals(
        List.of(
            "web user 2 last heard user 1 at 5.000 s, so `stream-removed(1)` is due at 15.000 s;"
                + " seen at 16.000 s"),
        result.failures().stream().map(Failure::message).toList());
    assertTrue(
        result.failures().get(0).seen().callbacks().stream()
            .allMatch(seen -> seen.uid().value() == 2),
        "only the Web client was there");
  }

  private static RunResult run(Port port) {
    return new ConformanceRun(port, PROFILE).run(Catalogue.checks(PROFILE), 1);
  }

  private static ImmutableSet<Platform> all() {
    return ImmutableSet.copyOf(Platform.values());
  }

  /** The reference on Web with a window that is a second too long. */
  private static final class Slow implements Port {
    private final Port reference =
        new ReferencePort(ImmutableSet.of(Platform.WEB), Hello.View.CLIENT);

    @Override
    public Hello hello() {
      return reference.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return reference.run(
          scenario, ImmutableProfile.copyOf(profile).withWebGoneAfterMillis(11_000));
    }
  }
}
