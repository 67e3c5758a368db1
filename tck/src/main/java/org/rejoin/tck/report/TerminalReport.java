package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.ExitCode;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.spec.Rule;

/** What a run found, on one screen, with what to do next. */
public final class TerminalReport {
  private static final int FAILURES_SHOWN = 3;
  private static final int REASONS_SHOWN = 3;
  private static final int GROUPS_SHOWN = 4;

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
              + Counts.number(more)
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
    return Counts.words(result.counts());
  }

  private void reasons() {
    ImmutableList<String> reasons =
        UnsupportedText.lines(result, show.verbose() ? Integer.MAX_VALUE : GROUPS_SHOWN);
    int limit = show.verbose() ? reasons.size() : REASONS_SHOWN;
    reasons.stream().limit(limit).forEach(reason -> line("unsupported: " + reason));
    if (reasons.size() > limit) {
      line("unsupported: ... and " + (reasons.size() - limit) + " more reasons (-v shows them)");
    }
  }

  private void next() {
    line("");
    result.failures().stream()
        .flatMap(failure -> failure.rules().stream())
        .findFirst()
        .ifPresent(rule -> line("next: " + show.invocation().program().line("explain", rule.id())));
    UnsupportedText.lacking(result)
        .filter(features -> !result.conclusion().fails())
        .ifPresent(features -> line("next: more can be judged of a port that offers " + features));
    line(
        switch (result.conclusion().exit()) {
          case CONFORMANT ->
              show.isReference()
                  ? "next: "
                      + show.invocation().program().line("run", "--", "COMMAND")
                      + " judges your own SDK (README.md, \"Test your own SDK\")"
                  : "next: others are generated by "
                      + show.invocation().run("--seed", String.valueOf(result.seed() + 1));
          case NOT_CONFORMANT ->
              "next: look at "
                  + show.page()
                  + "; every failing scenario is in report.json beside it";
          case INCOMPLETE ->
              "next: --platform and --only narrow what is judged to what the port does";
          case KIT_DEFECT -> "next: please report the defect, with " + show.reportFile();
          case INTERRUPTED, USAGE, PORT_UNUSABLE ->
              "next: run it again; what was found so far is in " + show.reportFile();
        });
  }

  private String lastLine() {
    ExitCode code = result.conclusion().exit();
    String counts = code == ExitCode.NOT_CONFORMANT ? failed() : counts();
    String gaps =
        code == ExitCode.INCOMPLETE
            ? "; " + Plain.line(String.join("; ", result.incompleteBecause()))
            : "";
    return paint.headline(result.conclusion()) + ": " + counts + gaps + " (" + show.page() + ")\n";
  }

  private String failed() {
    int failed = result.failed();
    int stale = result.stale().size();
    return Counts.number(failed)
        + (failed == 1 ? " check failed" : " checks failed")
        + (stale == 0 ? "" : ", " + stale + " of the known failures do not hold any more");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
