package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** A self-test for a terminal: one line for each defect, check and port. */
public final class SelfTestText {
  private final SelfTestResult result;
  private final StringBuilder text = new StringBuilder();

  private SelfTestText(SelfTestResult result) {
    this.result = result;
  }

  /** The whole of it; the last line is {@link SelfTestResult#lastLine}. */
  public static String of(SelfTestResult result) {
    return new SelfTestText(result).write();
  }

  private String write() {
    String theme = "";
    for (Trial trial : result.table().trials()) {
      if (!trial.defect().theme().equals(theme)) {
        theme = trial.defect().theme();
        line((text.length() == 0 ? "" : "\n") + "defects: " + theme);
      }
      line(row(trial));
    }
    line("\nchecks, with how many of these defects each finds, and which it finds alone");
    result.table().checks().forEach(check -> line(row(check)));
    line("\ncorrect ports: every check passes, or is unsupported");
    result
        .correct()
        .forEach(
            (variant, failures) ->
                line(
                    "  "
                        + (failures.isEmpty() ? "ok    " : "FAILS ")
                        + variant.id()
                        + ": "
                        + variant.sentence()));
    line("\nhostile ports: each in a process of its own");
    result
        .hostile()
        .forEach(
            (port, came) ->
                line(
                    "  "
                        + (port.isHeld(came) ? "held  " : "LOOSE ")
                        + port.id()
                        + ": "
                        + port.sentence()
                        + "; "
                        + oneLine(came)));
    line("");
    result.problems().forEach(problem -> line("does not hold: " + oneLine(problem)));
    return text.append(result.lastLine()).append('\n').toString();
  }

  private String row(Trial trial) {
    ImmutableMap<String, String> named =
        result.claims().killers().getOrDefault(trial.defect().id(), ImmutableMap.of());
    return String.format("  %3d  ", trial.killers().size())
        + trial.defect().id()
        + ": "
        + trial.defect().sentence()
        + "; killed by "
        + (named.isEmpty() ? "nothing that is named" : String.join(", ", named.keySet()));
  }

  private String row(String check) {
    String alone =
        result.table().preyOf(check).stream()
            .map(trial -> trial.defect().id())
            .collect(Collectors.joining(", "));
    return String.format("  %3d  ", result.table().foundBy(check).size())
        + check
        + ": "
        + (alone.isEmpty()
            ? Optional.ofNullable(result.claims().reasons().get(check))
                .map(reason -> "none alone; " + reason.text())
                .orElse("none alone")
            : alone);
  }

  private static String oneLine(String said) {
    return said.lines().findFirst().orElse("");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
