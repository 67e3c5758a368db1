package org.rejoin.tck.timeline;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.rejoin.tck.timeline.TextStyle.Ink;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.ServerMark;
import org.rejoin.tck.timeline.Timeline.StepMark;

/**
 * Lists everything that happened, in time order. Of one instant the steps come first, in the order
 * in which they are written, since they are applied first (D-03), then what servers saw, then
 * callbacks.
 */
final class TextEntries {
  static final String SERVERS = "servers";

  /** A port may send tens of thousands of callbacks; nobody reads that far. */
  private static final int MOST = 400;

  /** Remarks are in a column of their own, but not for the sake of one endless name. */
  private static final int NAMES_ALIGNED = 36;

  private static final int LEAST_NAME = 12;

  private record Entry(
      long atMillis,
      int group,
      int order,
      String who,
      char mark,
      Ink ink,
      String what,
      String remark) {}

  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::atMillis)
          .thenComparingInt(Entry::group)
          .thenComparingInt(Entry::order);

  private final int columns;
  private final TextStyle style;
  private final List<Entry> entries = new ArrayList<>();

  TextEntries(Timeline timeline, int columns, TextStyle style) {
    this.columns = columns;
    this.style = style;
    for (Lane lane : timeline.lanes()) {
      lane.steps().forEach(step -> entries.add(entry(lane, step)));
      lane.callbacks().forEach(mark -> entries.add(entry(lane, mark)));
    }
    timeline.server().forEach(mark -> entries.add(entry(mark)));
    entries.sort(ORDER);
  }

  static String who(Lane lane) {
    return lane.uid() + " " + lane.platform().id();
  }

  private Entry entry(Lane lane, StepMark step) {
    return new Entry(
        step.atMillis(),
        0,
        step.order(),
        who(lane),
        style.step(),
        Ink.QUIET,
        step.label(),
        Words.remark(step));
  }

  private Entry entry(ServerMark mark) {
    String until = mark.atMillis().size() == 1 ? "" : Words.times(mark);
    return new Entry(
        mark.atMillis().get(0), 1, 0, SERVERS, style.server(), Ink.PLAIN, mark.label(), until);
  }

  private Entry entry(Lane lane, CallbackMark mark) {
    return new Entry(
        mark.atMillis(),
        2,
        0,
        who(lane),
        style.mark(mark.status()),
        style.ink(mark.status()),
        mark.label(),
        Words.remark(mark));
  }

  ImmutableList<String> lines() {
    int time = widest(entry -> TimeText.exact(entry.atMillis()));
    int who = widest(Entry::who);
    int what = Math.min(NAMES_ALIGNED, widest(entry -> style.plain(entry.what())));
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (Entry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
      lines.add(line(entry, time, who, what));
    }
    if (entries.size() > MOST) {
      lines.add("and " + (entries.size() - MOST) + " more");
    }
    return lines.build();
  }

  private String line(Entry entry, int time, int who, int what) {
    String head =
        Strings.padStart(TimeText.exact(entry.atMillis()), time, ' ')
            + "  "
            + Strings.padEnd(entry.who(), who, ' ')
            + "  ";
    int room = columns - head.length() - 2;
    String remark = entry.remark().isEmpty() ? "" : "  " + entry.remark();
    String name = style.plain(entry.what(), Math.max(LEAST_NAME, room - remark.length()));
    int padding = remark.isEmpty() || what + remark.length() > room ? 0 : what;
    String padded = DisplayWidth.padded(name, padding);
    return head
        + style.paint(entry.ink(), String.valueOf(entry.mark()))
        + " "
        + (entry.ink() == Ink.GOOD ? padded : style.paint(entry.ink(), padded))
        + style.paint(entry.ink() == Ink.BAD ? Ink.BAD : Ink.QUIET, remark);
  }

  private int widest(Function<Entry, String> text) {
    return entries.stream().map(text).mapToInt(DisplayWidth::of).max().orElse(0);
  }
}
