package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rejoin.tck.doctor.Diagnosis;
import org.rejoin.tck.doctor.Finding;
import org.rejoin.tck.timeline.SafeText;

/** A diagnosis for the terminal: a line for each rung, and what to do at the one that failed. */
final class DiagnosisText {
  /** Where the text begins beside a rung's title and state. */
  private static final int INDENT = 30;

  private static final int LOG_LINES = 5;
  private static final int LOG_COLUMNS = 100 - INDENT - 2;

  private DiagnosisText() {}

  /** What was found at one rung. */
  static String of(Finding finding) {
    String before = String.format("%-19s%-11s", finding.rung().title(), state(finding));
    Stream<String> seen = Stream.of(Paragraphs.of(before, SafeText.clean(finding.seen()), INDENT));
    Stream<String> advice =
        finding.advice().stream()
            .map(
                words ->
                    Paragraphs.of(" ".repeat(INDENT) + "-> ", SafeText.clean(words), INDENT + 3));
    return joined(Stream.of(seen, advice, log(finding.log())).flatMap(lines -> lines));
  }

  /**
   * What else there is to know, and how it stands.
   *
   * @param run the command that judges the port
   */
  static String endOf(Diagnosis diagnosis, String run) {
    Stream<String> notes =
        diagnosis.notes().stream()
            .map(note -> Paragraphs.of("note: ", SafeText.clean(note), "note: ".length()));
    return joined(Stream.concat(notes, Stream.of(last(diagnosis, run))));
  }

  private static String joined(Stream<String> lines) {
    return lines.collect(Collectors.joining(System.lineSeparator()));
  }

  private static Stream<String> log(ImmutableList<String> lines) {
    int first = Math.max(0, lines.size() - LOG_LINES);
    return lines.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            Stream.of(" ".repeat(INDENT) + "the end of its log:"),
            lines.subList(first, lines.size()).stream()
                .map(line -> " ".repeat(INDENT + 2) + SafeText.clean(line, LOG_COLUMNS)));
  }

  private static String state(Finding finding) {
    return switch (finding.state()) {
      case OK -> "ok";
      case FAILED -> "FAILED";
      case NOT_TRIED -> "not tried";
    };
  }

  private static String last(Diagnosis diagnosis, String run) {
    Optional<Finding> failed =
        diagnosis.findings().stream()
            .filter(finding -> finding.state() == Finding.State.FAILED)
            .findFirst();
    return failed
        .map(finding -> "NOT WELL: '" + finding.rung().title() + "' does not hold")
        .orElse("WELL: it comes up; next: " + run);
  }
}
