package org.rejoin.tck.report.html;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import j2html.tags.DomContent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.report.FailureText;
import org.rejoin.tck.report.Replays;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.timeline.SeenCallback;

/**
 * One failure in full: the sentence, the picture, the command that runs it again, what was done,
 * due and seen.
 */
final class FailureCard {
  /** Beyond this the table says how many more there are; report.json has them. */
  private static final int MOST_ROWS = 60;

  private final Drawings drawings;
  private final Profile profile;
  private final Show show;

  FailureCard(RunResult result, Show show) {
    this.drawings = new Drawings(result);
    this.profile = result.profile();
    this.show = show;
  }

  boolean hasRoom() {
    return drawings.hasRoom();
  }

  /**
   * A failure's card.
   *
   * @param verdict what it counts as: its own verdict, or known
   * @param open whether it is open at first
   */
  DomContent of(Failure failure, Verdict verdict, boolean open) {
    Scenario scenario = failure.check().scenario();
    return details(
            summary(Bits.id(failure.check().id()), text(" "), Bits.chip(verdict)),
            p(Bits.sentence(failure.message())).withClass("divergence"),
            looksLike(failure),
            drawings.hasRoom() ? drawings.of(failure) : text(""),
            commands(failure),
            div(ScenarioText.table(scenario), trace(failure)).withClass("tables"),
            ExplorerAnchor.to(scenario, drawings.profile()),
            details(
                summary("The scenario as a file, for rejoin simulate"),
                pre(code(ScenarioText.file(scenario)))))
        .withClass("card row")
        .withCondOpen(open)
        .withData("v", verdict.id())
        .withData("r", Bits.ids(failure.rules()))
        .withData("p", Bits.platforms(scenario));
  }

  private static DomContent looksLike(Failure failure) {
    return failure
        .looksLike()
        .<DomContent>map(line -> p(strong("Looks like: "), Bits.sentence(line)))
        .orElseGet(() -> text(""));
  }

  /** The scenario that is shown, run again alone; and the whole check, if that is another. */
  private DomContent commands(Failure failure) {
    DomContent whole = Bits.command("The check again", show.invocation().check(failure.check()));
    return each(
        Replays.token(failure.check(), profile)
            .<DomContent>map(
                token -> Bits.command("This scenario", show.invocation().replay(token)))
            .orElseGet(() -> text("")),
        FailureText.origin(failure)
            .<DomContent>map(origin -> p(Bits.sentence("The scenario was " + origin)))
            .orElseGet(() -> text("")),
        whole);
  }

  /** What was due and what was seen, unless the port gave nothing to look at. */
  private DomContent trace(Failure failure) {
    if (!Drawings.hasTrace(failure)) {
      return text("");
    }
    return each(expected(failure), seen(failure));
  }

  private static DomContent expected(Failure failure) {
    ImmutableMap<UserId, Platform> platforms = platforms(failure);
    return list("Expected", "due", failure.expected(), due -> expected(due, platforms));
  }

  private static DomContent expected(Expectation due, ImmutableMap<UserId, Platform> platforms) {
    boolean required = due.level() == Expectation.Level.REQUIRED;
    DomContent callback = code(ScenarioText.callback(due.callback()));
    String from = (required ? "" : "permitted ") + Bits.ids(due.rules());
    return ScenarioText.row(
            due.atMillis(),
            ScenarioText.user(due.uid(), platforms),
            each(
                callback,
                text(" "),
                due.isMissing() ? strong("missing") : text(""),
                div(from).withClass("small")))
        .withCondClass(!required, "may-be");
  }

  private static DomContent seen(Failure failure) {
    ImmutableMap<UserId, Platform> platforms = platforms(failure);
    return list(
        "Seen",
        "at",
        SeenCallback.all(failure.seen(), failure.expected()),
        it -> seen(it, platforms));
  }

  private static DomContent seen(SeenCallback it, ImmutableMap<UserId, Platform> platforms) {
    TracedCallback seen = it.callback();
    Optional<String> reason =
        seen.callback().reason().map(why -> why.name().toLowerCase(Locale.ROOT) + " ");
    return ScenarioText.row(
        seen.atMillis(),
        ScenarioText.user(seen.uid(), platforms),
        each(
            code(ScenarioText.callback(seen.callback())),
            span(" " + reason.orElse("")).withClass("small"),
            it.isDifference() ? strong(it.status().word()) : text("")));
  }

  private static ImmutableMap<UserId, Platform> platforms(Failure failure) {
    return ScenarioText.platforms(failure.check().scenario());
  }

  private static <T> DomContent list(
      String title, String when, ImmutableList<T> items, Function<T, DomContent> row) {
    int more = items.size() - MOST_ROWS;
    return table(
            caption(title),
            thead(
                tr(
                    ScenarioText.head(when),
                    ScenarioText.head("user"),
                    ScenarioText.head("callback"))),
            tbody(
                each(items.stream().limit(MOST_ROWS).toList(), row),
                items.isEmpty() ? tr(td("nothing").attr("colspan", "3")) : text(""),
                more > 0
                    ? tr(td("and " + Bits.number(more) + " more").attr("colspan", "3"))
                    : text("")))
        .withClass("plain");
  }
}
