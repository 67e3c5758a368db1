package org.rejoin.tck.timeline;

/**
 * How wide text is: in columns of a terminal, and in the picture's two typefaces.
 *
 * <p>Wide characters count two columns, combining marks none. A full table of every script is a
 * library of megabytes; the blocks below are the ones that terminals draw wide.
 */
public final class DisplayWidth {
  /** Width of one column of a monospaced typeface, as part of the font size; a little generous. */
  private static final double MONO_EM = 0.605;

  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xA960, 0xA97C}, {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}
  };

  private DisplayWidth() {}

  /** Columns of a terminal that the text takes. */
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] block : WIDE) {
      if (point >= block[0] && point <= block[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** The text with blanks after it, up to this many columns. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** Width in a monospaced typeface, in the unit of the font size. */
  static double mono(String text, double fontSize) {
    return of(text) * MONO_EM * fontSize;
  }

  /** Width in a proportional typeface, never less than common ones need; same unit. */
  static double sans(String text, double fontSize) {
    return text.codePoints().mapToDouble(DisplayWidth::sansEm).sum() * fontSize;
  }

  private static double sansEm(int point) {
    if (of(point) != 1) {
      return of(point) * 0.55;
    }
    if ("iljtfr.,:;'|!()[] ".indexOf(point) >= 0) {
      return 0.4;
    }
    if ("mwMW@%".indexOf(point) >= 0) {
      return 1.0;
    }
    return (point >= 'A' && point <= 'Z') || point > 0x7E ? 0.8 : 0.64;
  }
}
