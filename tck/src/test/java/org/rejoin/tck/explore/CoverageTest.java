package org.rejoin.tck.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.explore.Coverage.Count;
import org.rejoin.tck.explore.Coverage.Pairs;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Pairs of state and input are counted as they can be counted by hand. */
class CoverageTest {
  private static final UserId ONE = UserId.of(1);
  private static final UserId TWO = UserId.of(2);
  private static final UserId THREE = UserId.of(3);
  private static final ImmutableSet<Platform> EVERY = ImmutableSet.copyOf(Platform.values());

  private static final ImmutableList<Step> BOTH_JOIN =
      ImmutableList.of(Step.of(0, Action.JOIN, ONE), Step.of(0, Action.JOIN, TWO));

  private final Coverage coverage = new Coverage(Profiles.AGORA_2019_05);

  @Test
  void eachUserCountsItsOwnInputsAndTheOthers() {
    coverage.add(android(5_000, BOTH_JOIN), ImmutableSet.of(ONE));
    assertEquals(2, two());
    coverage.add(android(5_000, BOTH_JOIN), ImmutableSet.of(ONE, TWO));
    assertEquals(4, two());
  }

  @Test
  void timeCountsAtEveryThresholdThatItReachesAndPasses() {
    ImmutableList<Step> steps = with(Step.of(5_000, Action.DROP, ONE));
    coverage.add(android(9_000, steps), ImmutableSet.of(ONE));
    int atInterrupted = two();
    assertEquals(2 + 1 + 1, atInterrupted, "two joins, the drop, and time up to 4 s of silence");
    coverage.add(android(9_001, steps), ImmutableSet.of(ONE));
    assertEquals(atInterrupted + 1, two());
    coverage.add(android(60_000, steps), ImmutableSet.of(ONE));
    assertEquals(atInterrupted + 1 + 2 + 2, two(), "10 s, and the window of 20 s");
  }

  @Test
  void theSameAgainIsCountedOnce() {
    coverage.add(android(5_000, BOTH_JOIN), ImmutableSet.of(ONE, TWO));
    coverage.add(android(9_000, BOTH_JOIN), ImmutableSet.of(ONE, TWO));
    assertEquals(4, two());
  }

  @Test
  void familiesAreToldApartAndPlatformsOfOneAreNot() {
    coverage.add(pair(Platform.ANDROID, Platform.WINDOWS), ImmutableSet.of(ONE));
    coverage.add(pair(Platform.LINUX, Platform.WEB), ImmutableSet.of(ONE));
    assertEquals(2, two());
    coverage.add(pair(Platform.WEB, Platform.WEB), ImmutableSet.of(ONE));
    assertEquals(4, two());
  }

  @Test
  void aKillThatSaysGoodbyeIsAnotherInput() {
    Step kill = Step.of(5_000, Action.KILL, TWO);
    coverage.add(scenario(5_000, with(kill), Platform.LINUX, Platform.MACOS), ImmutableSet.of(ONE));
    coverage.add(scenario(5_000, with(kill), Platform.LINUX, Platform.WEB), ImmutableSet.of(ONE));
    assertEquals(2 + 2, two());
  }

  @Test
  void ofThreeUsersTheOthersAreInterchangeableAndCountByWhatIsHeard() {
    ImmutableList<Step> oneByOne =
        ImmutableList.of(
            Step.of(0, Action.JOIN, ONE),
            Step.of(0, Action.JOIN, TWO),
            Step.of(0, Action.JOIN, THREE));
    ImmutableList<Step> otherWay =
        ImmutableList.of(
            Step.of(0, Action.JOIN, ONE),
            Step.of(0, Action.JOIN, THREE),
            Step.of(0, Action.JOIN, TWO),
            Step.of(0, Action.RESTORE, TWO));
    for (ImmutableList<Step> steps : ImmutableList.of(oneByOne, otherWay)) {
      coverage.add(
          scenario(0, steps, Platform.WEB, Platform.WEB, Platform.WEB), ImmutableSet.of(ONE));
      assertEquals(3, count().three().exercised());
    }
    assertEquals(0, two());
  }

  @Test
  void whatTheStatesLeaveOutIsNotCounted() {
    coverage.add(
        android(5_000, ImmutableList.of(BOTH_JOIN.get(0).withChannel("other"))),
        ImmutableSet.of(ONE, TWO));
    coverage.add(
        scenario(0, ImmutableList.of(BOTH_JOIN.get(0)), Platform.WEB), ImmutableSet.of(ONE));
    coverage.add(
        ImmutableScenario.copyOf(android(5_000, BOTH_JOIN)).withServers("s1"),
        ImmutableSet.of(ONE, TWO));
    assertEquals(0, two());
    Coverage givingUp = new Coverage(Profiles.AGORA_CURRENT);
    givingUp.add(android(1_200_000, BOTH_JOIN), ImmutableSet.of(ONE, TWO));
    assertEquals(0, givingUp.count(EVERY, EVERY).two().exercised());
  }

  @Test
  void whatThereIsDependsOnWhoIsJudgedAndAmongWhom() {
    ImmutableSet<Platform> web = ImmutableSet.of(Platform.WEB);
    assertEquals(
        new Count(new Pairs(0, OptionalInt.of(16_308)), new Pairs(0, OptionalInt.of(17_812))),
        count());
    assertEquals(
        new Count(new Pairs(0, OptionalInt.of(4_732)), new Pairs(0, OptionalInt.of(5_172))),
        coverage.count(web, web));
    assertEquals(
        new Count(new Pairs(0, OptionalInt.of(5_052)), new Pairs(0, OptionalInt.of(5_172))),
        coverage.count(web, EVERY));
  }

  @Test
  void whatThereIsIsNotSaidOfAProfileThatIsNotExplored() {
    Coverage odd =
        new Coverage(
            ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withInterruptedAfterMillis(4_001));
    odd.add(android(5_000, BOTH_JOIN), ImmutableSet.of(ONE));
    assertEquals(new Pairs(2, OptionalInt.empty()), odd.count(EVERY, EVERY).two());
  }

  private int two() {
    return count().two().exercised();
  }

  private Count count() {
    return coverage.count(EVERY, EVERY);
  }

  private static ImmutableList<Step> with(Step step) {
    return ImmutableList.<Step>builder().addAll(BOTH_JOIN).add(step).build();
  }

  private static Scenario pair(Platform one, Platform two) {
    return scenario(0, BOTH_JOIN, one, two);
  }

  private static Scenario android(long untilMillis, ImmutableList<Step> steps) {
    return scenario(untilMillis, steps, Platform.ANDROID, Platform.ANDROID);
  }

  private static Scenario scenario(
      long untilMillis, ImmutableList<Step> steps, Platform... platforms) {
    ImmutableScenario.Builder scenario =
        ImmutableScenario.builder().addAllSteps(steps).untilMillis(untilMillis);
    for (int user = 0; user < platforms.length; user++) {
      scenario.addParticipants(new Participant(UserId.of(user + 1), platforms[user]));
    }
    return scenario.build();
  }
}
