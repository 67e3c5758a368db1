package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.rejoin.api.Profile;
import org.rejoin.tck.recording.RecordedFailure;
import org.rejoin.tck.recording.RecordingResult;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;
import org.rejoin.tck.timeline.Timeline;
import org.rejoin.tck.timeline.TimelineText;

/** Judged recordings for a terminal: failures as they are found, and the rest at the end. */
public final class RecordingText {
  private static final int COLUMNS = 98;
  private static final int FAILURES_SHOWN = 3;
  private static final int OTHERS_SHOWN = 4;
  private static final int LINES_SHOWN = 10;

  private final Profile profile;
  private final Show show;
  private final Paint paint;
  private final Set<Kind> kinds = new HashSet<>();
  private int shown;
  private int shownOpen;

  /** Traces of one kind are shown once. */
  private record Kind(Verdict verdict, ImmutableSet<Rule> rules) {}

  /** Nothing was shown yet. */
  public RecordingText(Profile profile, Show show) {
    this.profile = profile;
    this.show = show;
    this.paint = new Paint(show.colour());
  }

  /**
   * A failure that was just found; nothing if it is of a kind that was shown already, or one too
   * many.
   */
  public String failure(RecordedFailure found) {
    Failure failure = found.failure();
    boolean fails = failure.verdict().isFailure();
    boolean fresh =
        kinds.add(new Kind(failure.verdict(), failure.rules()))
            && (fails ? shown : shownOpen) < FAILURES_SHOWN;
    if (show.quiet() || !(fresh || show.verbose())) {
      return "";
    }
    shown += fails ? 1 : 0;
    shownOpen += fails ? 0 : 1;
    StringBuilder text = new StringBuilder();
    text.append(fails ? paint.bad(failure.verdict().id()) : paint.warn(failure.verdict().id()))
        .append(": ")
        .append(paint.bold(Plain.line(failure.check().id())))
        .append(", ")
        .append(Plain.line(failure.check().about()))
        .append('\n')
        .append(indent(Plain.text(failure.message())));
    others(text, found.others());
    if (!fails) {
      found.doubts().forEach(doubt -> line(text, paint.warn("  left open: ") + doubt.sentence()));
    }
    found.hints().forEach(hint -> line(text, paint.warn("  hint: ") + Plain.line(hint)));
    failure.rules().forEach(rule -> text.append(rule(rule)));
    text.append('\n').append(indent(picture(found)));
    if (found.fromMillis() > 0) {
      text.append("  (the last lines of this channel; older ones are not kept)\n");
    }
    return text.append('\n').toString();
  }

  private void others(StringBuilder text, ImmutableList<String> others) {
    int limit = show.verbose() ? others.size() : Math.min(OTHERS_SHOWN, others.size());
    others.stream().limit(limit).forEach(other -> line(text, "  also: " + Plain.line(other)));
    if (others.size() > limit) {
      line(text, "  also: ... more; -v shows, and report.json lists, the first few");
    }
  }

  private static String rule(Rule rule) {
    StringBuilder text = new StringBuilder();
    text.append("  ").append(rule.id()).append(": ").append(rule.sentence()).append('\n');
    for (SeedLine line : rule.lines()) {
      text.append("    ").append(line.chinese()).append('\n');
      text.append("    ").append(line.english()).append('\n');
    }
    return text.toString();
  }

  private String picture(RecordedFailure found) {
    Failure failure = found.failure();
    Timeline timeline =
        Timeline.of(failure.check().scenario(), failure.seen(), failure.expected(), profile);
    return TimelineText.render(timeline, COLUMNS, show.colour());
  }

  /** All but the failures. */
  public String summary(RecordingResult result) {
    if (show.quiet()) {
      return lastLine(result);
    }
    StringBuilder text = new StringBuilder();
    long more = result.failed() - shown;
    if (more > 0 && result.failed() > 0) {
      line(
          text,
          "... and "
              + more
              + (more == 1 ? " more trace fails" : " more traces fail")
              + "; -v shows, and report.json lists, the first "
              + RecordingResult.KEPT);
      line(text, "");
    }
    line(text, "profile " + profile.id() + ", " + result.lines() + " lines");
    line(text, "");
    if (result.run().counts().values().stream().anyMatch(count -> count > 0)) {
      text.append(RuleTable.of(result.run(), paint));
      line(text, "");
    }
    line(text, "traces: " + counts(result.run()));
    broken(text, result);
    ignored(text, result);
    result
        .run()
        .incompleteBecause()
        .forEach(gap -> line(text, paint.warn("incomplete: ") + Plain.line(gap)));
    result
        .run()
        .warnings()
        .forEach(warning -> line(text, paint.warn("warning: ") + Plain.line(warning)));
    line(text, "");
    result.failures().stream()
        .flatMap(failure -> failure.failure().rules().stream())
        .findFirst()
        .ifPresent(
            rule -> line(text, "next: " + show.invocation().program().line("explain", rule.id())));
    return text.append(lastLine(result)).toString();
  }

  private void broken(StringBuilder text, RecordingResult result) {
    ImmutableList<String> first = result.firstBrokenLines();
    int limit = show.verbose() ? first.size() : Math.min(LINES_SHOWN, first.size());
    first.stream()
        .limit(limit)
        .forEach(broken -> line(text, paint.warn("not used: ") + Plain.line(broken)));
    if (result.brokenLines() > limit) {
      line(text, "not used: ... and " + (result.brokenLines() - limit) + " more lines");
    }
  }

  private void ignored(StringBuilder text, RecordingResult result) {
    int limit = show.verbose() ? result.ignored().size() : LINES_SHOWN;
    result.ignored().stream()
        .limit(limit)
        .forEach(
            one ->
                line(
                    text,
                    "ignored: "
                        + Plain.line(one.name())
                        + (one.count() == 1 ? ", once: " : ", " + one.count() + " times: ")
                        + Plain.line(one.because())));
    if (result.ignored().size() > limit) {
      line(text, "ignored: ... and " + (result.ignored().size() - limit) + " more; -v shows them");
    }
  }

  private String lastLine(RecordingResult result) {
    return paint.headline(result.conclusion()) + ": " + counts(result.run()) + "\n";
  }

  private static String counts(RunResult result) {
    String counts = Counts.words(result.counts());
    return counts.isEmpty() ? "none" : counts;
  }

  private static String indent(String text) {
    return text.lines()
        .map(line -> line.isBlank() ? "\n" : "  " + line + "\n")
        .collect(Collectors.joining());
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
