package org.rejoin.tck.scenario;

/** A file is no scenario: one line that says which file, where in it, and what to do. */
public final class ScenarioFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the finished line. */
  public ScenarioFileException(String message) {
    super(message);
  }
}
