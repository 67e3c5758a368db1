package org.rejoin.tck.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.KillContext;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/** The smallest scenario fails still, is one, and is always the same. */
class MinimiserTest {
  private static final Profile SEED = Profiles.AGORA_2019_05;
  private static final int PLENTY = 20_000;
  private static final UserId ONE = UserId.of(7);
  private static final UserId TWO = UserId.of(9);

  @Provide
  Arbitrary<Scenario> generated() {
    return Scenarios.arbitrary(SEED, 6);
  }

  @Property(tries = 100)
  void whatIsLeftFailsStillIsNeverLargerAndIsReadBackFromItsJson(
      @ForAll("generated") Scenario scenario, @ForAll Defects defect) {
    ImmutableSet<Rule> rules = defect.broken(scenario);
    Scenario left = minimise(scenario, candidate -> defect.broken(candidate).equals(rules));
    assertEquals(rules, defect.broken(left));
    assertTrue(left.steps().size() <= scenario.steps().size(), () -> Scenarios.text(left));
    assertTrue(
        left.participants().size() <= scenario.participants().size(), () -> Scenarios.text(left));
    assertEquals(left, ScenarioJson.read(ScenarioJson.toJson(left)));
  }

  @Property(tries = 60)
  void anotherGoMakesItNoSmallerAndTheSameGoGivesTheSame(
      @ForAll("generated") Scenario scenario, @ForAll Defects defect) {
    ImmutableSet<Rule> rules = defect.broken(scenario);
    Predicate<Scenario> fails = candidate -> defect.broken(candidate).equals(rules);
    Scenario left = minimise(scenario, fails);
    assertEquals(left, minimise(scenario, fails));
    assertEquals(left, minimise(left, fails));
  }

  @Property(tries = 40)
  void everythingThatIsTriedIsSmallerThanTheBestAndNothingTwice(
      @ForAll("generated") Scenario scenario, @ForAll int chance) {
    RoundTimes round = new RoundTimes(SEED);
    List<Scenario> best = new ArrayList<>(List.of(scenario));
    List<Scenario> tried = new ArrayList<>();
    Scenario left =
        minimise(
            scenario,
            candidate -> {
              tried.add(candidate);
              assertTrue(
                  Size.of(candidate, round).compareTo(Size.of(best.get(0), round)) < 0,
                  () -> Scenarios.text(candidate));
              boolean fails = (candidate.hashCode() ^ chance) % 3 == 0;
              if (fails) {
                best.set(0, candidate);
              }
              return fails;
            });
    assertEquals(best.get(0), left);
    assertEquals(ImmutableSet.copyOf(tried).size(), tried.size());
  }

  @Test
  void whatAlwaysFailsIsOneUserWhoDoesNothing() {
    Scenario left = minimise(everything(), scenario -> true);
    assertEquals("1 android; ; 0", Scenarios.text(left));
    assertEquals("kept", left.name());
    assertEquals(Mode.COMMUNICATION, left.mode());
    assertEquals(List.of(), left.servers());
  }

  @Test
  void whatNeverFailsAgainStaysAsItIs() {
    Scenario scenario = everything();
    assertSame(scenario, minimise(scenario, candidate -> false));
  }

  @Test
  void whatIsNeededStaysAndTheRestIsPlain() {
    Scenario left =
        minimise(
            everything(),
            scenario ->
                scenario.steps().stream().anyMatch(step -> step.direction() == Direction.UPLINK)
                    && scenario.steps().stream().anyMatch(step -> step.action() == Action.KILL));
    assertEquals("1 android; 0 drop 1 uplink, 0 kill 1; 0", Scenarios.text(left));
  }

  @Test
  void stepsThatNeedEachOtherAreTakenAwayTogether() {
    // Neither the drops alone nor the restores alone can go: there must be as many of each.
    Scenario left =
        minimise(
            scenario(20_000, "drop restore join drop restore restart"),
            scenario ->
                count(scenario, Action.DROP) == count(scenario, Action.RESTORE)
                    && count(scenario, Action.RESTART) == 1);
    assertEquals("1 android; 0 restart 1; 0", Scenarios.text(left));
  }

  @Test
  void timesAreWholeSecondsOrAConstantWhereThatWillDo() {
    assertEquals("1 android; 0 join 1, 11000 drop 1; 11000", left(10_001, 30_000));
    assertEquals("1 android; 0 join 1, 10000 drop 1; 10000", left(10_000, 30_000));
    assertEquals("1 android; 0 join 1, 10001 drop 1; 10001", left(10_001, 10_999));
    assertEquals("1 android; 0 join 1, 17000 drop 1; 17000", left(16_900, 17_950));
  }

  private static String left(long fromMillis, long toMillis) {
    return Scenarios.text(
        minimise(
            scenario(17_950, "join drop"),
            scenario -> {
              List<Step> steps = scenario.steps();
              long gap = steps.size() < 2 ? -1 : steps.get(1).atMillis() - steps.get(0).atMillis();
              return gap >= fromMillis && gap <= toMillis;
            }));
  }

  @Test
  void theBudgetOfTriesAndTheTimeAreKept() {
    AtomicInteger tried = new AtomicInteger();
    Scenario scenario = everything();
    Predicate<Scenario> fails =
        candidate -> {
          tried.incrementAndGet();
          return false;
        };
    assertSame(scenario, new Minimiser(SEED, 3).minimise(scenario, fails, () -> true));
    assertEquals(3, tried.get());
    assertSame(
        scenario, new Minimiser(SEED, PLENTY).minimise(scenario, fails, () -> tried.get() < 5));
    assertEquals(5, tried.get());
    assertThrows(IllegalArgumentException.class, () -> new Minimiser(SEED, -1));
  }

  @Test
  void triesThatSucceedCostAsMuchAsThoseThatFail() {
    AtomicInteger tried = new AtomicInteger();
    Scenario left =
        new Minimiser(SEED, 3)
            .minimise(everything(), candidate -> tried.incrementAndGet() > 0, () -> true);
    assertEquals(3, tried.get(), () -> Scenarios.text(left));
  }

  /** Two platforms are needed, and uids that are not the first. */
  @Test
  void usersAreRenumberedAndStayOnTheirPlatforms() {
    Scenario left =
        minimise(
            everything(),
            scenario ->
                Scenarios.text(scenario).contains("ios")
                    && Scenarios.text(scenario).contains("web"));
    assertEquals(
        ImmutableSet.of(Platform.IOS, Platform.WEB),
        left.participants().stream()
            .map(Participant::platform)
            .collect(ImmutableSet.toImmutableSet()));
    assertEquals(
        List.of(UserId.of(1), UserId.of(2)),
        left.participants().stream().map(Participant::uid).toList());
  }

  @Test
  void aScenarioWithoutEndIsMadeSmallerWithoutAnOverflow() {
    Scenario left =
        minimise(
            ImmutableScenario.copyOf(scenario(500, "join drop")).withUntilMillis(Long.MAX_VALUE),
            scenario -> scenario.steps().size() == 2 && scenario.untilMillis() > 1L << 60);
    // The first whole second above.
    assertEquals("1 android; 0 join 1, 0 drop 1; 1152921504606847000", Scenarios.text(left));
  }

  private static long count(Scenario scenario, Action action) {
    return scenario.steps().stream().filter(step -> step.action() == action).count();
  }

  private static Scenario minimise(Scenario scenario, Predicate<Scenario> fails) {
    return new Minimiser(SEED, PLENTY).minimise(scenario, fails, () -> true);
  }

  /** One user who does these things, so long after each other. */
  private static Scenario scenario(long gapMillis, String actions) {
    ImmutableScenario.Builder scenario =
        ImmutableScenario.builder().addParticipants(new Participant(UserId.of(1), Platform.WEB));
    long atMillis = 0;
    for (String action : actions.split(" ", -1)) {
      scenario.addSteps(Step.of(atMillis, Action.ofId(action).orElseThrow(), UserId.of(1)));
      atMillis += gapMillis;
    }
    return scenario.untilMillis(atMillis).build();
  }

  /** Everything that a scenario can have. */
  private static Scenario everything() {
    return ImmutableScenario.builder()
        .name("kept")
        .mode(Mode.LIVE)
        .addParticipants(new Participant(ONE, Platform.WEB), new Participant(TWO, Platform.IOS))
        .addServers("s1", "s2")
        .addSteps(
            Step.of(100, Action.JOIN, ONE).withChannel("other"),
            Step.of(200, Action.JOIN, TWO),
            Step.of(5_300, Action.DROP, TWO).withDirection(Direction.UPLINK),
            Step.of(9_400, Action.RESTORE, TWO).withServer("s2"),
            Step.of(9_400, Action.KILL, ONE)
                .withContext(new KillContext(KillContext.How.PAGE_CLOSED, false, true)),
            Step.of(20_001, Action.KILL, TWO)
                .withContext(new KillContext(KillContext.How.PROCESS, true, false)))
        .untilMillis(47_011)
        .build();
  }
}
