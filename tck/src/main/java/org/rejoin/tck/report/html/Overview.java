package org.rejoin.tck.report.html;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import j2html.tags.specialized.FooterTag;
import j2html.tags.specialized.HeaderTag;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.rejoin.api.Platform;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;

/** The top of the page: the verdict, of whom, and the figures; and its foot. */
final class Overview {
  private Overview() {}

  static HeaderTag header(RunResult result, int kinds) {
    return j2html.TagCreator.header(
            p(Bits.said(result.port().name()), text(" "), Bits.said(result.port().version()))
                .withClass("who"),
            h1(sign(result), text(" " + Bits.verdict(result))),
            p(lead(result, kinds)).withClass("lead"),
            figures(result),
            facts(result))
        .withClass("top " + result.verdict());
  }

  private static DomContent sign(RunResult result) {
    return span(switch (result.verdict()) {
          case "conformant" -> "✓";
          case "incomplete" -> "○";
          default -> "✗";
        })
        .withClass("seal")
        .attr("aria-hidden", "true");
  }

  private static String lead(RunResult result, int kinds) {
    long judged =
        result.counts().entrySet().stream()
            .filter(entry -> entry.getKey().isJudgement())
            .mapToLong(entry -> entry.getValue())
            .sum();
    long held = result.rules().values().stream().filter(it -> it == Verdict.PASS).count();
    int failed = result.failures().size();
    String checks =
        judged == 0
            ? "No check was judged."
            : failed == 0
                ? "None of " + Bits.count(judged, "judged check") + " failed unexpectedly."
                : Bits.number(failed)
                    + " of "
                    + Bits.count(judged, "judged check")
                    + " failed, in "
                    + Bits.count(kinds, "way")
                    + ".";
    return checks
        + " "
        + held
        + " of "
        + Bits.count(result.rules().size(), "rule")
        + " were exercised and hold.";
  }

  private static DomContent figures(RunResult result) {
    return dl(each(
            Arrays.asList(Verdict.values()),
            verdict -> {
              int count = result.counts().getOrDefault(verdict, 0);
              return div(dt(Bits.chip(verdict)), dd(Bits.number(count)))
                  .withCondClass(count == 0, "zero");
            }))
        .withClass("figures")
        .attr("aria-label", "Checks by outcome");
  }

  private static DomContent facts(RunResult result) {
    String platforms =
        result.port().platforms().stream().map(Platform::id).collect(Collectors.joining(", "));
    return p(
            text("Profile "),
            code(result.profile().id()),
            text(
                " · seed "
                    + result.seed()
                    + " · "
                    + platforms
                    + " · exit code "
                    + result.exitCode()))
        .withClass("facts");
  }

  static FooterTag footer(String kit) {
    return j2html.TagCreator.footer(
        p(
            text("Written by " + kit + ". Everything here, and every failing scenario, is in "),
            code("report.json"),
            text(" beside this page.")));
  }
}
