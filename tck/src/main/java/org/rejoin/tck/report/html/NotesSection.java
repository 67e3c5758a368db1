package org.rejoin.tck.report.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ul;

import com.google.common.collect.ImmutableList;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rejoin.tck.report.RealClockText;
import org.rejoin.tck.report.UnsupportedText;
import org.rejoin.tck.run.OnRealClock;
import org.rejoin.tck.run.RunResult;

/** What else there is to know: gaps, warnings, what was left out and why, the clock. */
final class NotesSection {
  private static final int MOST = 200;

  private final ImmutableList.Builder<DomContent> content = ImmutableList.builder();

  private NotesSection() {}

  static Optional<Section> section(RunResult result) {
    return Optional.of(new Section("notes", "Notes", new NotesSection().of(result)));
  }

  private ImmutableList<DomContent> of(RunResult result) {
    list("Why the run is incomplete", result.incompleteBecause());
    list(
        "Known failures that do not hold any more",
        result.stale().stream().map(stale -> stale.message()).toList());
    list(
        "Defects of the kit: please report them",
        result.defects().stream().map(it -> it.check() + ": " + it.cause()).toList());
    list("Warnings", result.warnings());
    list("Warnings of the real clock", RealClockText.warnings(result));
    list("The real clock", RealClockText.lines(result));
    list(
        "Inconclusive on the real clock",
        result.onRealClock().map(OnRealClock::undecided).orElse(ImmutableList.of()));
    list("Unsupported, and why", UnsupportedText.lines(result, Integer.MAX_VALUE));
    list("Not judged, and why", reasons(result.notJudged()));
    return content.build();
  }

  /** The most frequent first. */
  private static List<String> reasons(Map<String, Integer> reasons) {
    return reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(it -> Bits.count(it.getValue(), "check") + ": " + it.getKey())
        .toList();
  }

  private void list(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    int more = lines.size() - MOST;
    content.add(h3(title));
    content.add(
        ul(each(lines.stream().limit(MOST).toList(), line -> li(Bits.sentence(line))))
            .withClass("notes"));
    if (more > 0) {
      content.add(ul(li("and " + Bits.number(more) + " more, in report.json")));
    }
  }
}
