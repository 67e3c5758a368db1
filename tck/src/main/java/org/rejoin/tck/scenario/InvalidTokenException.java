package org.rejoin.tck.scenario;

/** A word is no replay token: what is wrong with it, and what to do. */
public final class InvalidTokenException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param problem in words that follow "the token"
   */
  public InvalidTokenException(String problem) {
    super(OneLine.of("the token " + problem));
  }
}
