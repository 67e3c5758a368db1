package org.rejoin.tck.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import j2html.tags.DomContent;
import j2html.tags.specialized.CodeTag;
import j2html.tags.specialized.SpanTag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rejoin.tck.report.Counts;
import org.rejoin.tck.report.Plain;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/** The small pieces that all parts of the page are made of. */
final class Bits {
  private Bits() {}

  /** What a port says, cut short, harmless, and kept from turning the text around it. */
  static DomContent said(String hostile) {
    return bdi(Plain.shortLine(hostile));
  }

  /** The same for a port's name or version. */
  static DomContent name(String hostile) {
    return bdi(Plain.name(hostile));
  }

  /** A sentence with names between backticks; a few lines at most. */
  static DomContent sentence(String hostile) {
    String safe = Plain.shortText(hostile);
    List<String> parts = Splitter.on('`').splitToList(safe);
    if (parts.size() % 2 == 0) {
      return bdi(safe);
    }
    List<DomContent> pieces = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      pieces.add(i % 2 == 0 ? text(parts.get(i)) : code(parts.get(i)));
    }
    return bdi(each(pieces, piece -> piece));
  }

  /** A line to be typed, which one click selects; whole, since half a token is none. */
  static DomContent command(String what, String hostile) {
    return p(span(what + ": "), code(Plain.line(hostile)).withClass("typed")).withClass("again");
  }

  static CodeTag id(String check) {
    return code(Plain.shortLine(check)).withClass("check-id");
  }

  /** A verdict as a mark and a word: nothing is told by colour alone. */
  static SpanTag chip(Verdict verdict) {
    return chip(verdict, verdict.id());
  }

  static SpanTag chip(Verdict verdict, String words) {
    return span(sign(verdict) + " " + words).withClass("chip v-" + verdict.id());
  }

  static SpanTag mark(Verdict verdict) {
    return span(sign(verdict)).withClass("mark").attr("aria-hidden", "true");
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓";
      case FAIL -> "✗";
      case HANG, CRASH, PROTOCOL_ERROR -> "!";
      case KNOWN_FAILING -> "≈";
      case UNSUPPORTED -> "–";
      case NOT_SELECTED -> "·";
      case NOT_EXERCISED -> "○";
      case INCONCLUSIVE -> "?";
    };
  }

  static DomContent rule(Rule rule) {
    return a(rule.id()).withHref("#" + rule.id());
  }

  static String ids(ImmutableSet<Rule> rules) {
    return rules.stream().map(Rule::id).collect(Collectors.joining(" "));
  }

  static String platforms(Scenario scenario) {
    return scenario.participants().stream()
        .map(Participant::platform)
        .distinct()
        .map(platform -> platform.id())
        .collect(Collectors.joining(" "));
  }

  static String verdict(RunResult result) {
    return Ascii.toUpperCase(result.conclusion().words().charAt(0))
        + result.conclusion().words().substring(1);
  }

  static String number(long number) {
    return Counts.number(number);
  }

  static String count(long count, String one) {
    return Counts.of(count, one);
  }
}
