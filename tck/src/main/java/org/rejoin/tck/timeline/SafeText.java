package org.rejoin.tck.timeline;

/**
 * Makes text from outside harmless to look at: nothing that moves a terminal's cursor, turns the
 * reading direction, hides, or is forbidden in XML is left.
 *
 * <p>Markup is not touched; that is for whoever writes markup to escape.
 */
public final class SafeText {
  private static final int REPLACEMENT = 0xFFFD;

  /** More marks than this on one letter are no language, but a way to paint over other lines. */
  private static final int MAX_COMBINING = 3;

  private SafeText() {}

  /** The text with every character that is not plain to see shown as U+FFFD. */
  public static String clean(String raw) {
    StringBuilder clean = new StringBuilder(raw.length());
    int combining = 0;
    for (int i = 0; i < raw.length(); ) {
      int point = raw.codePointAt(i);
      i += Character.charCount(point);
      combining = DisplayWidth.of(point) == 0 ? combining + 1 : 0;
      if (combining <= MAX_COMBINING) {
        clean.appendCodePoint(isPlain(point) ? point : REPLACEMENT);
      }
    }
    return clean.toString();
  }

  /**
   * The cleaned text, cut to a width with an ellipsis at its end.
   *
   * @param raw any text
   * @param columns how many columns of a terminal it may take, at least 1
   */
  public static String clean(String raw, int columns) {
    // No need to look at megabytes for one line: a column is at most one base and its marks.
    int enough = Math.min(raw.length(), columns * 2 * (MAX_COMBINING + 1) + 2);
    return shorten(clean(raw.substring(0, enough)), columns);
  }

  static String shorten(String text, int columns) {
    if (DisplayWidth.of(text) <= columns) {
      return text;
    }
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      used += DisplayWidth.of(point);
      if (used > columns - 1) {
        break;
      }
      i += Character.charCount(point);
    }
    return text.substring(0, i) + "…";
  }

  /** The text with everything beyond ASCII written as an escape such as {@code \u4e2d}. */
  static String ascii(String clean) {
    StringBuilder ascii = new StringBuilder(clean.length());
    clean
        .codePoints()
        .forEach(
            point -> {
              if (point < 0x7F) {
                ascii.appendCodePoint(point);
              } else if (point == '…') {
                ascii.append("...");
              } else {
                ascii.append("\\u").append(hex(point));
              }
            });
    return ascii.toString();
  }

  private static String hex(int point) {
    String hex = Integer.toHexString(point);
    return hex.length() < 4 ? "0".repeat(4 - hex.length()) + hex : hex;
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
