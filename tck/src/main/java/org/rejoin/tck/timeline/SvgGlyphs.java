package org.rejoin.tck.timeline;

import org.rejoin.tck.timeline.SvgSheet.Look;

/** Draws the shapes of marks and bars; each look has a shape of its own, not a colour alone. */
final class SvgGlyphs {
  private static final double RADIUS = 4;

  private final SvgWriter out;
  private final String hatch;

  /**
   * Draws with this writer.
   *
   * @param out where to
   * @param hatch the id of the pattern for killed processes
   */
  SvgGlyphs(SvgWriter out, String hatch) {
    this.out = out;
    this.hatch = hatch;
  }

  /** The mark of a callback or a server event, around a point. */
  void mark(Look look, double x, double y) {
    switch (look) {
      case AS_EXPECTED -> circle(look, x, y, RADIUS);
      case MISSING -> circle(look, x, y, RADIUS + 0.5);
      case WRONG_ORDER -> arrows(look, x, y, RADIUS);
      case UNEXPECTED -> cross(look, x, y, RADIUS - 0.5);
      case PERMITTED -> diamond(look, x, y, RADIUS + 1);
      case SERVER -> square(look, x, y, RADIUS - 0.5);
      case STEP, IDLE_STEP, DEADLINE, IN_CHANNEL, CUT_OFF, CUT_UPLINK, CUT_DOWNLINK, DEAD, OUT ->
          throw new IllegalArgumentException(look + " has no mark");
    }
  }

  /** A stretch of a lane's bar. */
  void bar(Look look, double x, double y, double width, double height) {
    double half = height / 2;
    switch (look) {
      case IN_CHANNEL -> rect(look.css(), x, y, width, height);
      case CUT_OFF -> outlined(look, x, y, width, height);
      case CUT_UPLINK -> {
        rect("cut-half", x, y, width, half);
        rect("in-channel", x, y + half, width, half);
      }
      case CUT_DOWNLINK -> {
        rect("in-channel", x, y, width, half);
        rect("cut-half", x, y + half, width, half);
      }
      case DEAD -> {
        out.empty(
            "rect",
            "x",
            x,
            "y",
            y,
            "width",
            width,
            "height",
            height,
            "fill",
            "url(#" + hatch + ")");
        outlined(look, x, y, width, height);
      }
      case OUT ->
          out.empty("path", "class", look.css(), "d", move(x + 1, y + half) + "H" + n(x + width));
      case STEP,
          IDLE_STEP,
          DEADLINE,
          AS_EXPECTED,
          PERMITTED,
          WRONG_ORDER,
          UNEXPECTED,
          MISSING,
          SERVER ->
          throw new IllegalArgumentException(look + " has no bar");
    }
  }

  /** What stands for a look in the legend: a short bar, or a mark in the middle of its place. */
  void swatch(Look look, double x, double y, double width, double height) {
    switch (look) {
      case IN_CHANNEL, CUT_OFF, CUT_UPLINK, CUT_DOWNLINK, DEAD, OUT ->
          bar(look, x, y, width, height);
      case AS_EXPECTED, PERMITTED, WRONG_ORDER, UNEXPECTED, MISSING, SERVER ->
          mark(look, x + width / 2, y + height / 2);
      case STEP, IDLE_STEP, DEADLINE -> line(look.css(), x + width / 2, y, y + height);
    }
  }

  /** An upright line. */
  void line(String css, double x, double from, double to) {
    out.empty("path", "class", css, "d", move(x, from) + "V" + n(to));
  }

  /** Two slanted strokes over a bar, and nothing between them: time was left out. */
  void gap(double x, double y, double width, double height) {
    double slant = 4;
    double above = y - 3;
    double below = y + height + 3;
    String left = move(x - slant / 2, below) + "L" + n(x + slant / 2) + " " + n(above);
    String right =
        move(x + width - slant / 2, below) + "L" + n(x + width + slant / 2) + " " + n(above);
    String across = "L" + n(x + width + slant / 2) + " " + n(above);
    String back = "L" + n(x + width - slant / 2) + " " + n(below) + "z";
    out.empty("path", "class", "gap", "d", left + across + back);
    out.empty("path", "class", "break", "d", left + right);
  }

  private void rect(String css, double x, double y, double width, double height) {
    out.empty("rect", "class", css, "x", x, "y", y, "width", width, "height", height);
  }

  /** An outline is drawn inside its place, so that neighbours don't overlap. */
  private void outlined(Look look, double x, double y, double width, double height) {
    out.empty(
        "rect",
        "class",
        look.css(),
        "x",
        x + 0.5,
        "y",
        y + 0.5,
        "width",
        Math.max(0.5, width - 1),
        "height",
        height - 1,
        look == Look.DEAD ? "fill" : "data-state",
        look == Look.DEAD ? "none" : look.css());
  }

  private void circle(Look look, double x, double y, double radius) {
    out.empty("circle", "class", look.css(), "cx", x, "cy", y, "r", radius);
  }

  private void square(Look look, double x, double y, double r) {
    rect(look.css(), x - r, y - r, 2 * r, 2 * r);
  }

  private void cross(Look look, double x, double y, double r) {
    String down = move(x - r, y - r) + "L" + n(x + r) + " " + n(y + r);
    String up = move(x - r, y + r) + "L" + n(x + r) + " " + n(y - r);
    out.empty("path", "class", look.css(), "d", down + up);
  }

  /** One arrow up and one down, side by side. */
  private void arrows(Look look, double x, double y, double r) {
    double half = r / 2;
    String up = move(x - half, y + r) + "V" + n(y - r) + arrowhead(x - half, y - r, half);
    String down = move(x + half, y - r) + "V" + n(y + r) + arrowhead(x + half, y + r, -half);
    out.empty("path", "class", look.css(), "d", up + down);
  }

  private static String arrowhead(double x, double y, double size) {
    double side = Math.abs(size);
    String tip = "L" + n(x) + " " + n(y) + "L" + n(x + side) + " " + n(y + size);
    return move(x - side, y + size) + tip;
  }

  private void diamond(Look look, double x, double y, double r) {
    String right = "L" + n(x + r) + " " + n(y);
    String bottom = "L" + n(x) + " " + n(y + r);
    String left = "L" + n(x - r) + " " + n(y);
    out.empty("path", "class", look.css(), "d", move(x, y - r) + right + bottom + left + "z");
  }

  private static String move(double x, double y) {
    return "M" + n(x) + " " + n(y);
  }

  private static String n(double value) {
    return SvgWriter.number(value);
  }
}
