package org.rejoin.tck.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import com.google.common.collect.ImmutableList;
import j2html.tags.DomContent;
import java.util.Arrays;
import java.util.List;
import org.rejoin.api.Platform;
import org.rejoin.tck.report.PlatformMatrix;
import org.rejoin.tck.report.PlatformMatrix.Cell;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Matrix.Cause;

/** Who it happens to by who sees it, once for a dropped network and once for a killed process. */
final class MatrixSection {
  private static final List<Platform> PLATFORMS = Arrays.asList(Platform.values());

  private MatrixSection() {}

  static Section section(RunResult result) {
    PlatformMatrix matrix = PlatformMatrix.of(result);
    return new Section(
        "platforms",
        "Platforms",
        ImmutableList.of(
            p("Rows: the user it happens to. Columns: the user who observes it. Each cell gathers"
                    + " being back in time, late and never, in every context; the figures are checks"
                    + " passed of those selected.")
                .withClass("note"),
            div(
                    table(matrix, Cause.DROPPED, "Network dropped"),
                    table(matrix, Cause.KILLED, "Process killed"))
                .withClass("matrices"),
            legend(matrix)));
  }

  private static DomContent table(PlatformMatrix matrix, Cause cause, String title) {
    return j2html.TagCreator.table(
            caption(title),
            thead(
                tr(
                    th(div("actor ↓"), div("observer →")).attr("scope", "col"),
                    each(PLATFORMS, observer -> th(span(observer.id())).attr("scope", "col")))),
            tbody(
                each(
                    PLATFORMS,
                    actor ->
                        tr(
                            th(actor.id()).attr("scope", "row"),
                            each(
                                PLATFORMS,
                                observer -> cell(matrix.cell(actor, observer, cause)))))))
        .withClass("matrix");
  }

  private static DomContent cell(Cell cell) {
    if (cell.selected() == 0) {
      return td(Bits.mark(cell.verdict()), span(cell.verdict().id()).withClass("unseen"))
          .withClass("v-" + cell.verdict().id());
    }
    return td(a(
                Bits.mark(cell.verdict()),
                span(" " + cell.verdict().id() + ", ").withClass("unseen"),
                span(cell.passed() + "/" + cell.selected()).withClass("small"))
            .withHref("#" + anchor(cell.actor(), cell.observer())))
        .withClass("v-" + cell.verdict().id());
  }

  /** The id of the group with a pair's checks. */
  static String anchor(Platform actor, Platform observer) {
    return "matrix-" + actor.id() + "-" + observer.id();
  }

  private static DomContent legend(PlatformMatrix matrix) {
    List<Verdict> there = matrix.cells().stream().map(Cell::verdict).distinct().sorted().toList();
    return p(each(there, verdict -> span(Bits.chip(verdict), text(" ")))).withClass("legend");
  }
}
