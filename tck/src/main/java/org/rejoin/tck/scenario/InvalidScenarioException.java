package org.rejoin.tck.scenario;

/** A scenario is not one: which field is wrong, and why. */
public final class InvalidScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;

  /**
   * Names the field and the reason.
   *
   * @param field the path of the field, such as {@code steps[2].uid}
   * @param reason what is wrong with it and what is expected, in one line
   */
  public InvalidScenarioException(String field, String reason) {
    super(field + ": " + reason);
    this.field = field;
    this.reason = reason;
  }

  /** The same, of a scenario that stands inside something else. */
  InvalidScenarioException under(String path) {
    return new InvalidScenarioException(path + "." + field, reason);
  }

  /** The path of the field that is wrong. */
  public String field() {
    return field;
  }
}
