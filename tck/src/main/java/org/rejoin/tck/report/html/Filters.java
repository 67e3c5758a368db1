package org.rejoin.tck.report.html;

import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.output;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;

import com.google.common.collect.ImmutableList;
import j2html.tags.DomContent;
import java.util.Arrays;
import java.util.List;
import org.rejoin.api.Platform;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/** What narrows the page down; hidden until the script is there to do it. */
final class Filters {
  private Filters() {}

  static DomContent form(RunResult result) {
    return j2html.TagCreator.form(
            choice("verdict", "Verdict", verdicts(result)),
            choice("rule", "Rule", Arrays.stream(Rule.values()).map(Rule::id).toList()),
            choice(
                "platform",
                "Platform",
                Arrays.stream(Platform.values()).map(Platform::id).toList()),
            label(
                    span("Text"),
                    input()
                        .withType("search")
                        .withId("filter-text")
                        .withPlaceholder("id or words")
                        .attr("autocomplete", "off"))
                .withClass("wide"),
            button("Show all").withType("reset"),
            output().withId("filter-count").attr("aria-live", "polite"))
        .withId("filters")
        .attr("role", "search")
        .attr("aria-label", "Filter failures, rules and checks")
        .attr("hidden", "");
  }

  private static ImmutableList<String> verdicts(RunResult result) {
    return Arrays.stream(Verdict.values())
        .filter(
            verdict ->
                result.counts().getOrDefault(verdict, 0) > 0
                    || result.rules().containsValue(verdict))
        .map(Verdict::id)
        .collect(ImmutableList.toImmutableList());
  }

  private static DomContent choice(String id, String name, List<String> values) {
    return label(
        span(name),
        select(option("any").withValue(""), each(values, value -> option(value).withValue(value)))
            .withId("filter-" + id));
  }
}
