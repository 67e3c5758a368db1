package org.rejoin.tck.report.html;

import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import com.google.common.base.Splitter;
import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Multiset;
import j2html.tags.DomContent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.report.Counts;
import org.rejoin.tck.run.Ending;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Example;
import org.rejoin.tck.scenario.Origin;

/**
 * Every written check with its verdict, in groups that can be opened, passes too. Those with an
 * outcome written by hand open further: what is done, and what is due. Of the generated ones that
 * passed there is but a number, as they leave nothing else.
 */
final class ChecksSection {
  private static final Splitter SLASH = Splitter.on('/');

  private final RunResult result;
  private final Examples examples;

  private ChecksSection(RunResult result, Examples examples) {
    this.result = result;
    this.examples = examples;
  }

  static Section section(RunResult result, Examples examples) {
    return new Section("checks", "Checks", new ChecksSection(result, examples).content());
  }

  private ImmutableList<DomContent> content() {
    ImmutableListMultimap<String, Ending> byPart =
        Multimaps.index(result.written(), ending -> part(ending.check().origin()));
    ImmutableList.Builder<DomContent> content = ImmutableList.builder();
    byPart.asMap().forEach((part, endings) -> content.add(part(part, endings)));
    content.add(generated());
    return content.build();
  }

  private static String part(Origin origin) {
    return switch (origin.kind()) {
      case "rule" -> "The rules' own";
      case "situation" -> "Situations in which rules meet";
      case "profile" -> "The profile's own";
      case "matrix" -> "Platform matrix";
      case "boundary" -> "Boundaries, a millisecond either side";
      default -> "Others";
    };
  }

  private DomContent part(String title, Collection<Ending> endings) {
    ImmutableListMultimap<String, Ending> byGroup =
        Multimaps.index(endings, ending -> group(ending.check().origin()));
    return each(
        h3(title),
        each(byGroup.asMap().entrySet(), group -> group(group.getKey(), group.getValue())));
  }

  /** Where a check is listed. */
  private static String group(Origin origin) {
    boolean deep = origin instanceof Origin.Cell || origin instanceof Origin.Boundary;
    return deep ? origin.path().get(0) + "/" + origin.path().get(1) : part(origin);
  }

  private DomContent group(String name, Collection<Ending> endings) {
    return details(
            summary(span(title(name)), text(" "), span(counts(endings)).withClass("small")),
            ul(each(endings, this::row)).withClass("rows"))
        .withClass("group")
        .withId(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
  }

  private static String title(String group) {
    List<String> words = SLASH.splitToList(group);
    return words.size() == 1 ? "All" : words.get(1).replace("-", " seen by ");
  }

  private static String counts(Collection<Ending> endings) {
    Multiset<Verdict> counts = EnumMultiset.create(Verdict.class);
    endings.forEach(ending -> counts.add(ending.verdict()));
    return Counts.words(counts);
  }

  private DomContent row(Ending ending) {
    String id = ending.check().id();
    Optional<Example> example = examples.of(id);
    DomContent head = each(Bits.chip(ending.verdict()), text(" "), Bits.id(id));
    return li(example.map(it -> opened(it, ending, head)).orElse(head))
        .withClass("row")
        .withData("v", ending.verdict().id())
        .withData("p", Bits.platforms(ending.check().scenario()))
        .withData("r", example.map(it -> Bits.ids(it.rules())).orElse(""));
  }

  private DomContent opened(Example example, Ending ending, DomContent head) {
    return details(
        summary(head, text(" "), span(ending.check().about()).withClass("about")),
        ending.reason().isEmpty() ? text("") : p(Bits.said(ending.reason())),
        pre(
            code(
                ScenarioText.title(ending.check().scenario())
                    + "\n"
                    + ScenarioText.lines(ending.check().scenario())
                    + "\n\nWhat is due\n"
                    + due(example))));
  }

  private String due(Example example) {
    ImmutableMap<UserId, Platform> platforms = ScenarioText.platforms(example.check().scenario());
    String due =
        examples.ideal(example).callbacks().stream()
            .map(
                it ->
                    ScenarioText.line(
                        it.atMillis(),
                        ScenarioText.user(it.uid(), platforms),
                        ScenarioText.callback(it.callback())))
            .collect(Collectors.joining("\n"));
    return due.isEmpty() ? "nothing, for anybody" : due;
  }

  private DomContent generated() {
    Multiset<Verdict> counts = EnumMultiset.create(Verdict.class);
    result.counts().forEach(counts::add);
    result.written().forEach(ending -> counts.remove(ending.verdict()));
    counts.remove(Verdict.NOT_SELECTED, Integer.MAX_VALUE);
    String words = Counts.words(counts);
    return each(
        h3("Generated"),
        p(words.isEmpty()
                ? "None."
                : words
                    + ", made from seed "
                    + result.seed()
                    + ". The same seed makes the same ones again.")
            .withClass("note"));
  }
}
