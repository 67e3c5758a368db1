package org.rejoin.tck.report.html;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.report.Plain;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.timeline.StepText;

/** Scenarios in words and as files. */
final class ScenarioText {
  private static final int TIME_COLUMNS = 8;
  private static final int USER_COLUMNS = 9;

  private ScenarioText() {}

  /** Time, user and stimulus, a row each. */
  static DomContent table(Scenario scenario) {
    ImmutableMap<UserId, Platform> platforms = platforms(scenario);
    return j2html.TagCreator.table(
            caption(title(scenario)),
            thead(tr(head("at"), head("user"), head("step"))),
            tbody(
                each(
                    scenario.steps(),
                    step ->
                        row(step.atMillis(), user(step.uid(), platforms), text(StepText.of(step)))),
                row(scenario.untilMillis(), "", text("end"))))
        .withClass("plain");
  }

  /** What a list of steps is headed by: the mode too, where it is not the usual one. */
  static String title(Scenario scenario) {
    return switch (scenario.mode()) {
      case COMMUNICATION -> "What is done";
      case LIVE -> "What is done, in live mode";
    };
  }

  static DomContent head(String title) {
    return th(title).attr("scope", "col");
  }

  static TrTag row(long atMillis, String user, DomContent what) {
    return tr(td(seconds(atMillis)).withClass("figure"), td(user).withClass("user"), td(what));
  }

  /** All of it in a few lines, for what is seldom opened. */
  static String lines(Scenario scenario) {
    ImmutableMap<UserId, Platform> platforms = platforms(scenario);
    return scenario.steps().stream()
            .map(step -> line(step.atMillis(), user(step.uid(), platforms), StepText.of(step)))
            .collect(Collectors.joining("\n"))
        + "\n"
        + line(scenario.untilMillis(), "", "end");
  }

  /** Time, user and what, one under the other. */
  static String line(long atMillis, String user, String what) {
    return Strings.padStart(seconds(atMillis), TIME_COLUMNS, ' ')
        + "  "
        + Strings.padEnd(user, USER_COLUMNS, ' ')
        + "  "
        + what;
  }

  /** The scenario as a file that {@code rejoin simulate} reads, a step a line. */
  static String file(Scenario scenario) {
    JsonNode tree = ScenarioJson.toJson(scenario);
    List<String> fields = new ArrayList<>();
    tree.properties()
        .forEach(field -> fields.add("  \"" + field.getKey() + "\": " + value(field.getValue())));
    return "{\n" + String.join(",\n", fields) + "\n}";
  }

  private static String value(JsonNode value) {
    if (!value.isArray()) {
      return value.toString();
    }
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add("    " + item));
    return "[\n" + String.join(",\n", items) + "\n  ]";
  }

  static ImmutableMap<UserId, Platform> platforms(Scenario scenario) {
    return scenario.participants().stream()
        .collect(ImmutableMap.toImmutableMap(Participant::uid, Participant::platform));
  }

  static String user(UserId uid, ImmutableMap<UserId, Platform> platforms) {
    Platform platform = platforms.get(uid);
    return (platform == null ? "" : platform.id() + " ") + uid;
  }

  static String callback(Callback callback) {
    String name = Plain.shortLine(callback.name());
    return callback.peer().map(peer -> name + "(" + peer + ")").orElse(name + "()");
  }

  /** Such as {@code 9.001 s}. */
  static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + " s";
  }
}
