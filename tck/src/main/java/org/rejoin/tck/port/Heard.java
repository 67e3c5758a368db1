package org.rejoin.tck.port;

/** One thing that a port's standard output brought. */
sealed interface Heard {
  /** A whole line, without its end. */
  record Line(String text) implements Heard {}

  /** A line that is no text: too long, or not UTF-8. */
  record Garbled(String problem) implements Heard {}

  /** Nothing more will come. */
  record End() implements Heard {}
}
