package org.rejoin.tck.report.html;

import static j2html.TagCreator.body;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iffElse;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import com.google.common.collect.ImmutableList;
import j2html.tags.DomContent;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.TdTag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rejoin.tck.report.PlatformMatrix.Cell;
import org.rejoin.tck.report.merge.Report;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/**
 * Several reports side by side as one page that needs no network and no script: rules and the
 * platform matrix down, ports across. The same reports give the same bytes.
 */
public final class SideBySidePage {
  private static final int FAILURES_SHOWN = 50;

  private final ImmutableList<Report> reports;

  private SideBySidePage(ImmutableList<Report> reports) {
    this.reports = reports;
  }

  /**
   * The text of {@code index.html}.
   *
   * @param reports what stands side by side, at least one
   * @param kit the kit and its version
   */
  public static String of(ImmutableList<Report> reports, String kit) {
    return "<!DOCTYPE html>\n" + new SideBySidePage(reports).page(kit) + "\n";
  }

  private String page(String kit) {
    return html(
            pageHead(),
            body(
                header(
                        h1(heading()),
                        p("Each column is a port; its number is its row in the first table.")
                            .withClass("lead"))
                    .withClass("top"),
                main(
                    each(
                        ImmutableList.of(
                            new Section("ports", "Ports", ImmutableList.of(ports())),
                            new Section("rules", "Rules", ImmutableList.of(rules())),
                            new Section("platforms", "Platforms", ImmutableList.of(platforms())),
                            new Section("failures", "Failures and gaps", failures())),
                        Section::html)),
                footer(
                    p(
                        "Written by "
                            + kit
                            + ". Each failure in full is in the report it is from."))))
        .withLang("en")
        .render();
  }

  private String heading() {
    return reports.size() == 1 ? "One port" : reports.size() + " ports side by side";
  }

  private HeadTag pageHead() {
    return head(
        meta().withCharset("utf-8"),
        meta()
            .attr("http-equiv", "Content-Security-Policy")
            .withContent(
                "default-src 'none'; img-src data:; style-src '"
                    + HtmlReport.hash(HtmlReport.CSS)
                    + "'; base-uri 'none'; form-action 'none'"),
        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
        meta().withName("color-scheme").withContent("light dark"),
        meta().withName("referrer").withContent("no-referrer"),
        link().withRel("icon").withHref("data:,"),
        title(heading()),
        style(rawHtml(HtmlReport.CSS)));
  }

  /** A table that may be wider than the page, and is scrolled with the keyboard too. */
  private static DomContent wide(String title, DomContent head, List<DomContent> rows) {
    return div(table(caption(title), thead(head), tbody(each(rows, row -> row))))
        .withClass("side-by-side")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", title);
  }

  private static DomContent column(String name) {
    return th(name).attr("scope", "col");
  }

  private DomContent ports() {
    List<DomContent> rows = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      Report report = reports.get(i);
      int failed =
          report.counts().entrySet().stream()
              .filter(count -> count.getKey().isFailure())
              .mapToInt(Map.Entry::getValue)
              .sum();
      rows.add(
          tr(
              th(String.valueOf(i + 1)).attr("scope", "row"),
              td(Bits.name(report.port()), text(" "), Bits.name(report.version())),
              td(chip(report)),
              figure(report.counts().getOrDefault(Verdict.PASS, 0)),
              figure(failed),
              figure(report.conclusion().exit().number()),
              td(code(report.profile())),
              td(String.valueOf(report.seed())),
              td(Bits.said(report.file())).withClass("sentence")));
    }
    return wide(
        "The ports and their runs",
        tr(
            each(
                List.of(
                    "Number",
                    "Port",
                    "Verdict",
                    "Passed",
                    "Failed",
                    "Exit code",
                    "Profile",
                    "Seed",
                    "Report"),
                SideBySidePage::column)),
        rows);
  }

  private static DomContent chip(Report report) {
    Verdict likeness =
        switch (report.conclusion().kind()) {
          case CONFORMANT, PASSED -> Verdict.PASS;
          case INCOMPLETE -> Verdict.NOT_EXERCISED;
          case NOT_CONFORMANT -> Verdict.FAIL;
        };
    return Bits.chip(likeness, report.conclusion().words());
  }

  private static TdTag figure(long number) {
    return td(Bits.number(number)).withClass("figure");
  }

  private DomContent rules() {
    List<DomContent> rows =
        Arrays.stream(Rule.values())
            .map(
                rule ->
                    (DomContent)
                        tr(
                                th(rule.id()).attr("scope", "row"),
                                each(reports, report -> rule(report, rule)),
                                td(Bits.sentence(rule.sentence())).withClass("sentence"))
                            .withId(rule.id()))
            .toList();
    return wide(
        "The verdict of every rule, and how often it was exercised",
        tr(column("Rule"), numbers(), column("What it says")),
        rows);
  }

  private DomContent numbers() {
    List<String> numbers = new ArrayList<>();
    for (Report unused : reports) {
      numbers.add(String.valueOf(numbers.size() + 1));
    }
    return each(numbers, SideBySidePage::column);
  }

  private static DomContent rule(Report report, Rule rule) {
    return td(
        Bits.chip(report.rules().getOrDefault(rule, Verdict.NOT_SELECTED)),
        text(" "),
        span(Bits.number(report.exercised().getOrDefault(rule, 0))).withClass("small"));
  }

  private DomContent platforms() {
    List<DomContent> rows =
        reports.get(0).cells().stream()
            .map(
                cell ->
                    (DomContent)
                        tr(
                            th(cell.actor().id()
                                    + " "
                                    + cell.cause().id()
                                    + ", "
                                    + cell.observer().id()
                                    + " observes")
                                .attr("scope", "row"),
                            each(reports, report -> td(same(report, cell)))))
            .toList();
    return wide(
        "Each cell gathers being back in time, late and never; checks passed of those selected",
        tr(column("Who and whom"), numbers()),
        rows);
  }

  private static DomContent same(Report report, Cell cell) {
    return report.cells().stream()
        .filter(it -> it.actor() == cell.actor())
        .filter(it -> it.observer() == cell.observer())
        .filter(it -> it.cause() == cell.cause())
        .findFirst()
        .map(SideBySidePage::figures)
        .orElse(text(""));
  }

  private static DomContent figures(Cell cell) {
    return span(
        Bits.chip(cell.verdict()),
        text(" "),
        span(cell.passed() + "/" + cell.selected()).withClass("small"));
  }

  private ImmutableList<DomContent> failures() {
    ImmutableList.Builder<DomContent> all = ImmutableList.builder();
    for (int i = 0; i < reports.size(); i++) {
      Report report = reports.get(i);
      all.add(h3(text((i + 1) + ". "), Bits.name(report.port() + " " + report.version())));
      all.add(
          iffElse(
              report.failures().isEmpty() && report.incompleteBecause().isEmpty(),
              p("None."),
              ul(
                      each(report.incompleteBecause(), gap -> li(Bits.said(gap))),
                      each(
                          report.failures().stream().limit(FAILURES_SHOWN).toList(),
                          SideBySidePage::failure),
                      more(report))
                  .withClass("notes")));
    }
    return all.build();
  }

  private static DomContent failure(Report.Failed failed) {
    return li(
        Bits.chip(failed.verdict()),
        text(" "),
        Bits.id(failed.check()),
        text(" "),
        Bits.sentence(failed.message()));
  }

  private static DomContent more(Report report) {
    int more = report.failures().size() - FAILURES_SHOWN;
    return more > 0
        ? li(text("and " + Bits.number(more) + " more, in "), Bits.said(report.file()))
        : text("");
  }
}
