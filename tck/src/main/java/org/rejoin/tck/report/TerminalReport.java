package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.spec.Rule;

/** What a run found, on one screen, with what to do next. */
public final class TerminalReport {
  private static final int FAILURES_SHOWN = 3;
  private static final int REASONS_SHOWN = 3;

  private final RunResult result;
  private final Show show;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  private TerminalReport(RunResult result, Show show) {
    this.result = result;
    this.show = show;
    this.paint = new Paint(show.colour());
  }

  /**
   * What can be said before anything is judged: who is, by what. It comes before the report.
   *
   * @param colour whether the terminal shows colours
   */
  public static String head(Hello port, Profile profile, long seed, boolean colour) {
    return new Paint(colour).bold(Plain.line(port.name() + " " + port.version()))
        + ", profile "
        + profile.id()
        + ", seed "
        + seed
        + "\n\n";
  }

  /** The report's text. */
  public static String of(RunResult result, Show show) {
    TerminalReport report = new TerminalReport(result, show);
    return show.quiet() ? report.lastLine() : report.write();
  }

  private String write() {
    text.append(RuleTable.of(result, paint));
    line("");
    line("checks: " + counts());
    result.coverage().ifPresent(count -> line("coverage: " + CoverageText.of(count)));
    reasons();
    RealClockText.lines(result).forEach(this::line);
    result.incompleteBecause().forEach(gap -> line(paint.warn("incomplete: ") + Plain.line(gap)));
    result
        .stale()
        .forEach(stale -> line(paint.bad("known failing: ") + Plain.line(stale.message())));
    result.warnings().forEach(warning -> line(paint.warn("warning: ") + Plain.line(warning)));
    RealClockText.warnings(result).forEach(warning -> line(paint.warn("warning: ") + warning));
    result
        .defects()
        .forEach(
            defect ->
                line(
                    paint.bad("defect of the kit: ")
                        + defect.check()
                        + ": "
                        + Plain.line(defect.cause().toString())));
    failures();
    next();
    return text.append(lastLine()).toString();
  }

  private void failures() {
    ImmutableList<Failure> shown = shown();
    for (Failure failure : shown) {
      line("");
      text.append(FailureText.of(failure, result.profile(), show, paint));
    }
    int more = result.failed() - shown.size();
    int notListed = result.failed() - result.failures().size();
    if (more > 0) {
      line("");
      line(
          "... and "
              + more
              + " more failing checks, "
              + (notListed == 0 ? "all of them" : "all but the last " + notListed)
              + " in "
              + show.reportFile());
    }
  }

  /** The first failure of each kind, so that one mistake does not fill the screen. */
  private ImmutableList<Failure> shown() {
    if (show.verbose()) {
      return result.failures();
    }
    List<Failure> shown = new ArrayList<>();
    Set<ImmutableSet<Rule>> kinds = new HashSet<>();
    for (Failure failure : result.failures()) {
      if (shown.size() < FAILURES_SHOWN && kinds.add(failure.rules())) {
        shown.add(failure);
      }
    }
    return ImmutableList.copyOf(shown);
  }

  private String counts() {
    return result.counts().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " " + entry.getKey().id())
        .collect(Collectors.joining(", "));
  }

  private void reasons() {
    ImmutableList<Map.Entry<String, Integer>> reasons =
        ImmutableList.sortedCopyOf(
            Map.Entry.<String, Integer>comparingByValue().reversed(),
            result.unsupported().entrySet());
    int limit = show.verbose() ? reasons.size() : REASONS_SHOWN;
    reasons.stream()
        .limit(limit)
        .forEach(
            reason ->
                line("unsupported: " + reason.getValue() + ": " + Plain.line(reason.getKey())));
    if (reasons.size() > limit) {
      line("unsupported: ... and " + (reasons.size() - limit) + " more reasons (-v shows them)");
    }
  }

  private void next() {
    line("");
    result.failures().stream()
        .flatMap(failure -> failure.rules().stream())
        .findFirst()
        .ifPresent(rule -> line("next: rejoin explain " + rule.id()));
    line(
        switch (result.exitCode()) {
          case 0 ->
              show.isReference()
                  ? "next: rejoin run -- COMMAND judges your own SDK (README.md, \"Test your own SDK\")"
                  : "next: rejoin run --seed " + (result.seed() + 1) + " ... generates others";
          case 1 ->
              "next: look at "
                  + show.page()
                  + "; every failing scenario is in report.json beside it";
          case 3 ->
              "next: give the port what it lacks; --platform and --only narrow what is judged";
          case 70 -> "next: please report the defect, with " + show.reportFile();
          default -> "next: run it again; what was found so far is in " + show.reportFile();
        });
  }

  private String lastLine() {
    int code = result.exitCode();
    String verdict = result.verdict().toUpperCase(Locale.ROOT).replace('-', ' ');
    String painted =
        switch (code) {
          case 0 -> paint.good(verdict);
          case 3 -> paint.warn(verdict);
          default -> paint.bad(verdict);
        };
    String counts = code == 1 ? failed() : counts();
    String gaps = code == 3 ? "; " + Plain.line(String.join("; ", result.incompleteBecause())) : "";
    return painted + ": " + counts + gaps + " (" + show.page() + ")\n";
  }

  private String failed() {
    int failed = result.failed();
    int stale = result.stale().size();
    return failed
        + (failed == 1 ? " check failed" : " checks failed")
        + (stale == 0 ? "" : ", " + stale + " of the known failures do not hold any more");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
