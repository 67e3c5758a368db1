package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds a row for each label, so that no two overlap, and the line from a label up to its instant
 * crosses the text of no other label.
 *
 * <p>A label is a glyph and its text; the glyph stands at the instant, the text after it, or before
 * it near the right edge. Who stands under a text that goes before gets its text before as well.
 * Those are placed from left to right, then the others from right to left: so each line passes on
 * the free side of all labels before it. Only where neither side has room can a line cross a text.
 */
final class LabelRows {

  /**
   * A label to be placed.
   *
   * @param anchor where its instant is
   * @param width how wide glyph and text are
   */
  record Wish(double anchor, double width) {}

  /** Where the text of a label is, seen from its instant. In the order in which they are placed. */
  enum Side {
    /** To the left, for want of room. */
    BEFORE,
    /** To the right. */
    AFTER,
    /** On both sides: the label is too wide for either, and its glyph is not at the instant. */
    ACROSS
  }

  /**
   * Where a label goes.
   *
   * @param row how far from the lane, 0 being next to it
   * @param left the left edge of glyph and text
   * @param side where its text is
   */
  record Spot(int row, double left, Side side) {}

  private record Placed(Spot spot, Wish wish) {
    double right() {
      return spot.left() + wish.width();
    }

    /** Whether a line at this place would cross or touch the text; its own line it never does. */
    boolean covers(double x, double clearance) {
      return switch (spot.side()) {
        case AFTER -> x > wish.anchor() && x < right() + clearance;
        case BEFORE -> x > spot.left() - clearance && x < wish.anchor();
        case ACROSS -> x > spot.left() - clearance && x < right() + clearance;
      };
    }
  }

  private final double left;
  private final double right;
  private final double glyph;
  private final double gap;

  /**
   * An area.
   *
   * @param left its left edge
   * @param right its right edge
   * @param glyph the width of a glyph
   * @param gap the least distance between two labels of a row
   */
  LabelRows(double left, double right, double glyph, double gap) {
    this.left = left;
    this.right = right;
    this.glyph = glyph;
    this.gap = gap;
  }

  /** A spot for each wish, in the order of the wishes. No label may be wider than the area. */
  ImmutableList<Spot> place(List<Wish> wishes) {
    Side[] sides = sides(wishes);
    Comparator<Integer> order =
        Comparator.<Integer, Side>comparing(i -> sides[i])
            .thenComparingDouble(
                i -> sides[i] == Side.BEFORE ? wishes.get(i).anchor() : -wishes.get(i).anchor());
    Spot[] spots = new Spot[wishes.size()];
    List<Placed> placed = new ArrayList<>();
    IntStream.range(0, wishes.size())
        .boxed()
        .sorted(order)
        .forEach(i -> spots[i] = place(wishes.get(i), sides[i], placed));
    return ImmutableList.copyOf(spots);
  }

  private Side[] sides(List<Wish> wishes) {
    Side[] sides = new Side[wishes.size()];
    Arrays.setAll(sides, i -> firstChoice(wishes.get(i)));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < sides.length; i++) {
        if (sides[i] == Side.AFTER && fitsBefore(wishes.get(i)) && isUnder(i, wishes, sides)) {
          sides[i] = Side.BEFORE;
          changed = true;
        }
      }
    }
    return sides;
  }

  private Side firstChoice(Wish wish) {
    if (wish.anchor() - glyph / 2 + wish.width() <= right) {
      return Side.AFTER;
    }
    return fitsBefore(wish) ? Side.BEFORE : Side.ACROSS;
  }

  private boolean fitsBefore(Wish wish) {
    return wish.anchor() + glyph / 2 - wish.width() >= left;
  }

  /** Whether a label's instant lies under a text that goes before its own. */
  private boolean isUnder(int label, List<Wish> wishes, Side[] sides) {
    double anchor = wishes.get(label).anchor();
    return IntStream.range(0, sides.length)
        .filter(i -> sides[i] == Side.BEFORE)
        .mapToObj(wishes::get)
        .anyMatch(
            other -> anchor < other.anchor() && anchor > leftEdge(other, Side.BEFORE) - glyph / 2);
  }

  private double leftEdge(Wish wish, Side side) {
    return switch (side) {
      case AFTER -> wish.anchor() - glyph / 2;
      case BEFORE -> wish.anchor() + glyph / 2 - wish.width();
      case ACROSS -> Math.max(left, right - wish.width());
    };
  }

  private Spot place(Wish wish, Side side, List<Placed> placed) {
    double x = leftEdge(wish, side);
    int rows = placed.stream().mapToInt(label -> label.spot().row() + 1).max().orElse(0);
    int row = 0;
    while (row < rows && !isFree(new Placed(new Spot(row, x, side), wish), placed)) {
      row++;
    }
    Spot spot = new Spot(row, x, side);
    placed.add(new Placed(spot, wish));
    return spot;
  }

  private boolean isFree(Placed label, List<Placed> placed) {
    return placed.stream().noneMatch(other -> collide(label, other));
  }

  private boolean collide(Placed label, Placed other) {
    if (other.spot().row() == label.spot().row()) {
      return label.spot().left() < other.right() + gap && other.spot().left() < label.right() + gap;
    }
    return other.spot().row() < label.spot().row()
        ? other.covers(label.wish().anchor(), gap / 2)
        : label.covers(other.wish().anchor(), gap / 2);
  }
}
