package org.rejoin.tck.scenario;

/** A file is no scenario: one line that says which file, where in it, and what to do. */
public final class ScenarioFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the finished message; whatever would break its line is shown as U+FFFD. */
  public ScenarioFileException(String message) {
    super(OneLine.of(message));
  }
}
