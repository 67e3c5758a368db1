package org.rejoin.tck.scenario;

import com.google.common.base.CharMatcher;

/** Keeps messages that quote what was read on one line. */
final class OneLine {
  private static final CharMatcher BREAKS =
      CharMatcher.javaIsoControl().or(CharMatcher.anyOf("\u2028\u2029"));

  private OneLine() {}

  /** The message, with whatever would break its line shown as U+FFFD. */
  static String of(String message) {
    return BREAKS.replaceFrom(message, '\uFFFD');
  }
}
