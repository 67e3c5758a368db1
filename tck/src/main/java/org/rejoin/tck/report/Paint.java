package org.rejoin.tck.report;

/**
 * Colours for a terminal, or none.
 *
 * @param on whether to use ANSI colours
 */
record Paint(boolean on) {
  String good(String text) {
    return with("32", text);
  }

  String bad(String text) {
    return with("1;31", text);
  }

  String warn(String text) {
    return with("33", text);
  }

  String bold(String text) {
    return with("1", text);
  }

  String quiet(String text) {
    return with("2", text);
  }

  private String with(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
