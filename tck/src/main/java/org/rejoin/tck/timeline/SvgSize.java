package org.rejoin.tck.timeline;

/**
 * The two layouts of the picture. One drawn for a page is too small to read when a telephone
 * shrinks it, so there is one for each.
 */
public enum SvgSize {
  /** For pages: 960 units wide, names beside the lanes. */
  WIDE(960, 24, 132, 12.5, 17, 14),
  /** For telephones: 360 units wide, names above the lanes. */
  NARROW(360, 12, 0, 11.5, 15.5, 12);

  private final double width;
  private final double margin;
  private final double nameColumn;
  private final double font;
  private final double row;
  private final double bar;

  SvgSize(double width, double margin, double nameColumn, double font, double row, double bar) {
    this.width = width;
    this.margin = margin;
    this.nameColumn = nameColumn;
    this.font = font;
    this.row = row;
    this.bar = bar;
  }

  /** The picture's width in its own units. */
  double width() {
    return width;
  }

  /** The free space around it. */
  double margin() {
    return margin;
  }

  /** Where time begins. */
  double left() {
    return margin + nameColumn;
  }

  /** Where it ends. */
  double right() {
    return width - margin;
  }

  /** Whether names stand beside the lanes. */
  boolean namesBeside() {
    return nameColumn > 0;
  }

  /** The size of the labels' typeface, the smallest one used. */
  double font() {
    return font;
  }

  /** The height of a row of labels. */
  double row() {
    return row;
  }

  /** The height of a lane's bar. */
  double bar() {
    return bar;
  }

  /** Where an instant at this part of the axis is. */
  double x(double position) {
    return left() + position * (right() - left());
  }
}
