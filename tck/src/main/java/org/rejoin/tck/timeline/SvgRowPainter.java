package org.rejoin.tck.timeline;

import org.rejoin.tck.timeline.SvgSheet.Look;
import org.rejoin.tck.timeline.SvgSheet.Row;
import org.rejoin.tck.timeline.SvgSheet.Tag;
import org.rejoin.tck.timeline.Timeline.Span;

/** Draws one lane: its name, its bar, and the labels above and below. */
final class SvgRowPainter {
  /** From a base line up to the middle of the letters, as part of the font size. */
  private static final double MIDDLE = 0.34;

  private final Axis axis;
  private final SvgSheet sheet;
  private final SvgSize size;
  private final SvgWriter out;
  private final SvgGlyphs glyphs;

  SvgRowPainter(Axis axis, SvgSheet sheet, SvgWriter out, SvgGlyphs glyphs) {
    this.axis = axis;
    this.sheet = sheet;
    this.size = sheet.size();
    this.out = out;
    this.glyphs = glyphs;
  }

  void paint(Row row) {
    name(row);
    bar(row);
    breaks(row);
    // All lines first: where one must cross a text, the text is on top and stays legible.
    for (Tag tag : row.above()) {
      double top = sheet.baseAbove(row, tag) - size.font() * MIDDLE * 2;
      line(tag.mark().look().css(), tag, top, row.barY() + size.bar());
    }
    for (Tag tag : row.below()) {
      line("leader", tag, row.barY(), sheet.baseBelow(row, tag) - size.font() * MIDDLE);
    }
    row.above().forEach(tag -> label(tag, sheet.baseAbove(row, tag)));
    for (Tag tag : row.below()) {
      if (tag.mark().look() == Look.SERVER) {
        tag.mark().at().forEach(x -> glyphs.line("step", x, row.barY(), row.barY() + size.bar()));
      }
      glyph(tag, row);
      label(tag, sheet.baseBelow(row, tag));
    }
  }

  private void name(Row row) {
    double x = size.margin();
    if (size.namesBeside()) {
      double lift = row.platform().isEmpty() ? -size.font() * MIDDLE : 2;
      text("name", x, row.nameY() - lift, row.name());
      text("quiet", x, row.nameY() - 2 + size.row() - 1, row.platform());
    } else {
      text("name", x, row.nameY(), row.name());
      double after = DisplayWidth.sans(row.name(), size.font()) + size.font() / 2;
      text("quiet", x + after, row.nameY(), row.platform());
    }
  }

  private void bar(Row row) {
    if (row.spans().isEmpty()) {
      double width = size.right() - size.left();
      glyphs.bar(Look.OUT, size.left(), row.barY(), width, size.bar());
    }
    for (Span span : row.spans()) {
      double from = size.x(axis.position(span.fromMillis()));
      double to = size.x(axis.position(span.toMillis()));
      // A millisecond is nothing in a minute; a hair's breadth keeps it in sight.
      double width = Math.max(1, to - from);
      glyphs.bar(SvgMarks.look(span.link()), from, row.barY(), width, size.bar());
    }
  }

  private void breaks(Row row) {
    for (Axis.Segment segment : axis.segments()) {
      if (segment.broken()) {
        double middle = (size.x(segment.from()) + size.x(segment.to())) / 2;
        glyphs.gap(middle - 3, row.barY(), 6, size.bar());
      }
    }
  }

  private void line(String css, Tag tag, double from, double to) {
    glyphs.line("line " + css, tag.mark().anchor(), from, to);
  }

  private void glyph(Tag tag, Row row) {
    double x = tag.mark().anchor();
    double y =
        switch (tag.spot().side()) {
          case BEFORE, AFTER -> sheet.baseBelow(row, tag) - size.font() * MIDDLE;
          // Its text has no room beside the instant; the glyph stays at the instant all the same.
          case ACROSS -> row.barY() + size.bar() + SvgLayout.BELOW_GAP / 2;
        };
    out.open("g").open("title").text(tag.mark().hint()).close();
    glyphs.mark(tag.mark().look(), x, y);
    out.close();
  }

  private void label(Tag tag, double baseline) {
    double glyph = SvgLabels.glyph(size);
    double left = tag.spot().left() + glyph;
    double right = tag.spot().left() + tag.width() - glyph;
    boolean before = tag.spot().side() == LabelRows.Side.BEFORE;
    String css = css(tag.mark().look()) + (before ? " end" : "");
    out.open("text", "class", css, "x", before ? right : left, "y", baseline);
    out.text(tag.mark().text());
    if (!tag.mark().note().isEmpty()) {
      out.open("tspan", "class", "quiet", "dx", SvgLabels.noteGap(size));
      out.text(tag.mark().note()).close();
    }
    out.close();
  }

  private static String css(Look look) {
    return switch (look) {
      case WRONG_ORDER, UNEXPECTED, MISSING -> "label code bad";
      case AS_EXPECTED, PERMITTED, SERVER -> "label code";
      case DEADLINE, IDLE_STEP -> "label quiet";
      case STEP, IN_CHANNEL, CUT_OFF, CUT_UPLINK, CUT_DOWNLINK, DEAD, OUT -> "label";
    };
  }

  private void text(String css, double x, double y, String text) {
    if (!text.isEmpty()) {
      out.open("text", "class", css, "x", x, "y", y).text(text).close();
    }
  }
}
