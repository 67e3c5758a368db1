package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** What a real clock can't tell is left out, and nothing is looked at for longer than needed. */
class RealTimeTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Port REFERENCE = new ReferencePort();

  static Iterable<Profile> profiles() {
    return Profiles.ALL;
  }

  @ParameterizedTest(name = "last step at {0}, until {1}: {2}")
  @CsvSource({
    // 20 s for the longest window, 0.7 s for the tolerance.
    "5000, 77000, 25700",
    "5000, 25701, 25700",
    "5000, 25700, 25700",
    "5000, 25699, 25699",
    "5000, 5000, 5000",
    "0, 60000, 20700"
  })
  void aScenarioEndsWhenTheLongestWindowAfterItsLastStepIsOver(
      long lastMillis, long untilMillis, long cutMillis) {
    Scenario scenario = dropped(lastMillis, untilMillis);
    assertEquals(
        ImmutableScenario.copyOf(scenario).withUntilMillis(cutMillis), time(PROFILE).cut(scenario));
  }

  @Test
  void aProfilesOwnLongestWindowCounts() {
    assertEquals(
        5_000 + 45_000 + 700,
        time(ImmutableProfile.copyOf(PROFILE).withLiveGoneAfterMillis(45_000))
            .cut(dropped(5_000, 90_000))
            .untilMillis());
    assertEquals(
        5_000 + 30_000 + 700,
        time(ImmutableProfile.copyOf(PROFILE).withLostAfterMillis(30_000))
            .cut(dropped(5_000, 90_000))
            .untilMillis());
  }

  /** The order of two steps is told from as far apart as both tolerances together. */
  @Test
  void twoStepsAreBlurredUnlessTwoUsersJoin() {
    RealTime time = time(PROFILE);
    assertEquals(1_000, time.apartMillis());
    assertEquals(
        List.of(true, true, false, false, true, true, true),
        List.of(
            time.isBlurred(done(5_000, Action.DROP, 1), done(5_000, Action.DROP, 2)),
            time.isBlurred(done(5_000, Action.DROP, 1), done(5_999, Action.RESTORE, 1)),
            time.isBlurred(done(5_000, Action.DROP, 1), done(6_000, Action.RESTORE, 1)),
            time.isBlurred(done(5_000, Action.JOIN, 1), done(5_000, Action.JOIN, 2)),
            time.isBlurred(done(5_000, Action.JOIN, 1), done(5_000, Action.JOIN, 1)),
            time.isBlurred(done(5_000, Action.JOIN, 1), done(5_000, Action.DROP, 2)),
            time.isBlurred(done(5_000, Action.KILL, 1), done(5_500, Action.JOIN, 2))));
  }

  @Test
  void aStepAsLongAfterAnotherAsGivingUpTakesIsNoJudge() {
    RealTime time = time(ImmutableProfile.copyOf(PROFILE).withGiveUpAfterMillis(60_000));
    Step drop = done(5_000, Action.DROP, 1);
    assertEquals(
        List.of(false, true, true, true, false),
        Stream.of(63_999L, 64_000L, 65_000L, 66_000L, 66_001L)
            .map(millis -> time.isAtGivingUp(drop, done(millis, Action.RESTORE, 1)))
            .toList());
    assertEquals(false, time(PROFILE).isAtGivingUp(drop, done(65_000, Action.RESTORE, 1)));
  }

  @Test
  void aToleranceThatIsNamedCountsIfItIsAllowed() {
    Hello virtual = new ReferencePort().hello();
    Hello real = ImmutableHello.copyOf(virtual).withClock(Hello.Clock.REAL);
    assertEquals(Optional.empty(), RealTime.problem(new Tolerance(2_000, 2_000), real, PROFILE));
    assertEquals(
        Optional.of(
            "may be at most 2000ms either way under profile agora-2019-05, half of the smallest"
                + " distance between its deadlines; was early=0ms,late=2001ms"),
        RealTime.problem(new Tolerance(0, 2_001), real, PROFILE));
    assertEquals(
        Optional.of("the port has a virtual clock, which is exact to the millisecond"),
        RealTime.problem(new Tolerance(1, 0), virtual, PROFILE));
    assertEquals(Optional.empty(), RealTime.problem(Tolerance.EXACT, virtual, PROFILE));
    assertEquals(
        List.of(Tolerance.EXACT, new Tolerance(1, 2), RealTime.byDefault(PROFILE)),
        List.of(
            RealTime.tolerance(virtual, PROFILE, Optional.empty()),
            RealTime.tolerance(real, PROFILE, Optional.of(new Tolerance(1, 2))),
            RealTime.tolerance(real, PROFILE, Optional.empty())));
  }

  private static Step done(long atMillis, Action action, long uid) {
    return Step.of(atMillis, action, UserId.of(uid));
  }

  @Test
  void aScenarioWithoutStepsIsCutAsWell() {
    Scenario nothing =
        ImmutableScenario.builder()
            .addParticipants(new Participant(UserId.of(1), Platform.WEB))
            .untilMillis(90_000)
            .build();
    assertEquals(20_700, time(PROFILE).cut(nothing).untilMillis());
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void nothingThatIsDueIsCutOff(Profile profile) {
    RealTime time = time(profile);
    int shorter = 0;
    Plan plan = Plan.of(profile, 1, 500);
    for (int i = 0; i < plan.size(); i++) {
      Scenario whole = plan.check(i).scenario();
      Scenario cut = time.cut(whole);
      assertTrue(cut.untilMillis() <= whole.untilMillis(), plan.id(i));
      if (time.ruledOut(plan.check(i)).isEmpty()) {
        assertEquals(callbacks(whole, profile), callbacks(cut, profile), plan.id(i));
        shorter += cut.untilMillis() < whole.untilMillis() ? 1 : 0;
      }
    }
    assertTrue(shorter > 100, "only " + shorter + " were cut");
  }

  @Test
  void boundariesAreLeftOut() {
    Check check =
        Catalogue.checks(PROFILE).stream()
            .filter(one -> one.id().equals("boundary/interrupted/android/4000"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Optional.of("exact to the millisecond (D-03): only a virtual clock can tell"),
        time(PROFILE).ruledOut(check));
  }

  @Test
  void whatTakesMoreThanAnHourIsLeftOut() {
    Check check =
        Catalogue.checks(PROFILE).stream()
            .filter(one -> one.id().equals("situation/an-outage-after-25-days"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Optional.of(
            "a scenario of more than an hour, which is not waited for: only a virtual clock can"
                + " tell"),
        time(PROFILE).ruledOut(check));
  }

  @Test
  void stepsThatFollowEachOtherTooSoonAreLeftOut() {
    Optional<String> reason =
        Optional.of(
            "steps less than 1000 ms apart, which this tolerance can't keep apart: only a virtual"
                + " clock can tell");
    assertEquals(reason, ruledOut(PROFILE, 5_000, 5_001));
    assertEquals(reason, ruledOut(PROFILE, 5_000, 5_999));
    assertEquals(Optional.empty(), ruledOut(PROFILE, 5_000, 6_000));
    assertEquals(reason, ruledOut(PROFILE, 5_000, 5_000));
  }

  @Test
  void whoJoinTogetherNeedNoOrder() {
    ImmutableScenario.Builder scenario = ImmutableScenario.builder().untilMillis(60_000);
    for (long uid = 1; uid <= 2; uid++) {
      scenario.addParticipants(new Participant(UserId.of(uid), Platform.WEB));
    }
    Step first = Step.of(0, Action.JOIN, UserId.of(1));
    Scenario together = scenario.addSteps(first, Step.of(0, Action.JOIN, UserId.of(2))).build();
    assertEquals(Optional.empty(), time(PROFILE).ruledOut(check(together)));
    Scenario twice = ImmutableScenario.copyOf(together).withSteps(first, first);
    assertTrue(time(PROFILE).ruledOut(check(twice)).isPresent());
  }

  @Test
  void earlyAndLateTogetherSayHowFarStepsMustBeApart() {
    Check check = check(dropAndRestore(5_000, 5_400));
    assertEquals(
        Optional.of(
            "steps less than 401 ms apart, which this tolerance can't keep apart: only a virtual"
                + " clock can tell"),
        new RealTime(PROFILE, new Tolerance(301, 100)).ruledOut(check));
    assertEquals(Optional.empty(), new RealTime(PROFILE, new Tolerance(300, 100)).ruledOut(check));
  }

  @Test
  void attemptsAreLeftOut() {
    Check check = check(ImmutableScenario.copyOf(dropped(5_000, 90_000)).withServers("s1", "s2"));
    assertEquals(
        Optional.of(
            "attempts to connect, and whether each came before or after a server was back: only a"
                + " virtual clock can tell"),
        time(PROFILE).ruledOut(check));
  }

  @Test
  void aCheckWhoseStepsAreNearADeadlineSaysThatTheyComeLater() {
    Check check =
        Catalogue.checks(PROFILE).stream()
            .filter(one -> one.id().equals("NET-15/back-after-21s"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        check.about() + " On a real clock: restore 1 at 26.100 s, not 26.000 s.",
        time(PROFILE).fitted(check).about());
    Check given = Check.given(check.id(), check.about(), check.scenario());
    assertEquals(check.scenario().steps(), time(PROFILE).fitted(given).scenario().steps());
    assertEquals(check.about(), time(PROFILE).fitted(given).about());
  }

  @Test
  void aStepForWhichThereIsNoTimeFarEnoughFromEveryDeadlineIsLeftOut() {
    // Back after 12 s, with 2.4 s to the deadlines at 10 s and 14 s.
    Profile profile = ImmutableProfile.copyOf(PROFILE).withLostAfterMillis(14_000);
    Check check =
        Catalogue.checks(PROFILE).stream()
            .filter(one -> one.id().equals("NET-10/android-dropped-12s"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Optional.of(
            "steps between deadlines that are nearer to each other than this tolerance allows: only"
                + " a virtual clock can tell"),
        new RealTime(profile, new Tolerance(1_000, 1_400)).ruledOut(check));
    assertEquals(
        Optional.empty(),
        new RealTime(profile, new Tolerance(1_000, 1_400))
            .ruledOut(Check.given(check.id(), check.about(), check.scenario())));
  }

  @Test
  void aStepAtTheDeadlineOfGivingUpIsLeftOut() {
    Optional<String> reason =
        Optional.of(
            "a step within the tolerance of giving up (D-13): only a virtual clock can tell");
    Profile givesUp = ImmutableProfile.copyOf(PROFILE).withGiveUpAfterMillis(60_000);
    assertEquals(Optional.empty(), ruledOut(givesUp, 5_000, 63_999));
    assertEquals(reason, ruledOut(givesUp, 5_000, 64_000));
    assertEquals(reason, ruledOut(givesUp, 5_000, 66_000));
    assertEquals(Optional.empty(), ruledOut(givesUp, 5_000, 66_001));
    assertEquals(Optional.empty(), ruledOut(PROFILE, 5_000, 65_000));
  }

  @Test
  void aToleranceIsAtMostHalfOfTheSmallestDistanceBetweenDeadlines() {
    // From the beginning of a silence to interrupted.
    assertEquals(2_000, RealTime.mostMillis(PROFILE));
    // From interrupted to lost.
    assertEquals(
        500, RealTime.mostMillis(ImmutableProfile.copyOf(PROFILE).withLostAfterMillis(5_000)));
    assertEquals(
        0, RealTime.mostMillis(ImmutableProfile.copyOf(PROFILE).withLostAfterMillis(4_001)));
  }

  @Test
  void theDefaultGivesWayToAProfileThatIsNarrower() {
    assertEquals(new Tolerance(300, 700), RealTime.byDefault(PROFILE));
    assertEquals(
        new Tolerance(300, 500),
        RealTime.byDefault(ImmutableProfile.copyOf(PROFILE).withLostAfterMillis(5_000)));
    assertEquals(
        new Tolerance(100, 100),
        RealTime.byDefault(ImmutableProfile.copyOf(PROFILE).withInterruptedAfterMillis(200)));
  }

  private static Optional<String> ruledOut(Profile profile, long dropMillis, long restoreMillis) {
    return time(profile).ruledOut(check(dropAndRestore(dropMillis, restoreMillis)));
  }

  private static RealTime time(Profile profile) {
    return new RealTime(profile, RealTime.DEFAULT);
  }

  private static Object callbacks(Scenario scenario, Profile profile) {
    return ((Answer.Ran) REFERENCE.run(scenario, profile)).trace().callbacks();
  }

  private static Check check(Scenario scenario) {
    return Check.given("x", "x", scenario);
  }

  private static ImmutableScenario dropped(long atMillis, long untilMillis) {
    return ImmutableScenario.builder()
        .addParticipants(new Participant(UserId.of(1), Platform.WEB))
        .addSteps(Step.of(0, Action.JOIN, UserId.of(1)))
        .addSteps(Step.of(atMillis, Action.DROP, UserId.of(1)))
        .untilMillis(untilMillis)
        .build();
  }

  private static Scenario dropAndRestore(long dropMillis, long restoreMillis) {
    return ImmutableScenario.copyOf(dropped(dropMillis, 90_000))
        .withSteps(
            Step.of(0, Action.JOIN, UserId.of(1)),
            Step.of(dropMillis, Action.DROP, UserId.of(1)),
            Step.of(restoreMillis, Action.RESTORE, UserId.of(1)));
  }
}
