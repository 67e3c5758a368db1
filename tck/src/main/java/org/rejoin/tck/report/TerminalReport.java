package org.rejoin.tck.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/** What a run found, on one screen, with what to do next. */
public final class TerminalReport {
  private static final int COLUMNS = 4;
  private static final int SHOWN = 3;

  private TerminalReport() {}

  /** The report's text. */
  public static String of(RunResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%s %s, profile %s: %s%n%n",
            Plain.text(result.port().name()),
            Plain.text(result.port().version()),
            result.profile().id(),
            result.verdict().toUpperCase(Locale.ROOT).replace('-', ' ')));
    rules(text, result);
    text.append('\n').append(counts(result)).append('\n');
    result
        .warnings()
        .forEach(warning -> text.append("warning: ").append(Plain.text(warning)).append('\n'));
    result.failures().stream().limit(SHOWN).forEach(failure -> failure(text, failure));
    if (result.failures().size() > SHOWN) {
      text.append("\n... and ").append(result.failures().size() - SHOWN).append(" more\n");
    }
    return text.append("\nnext: ").append(next(result)).append('\n').toString();
  }

  private static void rules(StringBuilder text, RunResult result) {
    int column = 0;
    for (Rule rule : Rule.values()) {
      Verdict verdict = result.rules().getOrDefault(rule, Verdict.NOT_EXERCISED);
      String mark =
          switch (verdict) {
            case PASS -> "ok";
            case FAIL -> "FAIL";
            default -> "--";
          };
      text.append(String.format("%-8s%-5s%6d  ", rule.id(), mark, result.exercised().count(rule)));
      column++;
      if (column % COLUMNS == 0) {
        text.append('\n');
      }
    }
    text.append(column % COLUMNS == 0 ? "" : "\n");
  }

  private static String counts(RunResult result) {
    return result.counts().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " " + entry.getKey().id())
        .collect(Collectors.joining(", ", "checks: ", ""));
  }

  private static void failure(StringBuilder text, Failure failure) {
    text.append('\n').append(failure.verdict().id()).append(": ").append(failure.check().id());
    String rules = failure.rules().stream().map(Rule::id).collect(Collectors.joining(" "));
    text.append(rules.isEmpty() ? "" : "  [" + rules + "]").append('\n');
    text.append("  ").append(Plain.text(failure.message())).append('\n');
  }

  private static String next(RunResult result) {
    return switch (result.exitCode()) {
      case 0 -> "test your own SDK with `rejoin run -- COMMAND` (README.md, \"Test your own SDK\")";
      case 1 -> "report.json has each failing scenario; run one with `rejoin simulate FILE`";
      default -> "rules marked -- were never exercised; give the port the features they need";
    };
  }
}
