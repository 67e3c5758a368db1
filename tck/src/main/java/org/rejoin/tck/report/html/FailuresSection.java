package org.rejoin.tck.report.html;

import static j2html.TagCreator.article;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import j2html.tags.DomContent;
import java.util.Optional;
import org.rejoin.tck.report.FailureKind;
import org.rejoin.tck.report.Plain;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.KnownFailure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.spec.Advice;
import org.rejoin.tck.spec.Rule;

/**
 * What failed, by kind: the rule with the text's own line, the first failures in full, and all
 * others by name. Used once, by one thread.
 */
final class FailuresSection {
  private static final int FULL_OF_A_KIND = 3;
  private static final int FULL = 40;
  private static final int OPEN = 8;

  private final RunResult result;
  private final FailureCard card;
  private final ImmutableList<FailureKind> kinds;

  FailuresSection(RunResult result, Show show) {
    this.result = result;
    this.card = new FailureCard(result, show);
    this.kinds = FailureKind.of(result.failures());
  }

  ImmutableList<FailureKind> kinds() {
    return kinds;
  }

  /** Where the first failure of a rule is told, if there is one. */
  Optional<String> anchor(Rule rule) {
    int at = Iterables.indexOf(kinds, kind -> kind.rules().contains(rule));
    return at < 0 ? Optional.empty() : Optional.of("kind-" + (at + 1));
  }

  Section section() {
    ImmutableList.Builder<DomContent> content = ImmutableList.builder();
    for (int i = 0; i < kinds.size(); i++) {
      content.add(kind(kinds.get(i), i));
    }
    return new Section("failures", "Failures", content.build());
  }

  private DomContent kind(FailureKind kind, int at) {
    int quota = Math.max(1, Math.min(FULL_OF_A_KIND, FULL / kinds.size()));
    ImmutableList<Failure> full =
        kind.failures().stream()
            .filter(failure -> card.hasRoom())
            .limit(quota)
            .collect(ImmutableList.toImmutableList());
    ImmutableList.Builder<DomContent> cards = ImmutableList.builder();
    for (int i = 0; i < full.size(); i++) {
      cards.add(card.of(full.get(i), kind.verdict(), i == 0 && at < OPEN));
    }
    return article(
            h3(
                kind.rules().isEmpty() ? text("") : text(kind.title() + " "),
                Bits.chip(kind.verdict()),
                text(" "),
                span(Bits.count(kind.failures().size(), "check")).withClass("kind-count")),
            each(kind.rules(), FailuresSection::rule),
            each(cards.build(), it -> it),
            others(kind, full.size()))
        .withId("kind-" + (at + 1))
        .withClass("kind");
  }

  private static DomContent rule(Rule rule) {
    return div(
            p(strong(Bits.rule(rule)), text(": "), Bits.sentence(rule.sentence())),
            RulesSection.lines(rule),
            p(text("What to look at: "), Bits.sentence(Advice.on(rule))).withClass("advice"))
        .withClass("broken-rule");
  }

  private static DomContent others(FailureKind kind, int shown) {
    ImmutableList<Failure> rest =
        kind.failures().subList(Math.min(shown, kind.failures().size()), kind.failures().size());
    if (rest.isEmpty()) {
      return text("");
    }
    ImmutableList<Failure> written =
        rest.stream()
            .filter(failure -> failure.check().origin().isWritten())
            .collect(ImmutableList.toImmutableList());
    return details(
            summary(Bits.count(rest.size(), "more check")),
            ul(each(written, failure -> other(kind, failure))).withClass("rows"),
            exhaustive(rest),
            generated(rest))
        .withClass("group");
  }

  private static DomContent other(FailureKind kind, Failure failure) {
    boolean differ = !failure.expected().isEmpty();
    return li(
            Bits.id(failure.check().id()),
            differ ? span(text(" "), Bits.sentence(failure.message())) : text(""))
        .withClass("row")
        .withData("v", kind.verdict().id())
        .withData("r", Bits.ids(failure.rules()))
        .withData("p", Bits.platforms(failure.check().scenario()));
  }

  private static DomContent exhaustive(ImmutableList<Failure> failures) {
    long count =
        failures.stream()
            .filter(failure -> failure.check().origin() instanceof Origin.Exhaustive)
            .count();
    return count == 0
        ? text("")
        : p(text(count + " of them under "), code("exhaustive/"), text(", named in report.json"))
            .withClass("note");
  }

  private static DomContent generated(ImmutableList<Failure> failures) {
    String numbers =
        Ranges.of(
            failures.stream()
                .map(failure -> failure.check().origin())
                .filter(Origin.Generated.class::isInstance)
                .map(Origin.Generated.class::cast)
                .mapToInt(Origin.Generated::index));
    return numbers.isEmpty() ? text("") : p(text("Generated: "), code(numbers)).withClass("note");
  }

  /** Failures that are as listed, one after the other. */
  Optional<Section> knownSection() {
    return Optional.of(
        new Section(
            "known-failing",
            "Known failures",
            result.knownFailures().stream()
                .map(this::known)
                .collect(ImmutableList.toImmutableList())));
  }

  private DomContent known(KnownFailure known) {
    ImmutableList.Builder<String> listed = ImmutableList.builder();
    listed.add("Listed, and it ends so (" + known.failure().verdict().id() + "):");
    listed.add(known.entry().reason());
    known.entry().issue().ifPresent(issue -> listed.add("Issue: " + issue + "."));
    known.entry().expires().ifPresent(date -> listed.add("Expires after " + date + "."));
    DomContent why = p(Plain.shortText(String.join(" ", listed.build()))).withClass("listed");
    return div(why, card.of(known.failure(), Verdict.KNOWN_FAILING, false)).withClass("known");
  }
}
