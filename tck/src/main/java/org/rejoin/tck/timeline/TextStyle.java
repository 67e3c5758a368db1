package org.rejoin.tck.timeline;

import org.rejoin.tck.presence.Link;
import org.rejoin.tck.timeline.Timeline.Status;

/**
 * How a timeline looks in a terminal: which characters, and colours or none.
 *
 * @param ascii whether to keep to ASCII, for terminals that draw other characters badly
 * @param colour whether to use ANSI colours
 */
record TextStyle(boolean ascii, boolean colour) {

  /** An ANSI colour. */
  enum Ink {
    PLAIN(""),
    BOLD("1"),
    QUIET("2"),
    GOOD("32"),
    BAD("1;31"),
    CUT("33"),
    CHANNEL("34");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  String paint(Ink ink, String text) {
    return colour && ink != Ink.PLAIN && !text.isBlank()
        ? "\u001b[" + ink.code + "m" + text + "\u001b[0m"
        : text;
  }

  /** Text of a timeline in characters that this style allows. */
  String plain(String text) {
    return ascii ? SafeText.ascii(text) : text;
  }

  /** The same, cut to a width with an ellipsis at its end. */
  String plain(String text, int columns) {
    String plain = plain(text);
    if (DisplayWidth.of(plain) <= columns || !ascii) {
      return SafeText.shorten(plain, columns);
    }
    return plain.substring(0, Math.max(0, columns - 3)) + "...";
  }

  char bar(Link link) {
    return switch (link) {
      case OUT -> pick('·', '.');
      case CONNECTED -> pick('━', '=');
      case CUT -> pick('░', '-');
      case UPLINK_CUT -> pick('▔', '^');
      case DOWNLINK_CUT -> pick('▁', '_');
      case KILLED -> pick('╳', '#');
    };
  }

  Ink ink(Link link) {
    return switch (link) {
      case OUT, KILLED -> Ink.QUIET;
      case CONNECTED -> Ink.CHANNEL;
      case CUT, UPLINK_CUT, DOWNLINK_CUT -> Ink.CUT;
    };
  }

  char mark(Status status) {
    return switch (status) {
      case AS_EXPECTED -> pick('●', '*');
      case PERMITTED -> pick('◇', '+');
      case WRONG_ORDER -> pick('⇅', '!');
      case UNEXPECTED -> pick('✗', 'x');
      case MISSING -> pick('○', 'o');
    };
  }

  Ink ink(Status status) {
    return switch (status) {
      case AS_EXPECTED -> Ink.GOOD;
      case PERMITTED -> Ink.QUIET;
      case WRONG_ORDER, UNEXPECTED, MISSING -> Ink.BAD;
    };
  }

  char step() {
    return pick('▸', '>');
  }

  char server() {
    return pick('■', '@');
  }

  private char pick(char drawn, char inAscii) {
    return ascii ? inAscii : drawn;
  }
}
