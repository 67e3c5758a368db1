package org.rejoin.tck.timeline;

import static com.google.common.base.Preconditions.checkArgument;

import org.rejoin.tck.timeline.SvgSheet.Entry;
import org.rejoin.tck.timeline.SvgSheet.Row;

/**
 * Draws a timeline as SVG: no script, no font from elsewhere, light and dark, the same text for the
 * same timeline. Stateless; safe to share between threads.
 */
public final class TimelineSvg {
  private static final double TICK_UNITS = 52;

  private final Timeline timeline;
  private final SvgSheet sheet;
  private final SvgSize size;
  private final String id;
  private final SvgWriter out = new SvgWriter();
  private final SvgGlyphs glyphs;

  private TimelineSvg(Timeline timeline, SvgSize size, String id) {
    this.timeline = timeline;
    this.sheet = SvgLayout.of(timeline, size);
    this.size = size;
    this.id = id;
    this.glyphs = new SvgGlyphs(out, id + "-hatch");
  }

  /**
   * A picture that stands alone, in a file or in a page.
   *
   * @param timeline what it shows
   * @param idPrefix what all its ids begin with; different for each picture of a page
   * @param size for pages or for telephones
   * @throws IllegalArgumentException if the prefix is not a letter and then letters, digits, - or _
   */
  public static String render(Timeline timeline, String idPrefix, SvgSize size) {
    return new TimelineSvg(timeline, size, checked(idPrefix)).draw(true, "");
  }

  /**
   * Both layouts for a page that holds {@link #css()}, which shows the one that fits the window.
   *
   * @param timeline what they show
   * @param idPrefix what all their ids begin with; different for each picture of a page
   * @throws IllegalArgumentException if the prefix is not a letter and then letters, digits, - or _
   */
  public static String inline(Timeline timeline, String idPrefix) {
    String id = checked(idPrefix);
    return new TimelineSvg(timeline, SvgSize.WIDE, id + "-w").draw(false, " rejoin-wide")
        + new TimelineSvg(timeline, SvgSize.NARROW, id + "-n").draw(false, " rejoin-narrow");
  }

  /** The style sheet that pages with {@link #inline} pictures need, once. */
  public static String css() {
    return SvgStyle.sheet()
        + """
        .rejoin-timeline{display:block;width:100%;height:auto}
        @media screen and (max-width:640px){.rejoin-wide{display:none}}
        @media print,screen and (min-width:640.02px){.rejoin-narrow{display:none}}
        """;
  }

  private static String checked(String idPrefix) {
    checkArgument(
        idPrefix.matches("[A-Za-z][A-Za-z0-9_-]*"),
        "an id begins with a letter, and then has letters, digits, - and _: '%s'",
        SafeText.clean(idPrefix, 40));
    return idPrefix;
  }

  private String draw(boolean withStyle, String classes) {
    double height = sheet.height();
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "rejoin-timeline" + classes,
        "viewBox",
        "0 0 " + SvgWriter.number(size.width()) + " " + SvgWriter.number(height),
        "width",
        size.width(),
        "height",
        height,
        "font-size",
        size.font(),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    String title = timeline.title().isEmpty() ? "Timeline" : "Timeline of " + timeline.title();
    out.line().open("title", "id", id + "-title").text(title).close();
    out.line().open("desc", "id", id + "-desc").text(Words.description(timeline)).close().line();
    if (withStyle) {
      out.open("style").raw(SvgStyle.sheet()).close().line();
    }
    hatch();
    double inset = 0.5;
    out.empty(
        "rect",
        "class",
        "ground",
        "x",
        inset,
        "y",
        inset,
        "width",
        size.width() - 2 * inset,
        "height",
        height - 2 * inset,
        "rx",
        8.0);
    head();
    axis();
    sheet.rows().forEach(this::row);
    sheet.legend().forEach(this::entry);
    return out.line().close().line().toString();
  }

  private void hatch() {
    out.open("defs")
        .open(
            "pattern",
            "id",
            id + "-hatch",
            "width",
            5.0,
            "height",
            5.0,
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45)")
        .empty("path", "class", "hatch", "d", "M0 0V5")
        .close()
        .close()
        .line();
  }

  private void head() {
    if (timeline.title().isEmpty()) {
      return;
    }
    double large = size.font() + SvgLayout.TITLE_GROWTH;
    out.open("text", "class", "title", "x", size.margin(), "y", sheet.titleY(), "font-size", large)
        .text(sheet.title())
        .close();
    if (sheet.showsProfile()) {
      out.open("text", "class", "quiet end", "x", size.right(), "y", sheet.titleY())
          .text(timeline.profileId())
          .close();
    }
    out.line();
  }

  private void axis() {
    double apart = TICK_UNITS / (size.right() - size.left());
    double top = sheet.axisY() + 6;
    double bottom = sheet.rows().get(sheet.rows().size() - 1).bottom() + 6;
    for (long tick : timeline.axis().ticks(apart)) {
      double x = size.x(timeline.axis().position(tick));
      glyphs.line("grid", x, top, bottom);
      out.open("text", "class", "quiet axis", "x", x, "y", sheet.axisY())
          .text(TimeText.brief(tick))
          .close();
    }
    out.line();
  }

  private void row(Row row) {
    SvgRowPainter painter = new SvgRowPainter(timeline.axis(), sheet, out, glyphs);
    painter.paint(row);
    out.line();
  }

  private void entry(Entry entry) {
    double height = size.bar() - 3;
    double y = entry.baseline() - size.font() * 0.36 - height / 2;
    glyphs.swatch(entry.look(), entry.left(), y, SvgLayout.SWATCH - 8, height);
    out.open("text", "class", "quiet", "x", entry.left() + SvgLayout.SWATCH, "y", entry.baseline())
        .text(entry.look().meaning())
        .close()
        .line();
  }
}
