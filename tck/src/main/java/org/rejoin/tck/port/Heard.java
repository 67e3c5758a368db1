package org.rejoin.tck.port;

/** One thing that a port's standard output brought, and when and where. */
sealed interface Heard {
  /**
   * When and where it came.
   *
   * @param line which line of the output, from 1
   * @param nanos when its last byte came, on the clock of {@link System#nanoTime}
   */
  record Stamp(long line, long nanos) {}

  /** When and where it came. */
  Stamp stamp();

  /** The text that it holds in memory. */
  String text();

  /** A line that begins as a message does. */
  record Message(String text, Stamp stamp) implements Heard {}

  /** A line that is no message. */
  record Stray(String text, Stamp stamp) implements Heard {}

  /**
   * A line that begins as a message does and can't be one: too long, or not UTF-8.
   *
   * @param problem what is wrong with it
   * @param text as much of it as can be read
   */
  record Garbled(String problem, String text, Stamp stamp) implements Heard {}

  /**
   * Nothing more will come.
   *
   * @param text a last line whose end never came, or nothing
   */
  record End(String text, Stamp stamp) implements Heard {}

  /** What a line is. */
  static Heard of(LineReader.Line line, long number, int limitBytes) {
    Stamp stamp = new Stamp(number, line.cameNanos());
    String text = line.text();
    if (!line.whole()) {
      return new End(text, stamp);
    }
    if (!text.startsWith("{")) {
      return new Stray(text, stamp);
    }
    if (line.bytes() > limitBytes) {
      return new Garbled(
          "a line of " + line.bytes() + " bytes; the limit is " + limitBytes, text, stamp);
    }
    return line.utf8()
        ? new Message(text, stamp)
        : new Garbled("a line that is not UTF-8", text, stamp);
  }
}
