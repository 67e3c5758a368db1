package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.stream.Collectors;
import org.rejoin.tck.timeline.SafeText;

/** The last lines of a port's log, never more than a few. Safe for several threads. */
final class Tail {
  /** As much of a line as is kept, in bytes. */
  static final int LINE_BYTES = 500;

  private static final int LINES = 20;

  private final ArrayDeque<String> lines = new ArrayDeque<>();

  synchronized void add(LineReader.Line line) {
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(line.bytes() > LINE_BYTES ? line.text() + "..." : line.text());
  }

  /** The lines, harmless to look at. */
  synchronized ImmutableList<String> lines() {
    return lines.stream().map(SafeText::clean).collect(ImmutableList.toImmutableList());
  }

  /** The lines as the end of a sentence, harmless to look at; empty if there were none. */
  synchronized String asSuffix() {
    return lines.isEmpty()
        ? ""
        : lines.stream()
            .map(SafeText::clean)
            .collect(Collectors.joining("\n", "; the end of its log:\n", ""));
  }
}
