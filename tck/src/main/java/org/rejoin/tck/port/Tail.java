package org.rejoin.tck.port;

import java.util.ArrayDeque;

/** The last lines of a port's log, never more than a few. Safe for several threads. */
final class Tail {
  private static final int LINES = 20;
  private static final int LINE_LENGTH = 500;

  private final ArrayDeque<String> lines = new ArrayDeque<>();

  synchronized void add(String line) {
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "..." : line);
  }

  /** The lines as the end of a sentence; empty if there were none. */
  synchronized String asSuffix() {
    return lines.isEmpty() ? "" : "; the end of its log:\n" + String.join("\n", lines);
  }
}
