package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import java.util.List;
import org.rejoin.tck.timeline.LabelRows.Spot;
import org.rejoin.tck.timeline.LabelRows.Wish;
import org.rejoin.tck.timeline.SvgSheet.Mark;
import org.rejoin.tck.timeline.SvgSheet.Tag;

/** Measures the labels of one side of a lane, cuts those that are too long, and places them. */
final class SvgLabels {
  /** More labels than this on one side of a lane are not a picture any more. */
  private static final int MOST = 100;

  private static final double GAP = 6;

  private SvgLabels() {}

  /** Labels above a lane; of one instant the first is on top, as it is read first. */
  static ImmutableList<Tag> above(List<Mark> marks, SvgSize size) {
    return place(Lists.reverse(cut(most(marks), size)), size).reverse();
  }

  /** Labels below a lane; of one instant the first is on top. */
  static ImmutableList<Tag> below(List<Mark> marks, SvgSize size) {
    return place(cut(most(marks), size), size);
  }

  private static ImmutableList<Tag> place(List<Mark> drawn, SvgSize size) {
    LabelRows rows =
        new LabelRows(
            size.left() - glyph(size) / 2, size.right() + size.margin() / 2, glyph(size), GAP);
    ImmutableList<Spot> spots =
        rows.place(drawn.stream().map(mark -> new Wish(mark.anchor(), width(mark, size))).toList());
    return Streams.zip(
            drawn.stream(), spots.stream(), (mark, spot) -> new Tag(mark, spot, width(mark, size)))
        .collect(ImmutableList.toImmutableList());
  }

  private static List<Mark> most(List<Mark> marks) {
    if (marks.size() <= MOST) {
      return marks;
    }
    Mark last = marks.get(MOST - 1);
    String rest = "and " + (marks.size() - MOST + 1) + " more";
    return ImmutableList.<Mark>builder()
        .addAll(marks.subList(0, MOST - 1))
        .add(new Mark(last.look(), last.at(), rest, "", rest))
        .build();
  }

  private static List<Mark> cut(List<Mark> marks, SvgSize size) {
    double room = size.right() - size.left();
    return marks.stream().map(mark -> cut(mark, room, size)).toList();
  }

  private static Mark cut(Mark mark, double room, SvgSize size) {
    Mark fitting = mark;
    int columns = DisplayWidth.of(mark.text());
    while (width(fitting, size) > room && columns > 1) {
      columns--;
      String text = SafeText.shorten(mark.text(), columns);
      fitting = new Mark(mark.look(), mark.at(), text, mark.note(), mark.hint());
    }
    return fitting;
  }

  /** The width of a label with its glyph and its note. */
  private static double width(Mark mark, SvgSize size) {
    double note = mark.note().isEmpty() ? 0 : noteGap(size) + sans(mark.note(), size);
    return glyph(size) + textWidth(mark, size) + note;
  }

  /** The width of a glyph with the free space around it. */
  static double glyph(SvgSize size) {
    return size.font() * 1.2;
  }

  /** The width of a label without its note: names from code are monospaced. */
  private static double textWidth(Mark mark, SvgSize size) {
    return mark.look().isCode()
        ? DisplayWidth.mono(mark.text(), size.font())
        : sans(mark.text(), size);
  }

  /** The distance from a label to its note. */
  static double noteGap(SvgSize size) {
    return size.font() / 2;
  }

  private static double sans(String text, SvgSize size) {
    return DisplayWidth.sans(text, size.font());
  }
}
