package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rejoin.tck.timeline.SvgSheet.Entry;
import org.rejoin.tck.timeline.SvgSheet.Look;
import org.rejoin.tck.timeline.SvgSheet.Mark;
import org.rejoin.tck.timeline.SvgSheet.Row;
import org.rejoin.tck.timeline.SvgSheet.Tag;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.Span;

/** Lays a timeline out from top to bottom: title, axis, lanes, servers, legend. */
final class SvgLayout {
  /** From the base line of the nearest label down to the bar. */
  static final double ABOVE_GAP = 8;

  /** From the bar to the nearest label's upper edge. */
  static final double BELOW_GAP = 9;

  /** How much larger the title's letters are. */
  static final double TITLE_GROWTH = 2;

  private static final double LANE_GAP = 18;

  /** The width of a sample in the legend, with the space after it. */
  static final double SWATCH = 26;

  private static final double ENTRY_GAP = 18;

  /** What needs no explanation, or says what it is itself. */
  private static final Set<Look> UNEXPLAINED =
      Sets.immutableEnumSet(Look.OUT, Look.STEP, Look.IDLE_STEP);

  private final Timeline timeline;
  private final SvgSize size;
  private final EnumSet<Look> used = EnumSet.noneOf(Look.class);

  private SvgLayout(Timeline timeline, SvgSize size) {
    this.timeline = timeline;
    this.size = size;
  }

  static SvgSheet of(Timeline timeline, SvgSize size) {
    return new SvgLayout(timeline, size).sheet();
  }

  private SvgSheet sheet() {
    double y = size.margin() + size.font();
    double titleY = y;
    double axisY = y + size.row() * (timeline.title().isEmpty() ? 0 : 1.8);
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    y = axisY + 12;
    SvgMarks marks = new SvgMarks(timeline, size);
    for (Lane lane : timeline.lanes()) {
      Row row =
          row(
              "user " + lane.uid(),
              lane.platform().id(),
              y,
              lane.spans(),
              marks.above(lane),
              marks.below(lane));
      rows.add(row);
      y = row.bottom();
    }
    if (!timeline.server().isEmpty()) {
      Row row = row("servers", "", y, ImmutableList.of(), ImmutableList.of(), marks.server());
      rows.add(row);
      y = row.bottom();
    }
    ImmutableList<Entry> legend = legend(y + LANE_GAP);
    double end = legend.isEmpty() ? y : legend.get(legend.size() - 1).baseline();
    double height = end + size.margin();
    String title = title();
    return new SvgSheet(
        size, height, title, hasRoomBeside(title), titleY, axisY, rows.build(), legend);
  }

  private String title() {
    String title = timeline.title();
    int columns = DisplayWidth.of(title);
    while (columns > 1 && titleWidth(title) > size.right() - size.margin()) {
      columns--;
      title = SafeText.shorten(timeline.title(), columns);
    }
    return title;
  }

  private boolean hasRoomBeside(String title) {
    double profile = DisplayWidth.sans(timeline.profileId(), size.font());
    return size.margin() + titleWidth(title) + ENTRY_GAP + profile <= size.right();
  }

  private double titleWidth(String title) {
    // Bold letters are a little wider.
    return DisplayWidth.sans(title, size.font() + TITLE_GROWTH) * 1.08;
  }

  private Row row(
      String name,
      String platform,
      double top,
      ImmutableList<Span> spans,
      ImmutableList<Mark> above,
      ImmutableList<Mark> below) {
    spans.forEach(span -> used.add(SvgMarks.look(span.link())));
    above.forEach(mark -> used.add(mark.look()));
    below.forEach(mark -> used.add(mark.look()));
    ImmutableList<Tag> tagsAbove = SvgLabels.above(above, size);
    ImmutableList<Tag> tagsBelow = SvgLabels.below(below, size);
    double nameHeight = size.namesBeside() ? 0 : size.row() + 2;
    double barY =
        top + LANE_GAP + nameHeight + rows(tagsAbove) * size.row() + (above.isEmpty() ? 0 : 4);
    double bottom =
        barY + size.bar() + (below.isEmpty() ? 0 : BELOW_GAP) + rows(tagsBelow) * size.row();
    double nameY = size.namesBeside() ? barY + size.bar() / 2 : top + LANE_GAP + size.font();
    return new Row(name, platform, nameY, barY, bottom, spans, tagsAbove, tagsBelow);
  }

  private static int rows(List<Tag> tags) {
    return tags.stream().mapToInt(tag -> tag.spot().row() + 1).max().orElse(0);
  }

  private ImmutableList<Entry> legend(double top) {
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    double x = size.left();
    double y = top + size.font() + 6;
    for (Look look : Sets.difference(used, UNEXPLAINED)) {
      double width = SWATCH + DisplayWidth.sans(look.meaning(), size.font());
      if (x + width > size.right() && x > size.left()) {
        x = size.left();
        y += size.row() + 3;
      }
      entries.add(new Entry(look, x, y));
      x += width + ENTRY_GAP;
    }
    return entries.build();
  }
}
