package org.rejoin.tck.scenario;

import com.google.common.base.CharMatcher;

/** A file is no scenario: one line that says which file, where in it, and what to do. */
public final class ScenarioFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What a file quoted in the message may have that would break the line. */
  private static final CharMatcher BREAKS =
      CharMatcher.javaIsoControl().or(CharMatcher.anyOf("\u2028\u2029"));

  /** Takes the finished message; whatever would break its line is shown as U+FFFD. */
  public ScenarioFileException(String message) {
    super(BREAKS.replaceFrom(message, '\uFFFD'));
  }
}
