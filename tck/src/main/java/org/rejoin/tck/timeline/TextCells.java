package org.rejoin.tck.timeline;

import java.util.Arrays;
import org.rejoin.tck.timeline.TextStyle.Ink;

/** One line of a picture in cells: a character and a colour for each column. */
final class TextCells {
  private final char[] characters;
  private final Ink[] inks;

  TextCells(int columns) {
    characters = new char[columns];
    inks = new Ink[columns];
    Arrays.fill(characters, ' ');
    Arrays.fill(inks, Ink.PLAIN);
  }

  int columns() {
    return characters.length;
  }

  void set(int column, char character, Ink ink) {
    characters[column] = character;
    inks[column] = ink;
  }

  void fill(int from, int to, char character, Ink ink) {
    for (int column = from; column < to; column++) {
      set(column, character, ink);
    }
  }

  /** Two slanted strokes where time was left out. */
  void gap(Axis axis) {
    for (Axis.Segment segment : axis.segments()) {
      if (segment.broken()) {
        int middle = column((segment.from() + segment.to()) / 2);
        fill(Math.max(0, middle - 1), middle + 1, '/', Ink.QUIET);
      }
    }
  }

  /** The column of a place on the axis. */
  int column(double position) {
    return Math.min(columns() - 1, (int) (position * columns()));
  }

  /** The line, without blanks at its end. */
  String toText(TextStyle style) {
    StringBuilder text = new StringBuilder();
    int end = columns();
    while (end > 0 && characters[end - 1] == ' ') {
      end--;
    }
    int from = 0;
    for (int column = 1; column <= end; column++) {
      if (column == end || inks[column] != inks[from]) {
        text.append(style.paint(inks[from], new String(characters, from, column - from)));
        from = column;
      }
    }
    return text.toString();
  }
}
