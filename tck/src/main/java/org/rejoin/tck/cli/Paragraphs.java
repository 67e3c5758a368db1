package org.rejoin.tck.cli;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rejoin.tck.timeline.DisplayWidth;

/** Prose broken into lines of a terminal: between words, and in Chinese between signs. */
final class Paragraphs {
  private static final int COLUMNS = 100;
  private static final Pattern UNIT = Pattern.compile("[0-9] (?:s|ms|min)\\b");

  private Paragraphs() {}

  /** The text with every line indented, the first too; it ends without a line break. */
  static String of(String text, int indent) {
    return of(" ".repeat(indent), text, indent);
  }

  /** The text after something that stands before its first line; all others are indented. */
  static String of(String before, String text, int indent) {
    StringBuilder all = new StringBuilder();
    StringBuilder line = new StringBuilder(before);
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int begin = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && !mayBreak(text, end)) {
        continue;
      }
      String piece = text.substring(begin, end);
      begin = end;
      if (DisplayWidth.of(line + piece.stripTrailing()) > COLUMNS
          && line.length() > Math.max(indent, before.length())) {
        all.append(line.toString().stripTrailing()).append(System.lineSeparator());
        line = new StringBuilder(" ".repeat(indent));
      }
      line.append(piece);
    }
    return all.append(line.toString().stripTrailing()).toString();
  }

  /** After a blank or a wide sign; not after a hyphen, which names have, nor before a unit. */
  private static boolean mayBreak(String text, int end) {
    String last = text.substring(end - 1, end);
    boolean unit = UNIT.matcher(text).region(Math.max(0, end - 2), text.length()).lookingAt();
    return !unit && (last.isBlank() || DisplayWidth.of(last) > 1);
  }
}
