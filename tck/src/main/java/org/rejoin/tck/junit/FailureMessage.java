package org.rejoin.tck.junit;

import java.util.Optional;
import java.util.stream.Collectors;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.property.Finding;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.report.Replays;
import org.rejoin.tck.report.Snippet;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.timeline.Timeline;
import org.rejoin.tck.timeline.TimelineText;

/**
 * What a failed test says: the rules, the difference, the text's own lines, the picture, and the
 * scenario twice: for files, and as a test to paste.
 */
final class FailureMessage {
  private static final int COLUMNS = 98;

  private FailureMessage() {}

  /**
   * Of a trace that does not conform.
   *
   * @param looksLike the known defects that show the same, if there are any
   */
  static String of(
      View view, Trace seen, Judgement judgement, Settings settings, Optional<String> looksLike) {
    Scenario scenario = view.check().scenario();
    Divergence first = judgement.divergences().get(0);
    StringBuilder text = new StringBuilder();
    text.append(first.rules().stream().map(Rule::id).collect(Collectors.joining(" ")))
        .append(" broken in ")
        .append(view.id())
        .append("\n\n")
        .append(first.message())
        .append(looksLike.map(line -> "\nlooks like: " + line).orElse(""))
        .append("\n\n");
    first.rules().forEach(rule -> text.append(of(rule)));
    Timeline timeline = Timeline.of(scenario, seen, judgement.expected(), settings.profile());
    return text.append('\n')
        .append(TimelineText.render(timeline, COLUMNS, false))
        .append(scenario(view, settings))
        .toString();
  }

  /** Of a property that does not hold; the scenario alone would not show it. */
  static String of(Property property, Finding.Broken broken, Settings settings) {
    StringBuilder text = new StringBuilder();
    text.append(property.id())
        .append(" does not hold: ")
        .append(property.sentence())
        .append("\n\n")
        .append(broken.difference().message())
        .append("\n\n");
    property.rules().forEach(rule -> text.append(of(rule)));
    Timeline timeline =
        Timeline.of(
            broken.scenario(),
            broken.difference().seen(),
            broken.difference().expectations(property.rules()),
            settings.profile());
    return text.append('\n')
        .append(TimelineText.render(timeline, COLUMNS, false))
        .append("\nThe scenario, for `rejoin simulate FILE`:\n")
        .append(ScenarioJson.toJson(broken.scenario()))
        .append('\n')
        .toString();
  }

  /** Of a port that gave no trace to judge. */
  static String of(View view, String problem, Settings settings) {
    return view.id() + "\n\n" + problem + "\n" + scenario(view, settings);
  }

  /** A text about the smallest scenario, with a word on the one that was judged. */
  static String withOrigin(String text, View judged, View smallest) {
    Scenario whole = judged.check().scenario();
    return smallest.check().scenario().equals(whole)
        ? text
        : text
            + "\nThis is the smallest scenario found that fails in the same way, made of one with "
            + count(whole.participants().size(), "user")
            + " and "
            + count(whole.steps().size(), "step")
            + ":\n"
            + ScenarioJson.toJson(whole)
            + "\n";
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String of(Rule rule) {
    return rule.id()
        + ": "
        + rule.sentence()
        + "\n"
        + rule.lines().stream()
            .map(line -> "  " + line.chinese() + "\n  " + line.english() + "\n")
            .collect(Collectors.joining());
  }

  private static String scenario(View view, Settings settings) {
    Scenario whole = view.check().scenario();
    return "\nThe scenario, for `rejoin simulate FILE`:\n"
        + ScenarioJson.toJson(whole)
        + view.only()
            .map(
                user ->
                    "\n\nWhat the port got of it, as user "
                        + user
                        + ":\n"
                        + ScenarioJson.toJson(view.scenario()))
            .orElse("")
        + Replays.token(view.check(), settings.profile())
            .map(token -> "\n\nIn one word, for the command:\nrejoin replay " + token)
            .orElse("")
        + "\n\nThe scenario as a test of its own, for this class:\n"
        + Snippet.of(whole);
  }
}
