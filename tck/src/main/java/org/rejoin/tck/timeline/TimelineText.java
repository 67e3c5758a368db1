package org.rejoin.tck.timeline;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.EnumSet;
import java.util.List;
import org.rejoin.tck.presence.Link;
import org.rejoin.tck.timeline.TextStyle.Ink;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.ServerMark;
import org.rejoin.tck.timeline.Timeline.Span;
import org.rejoin.tck.timeline.Timeline.Status;

/**
 * Draws a timeline for a terminal: a lane for each user, and beneath them everything that happened
 * with its exact time. Lines end with a line feed. Stateless; safe to share between threads.
 */
public final class TimelineText {
  /** Fewer columns than this hold no picture; a narrower terminal wraps it. */
  private static final int LEAST_COLUMNS = 48;

  private static final int TICK_COLUMNS = 9;

  private static final ImmutableList<Link> LEGEND =
      ImmutableList.of(
          Link.OUT, Link.CONNECTED, Link.CUT, Link.UPLINK_CUT, Link.DOWNLINK_CUT, Link.KILLED);

  private final Timeline timeline;
  private final int columns;
  private final TextStyle style;
  private final int nameColumns;
  private final StringBuilder out = new StringBuilder();

  private TimelineText(Timeline timeline, int columns, TextStyle style) {
    this.timeline = timeline;
    this.columns = Math.max(LEAST_COLUMNS, columns);
    this.style = style;
    this.nameColumns =
        2
            + Math.max(
                timeline.server().isEmpty() ? 0 : TextEntries.SERVERS.length(),
                timeline.lanes().stream()
                    .mapToInt(lane -> TextEntries.who(lane).length())
                    .max()
                    .orElse(0));
  }

  /**
   * The timeline in box-drawing characters.
   *
   * @param timeline what to draw
   * @param columns how wide the terminal is; at least 48 are used
   * @param colour whether to use ANSI colours
   */
  public static String render(Timeline timeline, int columns, boolean colour) {
    return new TimelineText(timeline, columns, new TextStyle(false, colour)).draw();
  }

  /**
   * The timeline in ASCII, for terminals and logs that know nothing else; other characters in names
   * are written as escapes.
   *
   * @param timeline what to draw
   * @param columns how wide the terminal is; at least 48 are used
   * @param colour whether to use ANSI colours
   */
  public static String renderAscii(Timeline timeline, int columns, boolean colour) {
    return new TimelineText(timeline, columns, new TextStyle(true, colour)).draw();
  }

  private String draw() {
    if (!timeline.title().isEmpty()) {
      line(style.paint(Ink.BOLD, style.plain(timeline.title(), columns)));
      line("");
    }
    ticks();
    timeline.lanes().forEach(this::lane);
    server();
    legend();
    line("");
    new TextEntries(timeline, columns, style).lines().forEach(this::line);
    return out.toString();
  }

  private void ticks() {
    TextCells cells = cells();
    int free = 0;
    for (long tick : timeline.axis().ticks((double) TICK_COLUMNS / cells.columns())) {
      String label = TimeText.brief(tick);
      int at = cells.column(timeline.axis().position(tick));
      int from = Math.min(at, cells.columns() - label.length());
      if (from >= free) {
        for (int i = 0; i < label.length(); i++) {
          cells.set(from + i, label.charAt(i), Ink.QUIET);
        }
        free = from + label.length() + 1;
      }
    }
    row("", cells);
  }

  private void lane(Lane lane) {
    TextCells bar = cells();
    lane.spans().forEach(span -> span(span, bar, false));
    lane.spans().forEach(span -> span(span, bar, true));
    bar.gap(timeline.axis());
    row(TextEntries.who(lane), bar);
    if (!lane.callbacks().isEmpty()) {
      TextCells marks = cells();
      // The worst of a column is on top.
      for (Status status :
          ImmutableList.of(
              Status.AS_EXPECTED,
              Status.PERMITTED,
              Status.WRONG_ORDER,
              Status.MISSING,
              Status.UNEXPECTED)) {
        for (CallbackMark mark : lane.callbacks()) {
          if (mark.status() == status) {
            marks.set(column(mark.atMillis(), marks), style.mark(status), style.ink(status));
          }
        }
      }
      row("", marks);
    }
  }

  /** What is shorter than a column is drawn last, so that it shows. */
  private void span(Span span, TextCells bar, boolean tiny) {
    int from = column(span.fromMillis(), bar);
    boolean last = span.toMillis() == timeline.untilMillis();
    int to = last ? bar.columns() : column(span.toMillis(), bar);
    if (tiny == to <= from) {
      bar.fill(from, Math.max(to, from + 1), style.bar(span.link()), style.ink(span.link()));
    }
  }

  private void server() {
    if (timeline.server().isEmpty()) {
      return;
    }
    TextCells cells = cells();
    for (ServerMark mark : timeline.server()) {
      mark.atMillis().forEach(at -> cells.set(column(at, cells), style.server(), Ink.PLAIN));
    }
    cells.gap(timeline.axis());
    row(TextEntries.SERVERS, cells);
  }

  private void legend() {
    EnumSet<Link> links = EnumSet.noneOf(Link.class);
    EnumSet<Status> statuses = EnumSet.noneOf(Status.class);
    for (Lane lane : timeline.lanes()) {
      lane.spans().forEach(span -> links.add(span.link()));
      lane.callbacks().forEach(mark -> statuses.add(mark.status()));
    }
    ImmutableList.Builder<String> entries = ImmutableList.builder();
    LEGEND.stream()
        .filter(links::contains)
        .forEach(link -> entries.add(style.bar(link) + " " + Words.of(link)));
    statuses.forEach(status -> entries.add(style.mark(status) + " " + status.word()));
    line("");
    for (List<String> part : Iterables.partition(entries.build(), Math.max(2, columns / 20))) {
      line(style.paint(Ink.QUIET, String.join("   ", part)));
    }
  }

  private TextCells cells() {
    return new TextCells(columns - nameColumns);
  }

  private int column(long atMillis, TextCells cells) {
    return cells.column(timeline.axis().position(atMillis));
  }

  private void row(String name, TextCells cells) {
    line((Strings.padEnd(name, nameColumns, ' ') + cells.toText(style)).stripTrailing());
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
