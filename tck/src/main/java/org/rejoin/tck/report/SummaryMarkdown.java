package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;

/** A run's verdict, counts and failures as short Markdown, for the page of a CI job. */
public final class SummaryMarkdown {
  private static final int KINDS_SHOWN = 20;
  private static final int LINES_SHOWN = 10;
  private static final int GROUPS_SHOWN = 6;
  private static final Pattern MARKUP = Pattern.compile("[\\p{Punct}&&[^,()'\"/-]]");
  private static final Pattern FENCE = Pattern.compile("~{3,}");

  private final RunResult result;
  private final Show show;
  private final StringBuilder text = new StringBuilder();

  private SummaryMarkdown(RunResult result, Show show) {
    this.result = result;
    this.show = show;
  }

  /** The text of {@code summary.md}. */
  public static String of(RunResult result, Show show) {
    return new SummaryMarkdown(result, show).write();
  }

  private String write() {
    line("## Rejoin: " + result.conclusion().words());
    line("");
    line(
        escaped(Plain.name(result.port().name()) + " " + Plain.name(result.port().version()))
            + ", profile `"
            + result.profile().id()
            + "`, seed "
            + result.seed()
            + ".");
    line("");
    counts();
    list("Incomplete", result.incompleteBecause());
    list("Unsupported", UnsupportedText.lines(result, GROUPS_SHOWN));
    list("Warnings", result.warnings());
    list("Warnings of the real clock", RealClockText.warnings(result));
    list(
        "Known failures that do not hold any more",
        result.stale().stream()
            .map(stale -> stale.message())
            .collect(ImmutableList.toImmutableList()));
    list(
        "Defects of the kit",
        result.defects().stream()
            .map(defect -> defect.check() + ": " + defect.cause())
            .collect(ImmutableList.toImmutableList()));
    failures();
    return text.toString();
  }

  private void counts() {
    ImmutableList<Verdict> some =
        Arrays.stream(Verdict.values())
            .filter(verdict -> count(verdict) > 0)
            .collect(ImmutableList.toImmutableList());
    long passed = result.rules().values().stream().filter(it -> it == Verdict.PASS).count();
    line("| outcome | checks |");
    line("|---|--:|");
    some.forEach(verdict -> line("| " + verdict.id() + " | " + count(verdict) + " |"));
    line("");
    line(passed + " of " + result.rules().size() + " rules were exercised and hold.");
  }

  private int count(Verdict verdict) {
    return result.counts().getOrDefault(verdict, 0);
  }

  private void list(String title, ImmutableList<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    line("");
    line("### " + title);
    line("");
    lines.stream().limit(LINES_SHOWN).forEach(each -> line("- " + escaped(each)));
    if (lines.size() > LINES_SHOWN) {
      line("- and " + (lines.size() - LINES_SHOWN) + " more");
    }
  }

  private void failures() {
    ImmutableList<FailureKind> kinds = FailureKind.of(result.failures());
    kinds.stream().limit(KINDS_SHOWN).forEach(this::failure);
    if (kinds.size() > KINDS_SHOWN) {
      line("");
      line("And " + (kinds.size() - KINDS_SHOWN) + " more kinds of failure; see `index.html`.");
    }
  }

  private void failure(FailureKind kind) {
    int checks = kind.failures().size();
    line("");
    line(
        "### "
            + kind.verdict().id()
            + (kind.rules().isEmpty() ? "" : ": " + kind.title())
            + " ("
            + Counts.of(checks, "check")
            + ")");
    line("");
    kind.rules().forEach(rule -> line("- " + rule.id() + ": " + rule.sentence()));
    if (!kind.rules().isEmpty()) {
      line("");
    }
    fenced(
        Plain.shortLine(kind.first().check().id())
            + "\n"
            + Plain.shortText(kind.first().message())
            + kind.first().looksLike().map(it -> "\nlooks like: " + it).orElse("")
            + "\nagain: "
            + Plain.text(show.invocation().check(kind.first().check())));
  }

  /** Nothing means anything within a fence but a fence that is as long. */
  private void fenced(String inside) {
    int longest = 2;
    for (Matcher fence = FENCE.matcher(inside); fence.find(); ) {
      longest = Math.max(longest, fence.end() - fence.start());
    }
    String fence = "~".repeat(longest + 1);
    line(fence + "text");
    line(inside);
    line(fence);
  }

  /** Text in which nothing is markup, a link or a mention. */
  static String escaped(String hostile) {
    return MARKUP.matcher(Plain.shortLine(hostile)).replaceAll("\\\\$0");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
