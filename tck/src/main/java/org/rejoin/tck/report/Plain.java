package org.rejoin.tck.report;

import java.util.stream.Collectors;
import org.rejoin.tck.timeline.SafeText;

/**
 * Makes what a port says harmless to look at. Markup is not touched; whoever writes markup escapes.
 */
public final class Plain {
  private static final int COLUMNS = 600;
  private static final int NAME_COLUMNS = 80;
  private static final int LINES = 12;

  private Plain() {}

  /** The text with everything but plain characters and line ends replaced. */
  static String text(String hostile) {
    return hostile.lines().map(SafeText::clean).collect(Collectors.joining("\n"));
  }

  /** The same for what stays on one line: line ends are replaced too. */
  public static String line(String hostile) {
    return SafeText.clean(hostile);
  }

  /** A name, cut short where it is longer than names are. */
  public static String name(String hostile) {
    return SafeText.clean(hostile, NAME_COLUMNS);
  }

  /** One line, cut short where it is longer than anybody reads. */
  public static String shortLine(String hostile) {
    return SafeText.clean(hostile, COLUMNS);
  }

  /** A few lines, each cut short like {@link #shortLine}. */
  public static String shortText(String hostile) {
    String few =
        hostile.lines().limit(LINES).map(Plain::shortLine).collect(Collectors.joining("\n"));
    return hostile.lines().skip(LINES).findAny().isPresent() ? few + "\n…" : few;
  }
}
