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
import java.util.List;
import java.util.stream.Collectors;
import org.rejoin.api.Platform;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;

/** The top of the page: the verdict, of whom, and the figures; and its foot. */
final class Overview {
  private Overview() {}

  static HeaderTag header(RunResult result, int kinds) {
    return j2html.TagCreator.header(
            p(Bits.name(result.port().name()), text(" "), Bits.name(result.port().version()))
                .withClass("who"),
            h1(sign(result), text(" " + Bits.verdict(result))),
            p(lead(result, kinds)).withClass("lead"),
            figures(result),
            facts(result))
        .withClass("top " + result.conclusion().kind().id());
  }

  private static DomContent sign(RunResult result) {
    return span(switch (result.conclusion().kind()) {
          case CONFORMANT, PASSED -> "✓";
          case INCOMPLETE -> "○";
          case NOT_CONFORMANT -> "✗";
        })
        .withClass("seal")
        .attr("aria-hidden", "true");
  }

  private static String lead(RunResult result, int kinds) {
    long held = result.rules().values().stream().filter(it -> it == Verdict.PASS).count();
    return checks(result, kinds)
        + " "
        + held
        + " of "
        + Bits.count(result.rules().size(), "rule")
        + " were exercised and hold.";
  }

  private static String checks(RunResult result, int kinds) {
    long judged =
        result.counts().entrySet().stream()
            .filter(entry -> entry.getKey().isJudgement())
            .mapToLong(entry -> entry.getValue())
            .sum();
    int failed = result.failed();
    int known = result.knownFailures().size();
    if (judged == 0) {
      return "No check was judged.";
    }
    if (failed > 0) {
      return Bits.number(failed)
          + " of "
          + Bits.count(judged, "judged check")
          + " failed, in "
          + Bits.count(kinds, "way")
          + ".";
    }
    return known == 0
        ? "Passed: all of " + Bits.count(judged, "judged check") + "."
        : "Passed: "
            + Bits.number(judged - known)
            + " of "
            + Bits.count(judged, "judged check")
            + "; the others failed as listed.";
  }

  private static DomContent figures(RunResult result) {
    List<Verdict> there =
        Arrays.stream(Verdict.values()).filter(verdict -> count(result, verdict) > 0).toList();
    String none =
        Arrays.stream(Verdict.values())
            .filter(verdict -> !there.contains(verdict))
            .map(Verdict::id)
            .collect(Collectors.joining(", "));
    return div(
            dl(each(
                    there,
                    verdict ->
                        div(dt(Bits.chip(verdict)), dd(Bits.number(count(result, verdict))))))
                .attr("aria-label", "Checks by outcome"),
            none.isEmpty() ? text("") : p("None: " + none + "."))
        .withClass("figures");
  }

  private static int count(RunResult result, Verdict verdict) {
    return result.counts().getOrDefault(verdict, 0);
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
