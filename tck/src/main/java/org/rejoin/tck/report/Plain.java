package org.rejoin.tck.report;

import java.util.stream.Collectors;
import org.rejoin.tck.timeline.SafeText;

/** Makes what a port says harmless on a terminal, line by line. */
final class Plain {
  private Plain() {}

  /** The text with everything but plain characters and line ends replaced. */
  static String text(String hostile) {
    return hostile.lines().map(SafeText::clean).collect(Collectors.joining("\n"));
  }

  /** The same for what stays on one line: line ends are replaced too. */
  static String line(String hostile) {
    return SafeText.clean(hostile);
  }
}
