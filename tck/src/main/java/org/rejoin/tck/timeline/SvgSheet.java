package org.rejoin.tck.timeline;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import org.rejoin.tck.timeline.Timeline.Span;

/**
 * A picture laid out: every place in it, ready to be drawn. In units of the picture, from its top
 * left corner.
 *
 * @param size the layout that it was made for
 * @param height how tall it is
 * @param title the title, cut to fit; may be empty
 * @param showsProfile whether there is room for the profile's name beside the title
 * @param titleY the base line of both
 * @param axisY the base line of the times on the axis
 * @param rows the users' lanes, and the servers' last if there is one
 * @param legend what the colours and shapes mean
 */
record SvgSheet(
    SvgSize size,
    double height,
    String title,
    boolean showsProfile,
    double titleY,
    double axisY,
    ImmutableList<Row> rows,
    ImmutableList<Entry> legend) {

  /**
   * A lane.
   *
   * @param name whose, such as {@code user 1}
   * @param platform its platform; empty for servers
   * @param nameY the base line of the name
   * @param barY the upper edge of its bar
   * @param bottom where it ends
   * @param spans what the bar shows; empty for servers
   * @param above labels above the bar, row 0 next to it
   * @param below labels below the bar, row 0 next to it
   */
  record Row(
      String name,
      String platform,
      double nameY,
      double barY,
      double bottom,
      ImmutableList<Span> spans,
      ImmutableList<Tag> above,
      ImmutableList<Tag> below) {}

  /**
   * Something at an instant.
   *
   * @param look how it is drawn
   * @param at where, from left to right; never empty
   * @param text what it is called
   * @param note what follows that in a quieter colour
   * @param hint what a pointer that rests on it is told
   */
  record Mark(Look look, ImmutableList<Double> at, String text, String note, String hint) {
    double anchor() {
      return at.get(0);
    }
  }

  /**
   * A mark whose label has its place.
   *
   * @param mark the mark
   * @param spot where the label is
   * @param width how wide it is, glyph and all
   */
  record Tag(Mark mark, LabelRows.Spot spot, double width) {}

  /**
   * An entry of the legend.
   *
   * @param look what it explains
   * @param left its left edge
   * @param baseline its base line
   */
  record Entry(Look look, double left, double baseline) {}

  /** Everything that is drawn in a way of its own, with its meaning in the legend's words. */
  enum Look {
    IN_CHANNEL("in channel"),
    CUT_OFF("cut off"),
    CUT_UPLINK("uplink cut"),
    CUT_DOWNLINK("downlink cut"),
    DEAD("killed"),
    OUT("not in channel"),
    STEP("step"),
    IDLE_STEP("step without effect"),
    DEADLINE("silent for this long"),
    AS_EXPECTED("seen as expected"),
    PERMITTED("seen, permitted"),
    WRONG_ORDER("seen, in the wrong order"),
    UNEXPECTED("seen, unexpected"),
    MISSING("expected, missing"),
    SERVER("seen by servers");

    private final String meaning;

    Look(String meaning) {
      this.meaning = meaning;
    }

    String meaning() {
      return meaning;
    }

    /** Its class in the style sheet. */
    String css() {
      return Ascii.toLowerCase(name()).replace('_', '-');
    }

    /** Whether its label is a name from code or configuration. */
    boolean isCode() {
      return switch (this) {
        case AS_EXPECTED, PERMITTED, WRONG_ORDER, UNEXPECTED, MISSING, SERVER -> true;
        case IN_CHANNEL, CUT_OFF, CUT_UPLINK, CUT_DOWNLINK, DEAD, OUT, STEP, IDLE_STEP, DEADLINE ->
            false;
      };
    }
  }

  /** The base line of a label above a lane's bar. */
  double baseAbove(Row row, Tag tag) {
    return row.barY() - SvgLayout.ABOVE_GAP - tag.spot().row() * size.row();
  }

  /** The base line of a label below it. */
  double baseBelow(Row row, Tag tag) {
    return row.barY()
        + size.bar()
        + SvgLayout.BELOW_GAP
        + size.font()
        + tag.spot().row() * size.row();
  }
}
