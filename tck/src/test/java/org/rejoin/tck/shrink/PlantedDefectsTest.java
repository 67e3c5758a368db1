package org.rejoin.tck.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/** What is left of generated scenarios that fail on implementations with one mistake each. */
class PlantedDefectsTest {
  private static final int TRIES = 2_000;
  private static final int SCENARIOS = 4_000;
  private static final int EACH = 12;

  private static final Generator GENERATOR = new Generator(Profiles.AGORA_2019_05, 6);

  /** The first scenario of seed 1 that fails, and all that is left of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INTERRUPTED_LATE        | [NET-01]         | 1 android; 0 join 1, 0 drop 1; 4000
          LOST_AFTER_INTERRUPTED  | [NET-05]         | 1 android; 0 join 1, 0 drop 1; 10000
          WEB_WINDOW_LATE         | [NET-10]         | 1 web, 2 android; 0 join 1, 0 join 2, 0 drop 2; 10000
          SECOND_LOST_FORGOTTEN   | [NET-05]         | 1 android; 0 join 1, 0 drop 1, 11000 join 1, 11000 drop 1; 21000
          SECOND_REJOIN_FORGOTTEN | [NET-11]         | 1 android; 0 join 1, 0 drop 1, 5000 restore 1, 5000 drop 1, 10000 restore 1; 10000
          DEADLINE_IS_LATE        | [NET-11]         | 1 android, 2 android; 0 join 2, 0 drop 2, 1000 drop 1, 5000 restore 2; 5000
          ONE_WAY_IS_BOTH         | [NET-02, DRV-01] | 1 ios; 0 join 1, 0 drop 1 uplink; 4000
          CHANNELS_ARE_ONE        | [KILL-10]        | 1 android; 0 join 1 #other, 0 join 1; 10000
          KILL_IS_A_DROP          | [DRV-08]         | 1 android; 0 join 1, 0 kill 1; 4000
          LEAVE_IS_SILENCE        | [DRV-06]         | 1 android, 2 android; 0 join 1, 0 join 2, 0 leave 2; 0
          """)
  void theSmallestIsAsSmallAsAPersonWouldMakeIt(Defects defect, String rules, String smallest) {
    Scenario failing = failing(defect, 1).get(0);
    Scenario left = minimise(defect, failing);
    assertEquals(
        rules + " " + smallest,
        defect.broken(left).stream().map(Rule::id).toList() + " " + Scenarios.text(left));
  }

  @Test
  void nineOfTenAreAtMostTwoStepsLongerThanTheSmallestAndHalfAtMostFiveBeyondTheJoins() {
    List<Integer> beyondJoins = new ArrayList<>();
    int near = 0;
    for (Defects defect : Defects.values()) {
      List<Scenario> failing = failing(defect, EACH);
      assertEquals(EACH, failing.size(), defect + " hardly shows");
      for (Scenario scenario : failing) {
        Scenario left = minimise(defect, scenario);
        near += left.steps().size() <= defect.fewestSteps + 2 ? 1 : 0;
        beyondJoins.add(
            (int) left.steps().stream().filter(step -> step.action() != Action.JOIN).count());
      }
    }
    int all = beyondJoins.size();
    assertTrue(near * 10 >= all * 9, near + " of " + all);
    Collections.sort(beyondJoins);
    assertTrue(beyondJoins.get(all / 2) <= 5, beyondJoins.toString());
  }

  private static List<Scenario> failing(Defects defect, int count) {
    List<Scenario> failing = new ArrayList<>();
    for (long index = 0; index < SCENARIOS && failing.size() < count; index++) {
      Scenario scenario = GENERATOR.generate(1, index);
      if (!defect.broken(scenario).isEmpty()) {
        failing.add(scenario);
      }
    }
    return failing;
  }

  private static Scenario minimise(Defects defect, Scenario failing) {
    ImmutableSet<Rule> rules = defect.broken(failing);
    return new Minimiser(Profiles.AGORA_2019_05, TRIES)
        .minimise(failing, candidate -> defect.broken(candidate).equals(rules), () -> true);
  }
}
