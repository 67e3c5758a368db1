package org.rejoin.tck.report;

import java.util.stream.Collectors;
import org.rejoin.api.Profile;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;
import org.rejoin.tck.timeline.Timeline;
import org.rejoin.tck.timeline.TimelineText;

/** One failure for a terminal: the rule, the text's own line, the sentence, and the picture. */
final class FailureText {
  private static final int COLUMNS = 98;

  private FailureText() {}

  static String of(Failure failure, Profile profile, Show show, Paint paint) {
    StringBuilder text = new StringBuilder();
    text.append(paint.bad(failure.verdict().id()))
        .append(": ")
        .append(paint.bold(failure.check().id()))
        .append('\n');
    text.append(indent(Plain.text(failure.message())));
    failure.rules().forEach(rule -> text.append(rule(rule)));
    if (hasPicture(failure)) {
      text.append('\n').append(indent(picture(failure, profile, show)));
    }
    return text.append("  again: ")
        .append(Plain.text(show.again().apply(failure.check().id())))
        .append('\n')
        .toString();
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

  private static boolean hasPicture(Failure failure) {
    return !failure.expected().isEmpty() || !failure.seen().callbacks().isEmpty();
  }

  private static String picture(Failure failure, Profile profile, Show show) {
    Timeline timeline =
        Timeline.of(failure.check().scenario(), failure.seen(), failure.expected(), profile);
    return TimelineText.render(timeline, COLUMNS, show.colour());
  }

  private static String indent(String text) {
    return text.lines()
        .map(line -> line.isBlank() ? "\n" : "  " + line + "\n")
        .collect(Collectors.joining());
  }
}
