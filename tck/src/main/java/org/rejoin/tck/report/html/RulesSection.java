package org.rejoin.tck.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.small;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import com.google.common.collect.ImmutableList;
import j2html.tags.DomContent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Example;
import org.rejoin.tck.spec.Bearing;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;
import org.rejoin.tck.timeline.TimelineSvg;

/** Every rule with its verdict; opened, the text's own lines and a picture of how it should go. */
final class RulesSection {
  private final RunResult result;
  private final Examples examples;
  private final FailuresSection failures;

  private RulesSection(RunResult result, Examples examples, FailuresSection failures) {
    this.result = result;
    this.examples = examples;
    this.failures = failures;
  }

  static Section section(RunResult result, Examples examples, FailuresSection failures) {
    return new Section(
        "rules", "Rules", ImmutableList.of(new RulesSection(result, examples, failures).table()));
  }

  private DomContent table() {
    return j2html.TagCreator.table(
            caption("A rule is exercised when what it is about happens, in any check."),
            thead(tr(head("Rule"), head("What it says"), head("Verdict"), head("Exercised"))),
            tbody(each(Arrays.asList(Rule.values()), this::row)))
        .withClass("rules");
  }

  private static DomContent head(String title) {
    return th(title).attr("scope", "col");
  }

  private DomContent row(Rule rule) {
    Verdict verdict = result.rules().getOrDefault(rule, Verdict.NOT_EXERCISED);
    Optional<String> anchor = failures.anchor(rule);
    DomContent chip = Bits.chip(verdict);
    return tr(
            th(text(rule.id()), small(rule.level().name().toLowerCase(Locale.ROOT)))
                .attr("scope", "row"),
            td(details(summary(Bits.sentence(rule.sentence())), opened(rule))).withClass("says"),
            td(anchor.map(id -> (DomContent) a(chip).withHref("#" + id)).orElse(chip)),
            td(
                    text(Bits.number(result.exercised().count(rule))),
                    span(" times").withClass("unseen"))
                .withClass("figure"))
        .withId(rule.id())
        .withClass("row")
        .withData("v", verdict.id())
        .withData("r", rule.id());
  }

  private DomContent opened(Rule rule) {
    return div(lines(rule), decisions(rule), picture(rule)).withClass("opened");
  }

  /** The lines of the text that a rule comes from, as published and in English. */
  static DomContent lines(Rule rule) {
    return each(
        rule.lines(),
        (SeedLine line) ->
            div(p(Bits.sentence(line.chinese())).withLang("zh"), p(Bits.sentence(line.english())))
                .withClass("seed"));
  }

  private static DomContent decisions(Rule rule) {
    return ul(each(
            Bearing.on(rule),
            decision ->
                li(
                    strong(decision.id()),
                    text(" "),
                    Bits.sentence(decision.question() + " " + decision.answer()))))
        .withClass("decisions");
  }

  private DomContent picture(Rule rule) {
    Example example = Examples.first(rule);
    String svg = TimelineSvg.inline(examples.timeline(example), "rule-" + rule.id());
    return figure(
        rawHtml(svg), figcaption(text("As it should be: "), code(example.check().id()), text(".")));
  }
}
