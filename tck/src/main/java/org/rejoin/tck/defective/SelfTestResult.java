package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * What a self-test found.
 *
 * @param table which check kills which defect
 * @param claims what was claimed
 * @param correct the correct ports, each with the checks that it fails and what is said of them
 * @param hostile the hostile ports, each with what came of it
 */
public record SelfTestResult(
    KillTable table,
    Claims claims,
    ImmutableMap<Variant, ImmutableMap<String, String>> correct,
    ImmutableMap<HostilePort, String> hostile) {

  /** Where the kit does not behave, a line each; empty if it does. */
  public ImmutableList<String> problems() {
    ImmutableList.Builder<String> problems = ImmutableList.builder();
    problems.addAll(Audit.problems(table, claims));
    correct.forEach(
        (variant, failures) ->
            failures.entrySet().stream()
                .findFirst()
                .ifPresent(first -> problems.add(fails(variant, first, failures.size()))));
    hostile.forEach(
        (port, came) -> {
          if (!port.isHeld(came)) {
            problems.add(
                "hostile port "
                    + port.id()
                    + ": what came of it is \""
                    + came
                    + "\" and should begin with \""
                    + port.outcome()
                    + "\"");
          }
        });
    return problems.build();
  }

  private static String fails(Variant variant, Map.Entry<String, String> first, int all) {
    return "correct port "
        + variant.id()
        + ": it fails "
        + first.getKey()
        + (all == 1 ? "" : " and " + (all - 1) + " more")
        + ": "
        + first.getValue();
  }

  /** How many checks find the defect in the middle, when they are sorted by that number. */
  public int medianKillers() {
    int[] numbers =
        table.trials().stream().mapToInt(trial -> trial.killers().size()).sorted().toArray();
    return numbers.length == 0 ? 0 : numbers[numbers.length / 2];
  }

  /** The defects that generated scenarios alone find. */
  public ImmutableList<Trial> foundByChance() {
    return table.preyOf(ConformanceSuite.GENERATED);
  }

  /** The last line: how it went, in numbers. */
  public String lastLine() {
    int wrong = problems().size();
    String verdict =
        switch (wrong) {
          case 0 -> "SOUND: ";
          case 1 -> "NOT SOUND, 1 claim does not hold: ";
          default -> "NOT SOUND, " + wrong + " claims do not hold: ";
        };
    return verdict
        + table.trials().size()
        + " defects, "
        + table.checks().size()
        + " checks (a defect fails "
        + medianKillers()
        + " of them in the median; generated scenarios alone find "
        + foundByChance().size()
        + "), "
        + correct.size()
        + " correct ports, "
        + hostile.size()
        + " hostile ones";
  }
}
