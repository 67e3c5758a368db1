package org.rejoin.tck.report;

/** Makes what a port says harmless on a terminal. */
final class Plain {
  private Plain() {}

  /** The text with control, format and direction characters replaced, line ends kept. */
  static String text(String hostile) {
    StringBuilder plain = new StringBuilder(hostile.length());
    hostile
        .codePoints()
        .forEach(character -> plain.appendCodePoint(isHarmless(character) ? character : 0xFFFD));
    return plain.toString();
  }

  private static boolean isHarmless(int character) {
    return character == '\n'
        || !(Character.isISOControl(character)
            || Character.getType(character) == Character.FORMAT
            || Character.getType(character) == Character.SURROGATE);
  }
}
