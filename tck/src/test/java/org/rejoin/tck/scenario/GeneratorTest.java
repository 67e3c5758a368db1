package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.Threshold;
import org.rejoin.api.UserId;
import org.rejoin.tck.shrink.Scenarios;

/** What generated scenarios hold: everything that a port may go wrong at, and soon. */
class GeneratorTest {
  private static final int USERS = 6;
  private static final int SCENARIOS = 3_000;
  private static final long HOUR = 3_600_000;

  @Test
  void everyActionDirectionPlatformAndNumberOfUsersOccursAndOtherChannels() {
    Set<Action> actions = new HashSet<>();
    Set<Direction> directions = new HashSet<>();
    Set<Platform> platforms = new HashSet<>();
    Set<Integer> users = new HashSet<>();
    Set<String> channels = new HashSet<>();
    for (Scenario scenario : generated(Profiles.AGORA_2019_05)) {
      users.add(scenario.participants().size());
      scenario.participants().forEach(who -> platforms.add(who.platform()));
      for (Step step : scenario.steps()) {
        actions.add(step.action());
        directions.add(step.direction());
        channels.add(step.channel());
      }
    }
    assertEquals(
        ImmutableSet.of(
            Action.JOIN, Action.DROP, Action.RESTORE, Action.LEAVE, Action.KILL, Action.RESTART),
        actions);
    assertEquals(ImmutableSet.copyOf(Direction.values()), directions);
    assertEquals(ImmutableSet.copyOf(Platform.values()), platforms);
    assertEquals(ImmutableSet.of(1, 2, 3, 4, 5, 6), users);
    assertEquals(ImmutableSet.of(Step.MAIN_CHANNEL, "other"), channels);
  }

  @Test
  void stepsAreApartByEveryConstantAndSumOfTwoAndAMillisecondEitherSide() {
    for (Profile profile : Profiles.ALL) {
      TreeSet<Long> wanted = new TreeSet<>();
      ImmutableList<Long> constants = constants(profile);
      for (long one : constants) {
        addAround(wanted, one);
        constants.forEach(other -> addAround(wanted, one + other));
      }
      Set<Long> gaps = new HashSet<>();
      Set<Long> others = new HashSet<>();
      for (Scenario scenario : generated(profile)) {
        for (int i = 1; i < scenario.steps().size(); i++) {
          long gap = at(scenario, i) - at(scenario, i - 1);
          (wanted.contains(gap) ? gaps : others).add(gap);
        }
      }
      assertEquals(
          Set.of(), Sets.difference(wanted, gaps), () -> profile.id() + " has no such gap");
      assertTrue(others.contains(0L), "nothing at one instant");
      assertTrue(others.size() > 1_000, "hardly anything at random");
    }
  }

  /** The outage of one user while another's lasts, and one right after the other of one user. */
  @Test
  void outagesOverlapInMostScenariosThatHaveTwo() {
    int overlapping = 0;
    int several = 0;
    for (Scenario scenario : generated(Profiles.AGORA_2019_05)) {
      Map<UserId, Boolean> cut = new HashMap<>();
      Set<UserId> everCut = new HashSet<>();
      boolean overlaps = false;
      for (Step step : scenario.steps()) {
        boolean begins = step.action() == Action.DROP || step.action() == Action.KILL;
        if (begins && cut.getOrDefault(step.uid(), false).equals(false)) {
          everCut.add(step.uid());
        }
        cut.put(
            step.uid(),
            begins || (step.action() == Action.LEAVE && cut.getOrDefault(step.uid(), false)));
        overlaps |= cut.values().stream().filter(isCut -> isCut).count() >= 2;
      }
      overlapping += overlaps ? 1 : 0;
      several += everCut.size() >= 2 ? 1 : 0;
    }
    assertTrue(several * 3 > SCENARIOS, several + " have two outages");
    assertTrue(overlapping * 3 > several * 2, overlapping + " of " + several + " overlap");
  }

  @Test
  void anAddressGivesTheSameScenarioEveryTimeAndAnotherOneAnother() {
    Generator generator = new Generator(Profiles.AGORA_2019_05, USERS);
    assertEquals(
        generator.generate(1, 17), new Generator(Profiles.AGORA_2019_05, USERS).generate(1, 17));
    assertNotEquals(generator.generate(1, 17).steps(), generator.generate(1, 18).steps());
    assertNotEquals(generator.generate(1, 17).steps(), generator.generate(2, 17).steps());
    // Reports name scenarios by their address: it is not to give another one tomorrow.
    assertEquals(
        "1 linux; 0 join 1, 10001 drop 1, 18000 restore 1, 38001 restore 1, 62002 drop 1,"
            + " 92001 restore 1, 106000 drop 1, 106000 restart 1, 107907 drop 1, 135659 drop 1,"
            + " 143660 kill 1, 146782 restore 1; 167782",
        Scenarios.text(generator.generate(1, 2)));
  }

  @Test
  void someGapsAreOfHoursDaysAndMoreThan32Bits() {
    List<Long> longest =
        generated(Profiles.AGORA_2019_05).stream().map(GeneratorTest::longestGap).toList();
    assertEquals(84, longest.stream().filter(gap -> gap > 1_800_000).count());
    for (long[] range :
        new long[][] {
          {HOUR, 24 * HOUR},
          {24 * HOUR, 24 * 24 * HOUR},
          {(1L << 31) - 60_000, (1L << 32) - 60_000},
          {(1L << 32) - 60_000, 1L << 33}
        }) {
      long count = longest.stream().filter(gap -> gap >= range[0] && gap < range[1]).count();
      assertTrue(count >= 10, count + " from " + range[0] + " to " + range[1] + " ms");
    }
  }

  /** Between two steps, or after the last one. */
  private static long longestGap(Scenario scenario) {
    long longest = 0;
    for (int i = 1; i < scenario.steps().size(); i++) {
      longest = Math.max(longest, at(scenario, i) - at(scenario, i - 1));
    }
    long last = scenario.steps().isEmpty() ? 0 : at(scenario, scenario.steps().size() - 1);
    return Math.max(longest, scenario.untilMillis() - last);
  }

  @Test
  void someUidsAreAbove31Bits() {
    List<Scenario> large =
        generated(Profiles.AGORA_2019_05).stream()
            .filter(scenario -> scenario.participants().get(0).uid().value() > USERS)
            .toList();
    assertTrue(large.size() >= 20, large.size() + " of " + SCENARIOS);
    for (Scenario scenario : large) {
      Set<UserId> users = new HashSet<>();
      scenario.participants().forEach(who -> users.add(who.uid()));
      assertTrue(users.contains(UserId.of(Integer.MAX_VALUE)), scenario.name());
      scenario.steps().forEach(step -> assertTrue(users.contains(step.uid()), scenario.name()));
    }
  }

  private static List<Scenario> generated(Profile profile) {
    Generator generator = new Generator(profile, USERS);
    return LongStream.range(0, SCENARIOS).mapToObj(index -> generator.generate(1, index)).toList();
  }

  private static ImmutableList<Long> constants(Profile profile) {
    return profile.thresholds().stream()
        .map(Threshold::millis)
        .collect(ImmutableList.toImmutableList());
  }

  private static void addAround(Set<Long> values, long millis) {
    values.add(millis - 1);
    values.add(millis);
    values.add(millis + 1);
  }

  private static long at(Scenario scenario, int step) {
    Step one = scenario.steps().get(step);
    return one.atMillis();
  }
}
