package org.rejoin.tck.recording;

/** Why a difference is not held against what was recorded. */
public enum Doubt {
  /** Its user has no callback at all, and nothing says that its callbacks were recorded. */
  NOT_RECORDED(
      "a user has no callback at all, and `recorded` does not say that its callbacks were logged"),
  /** One uid was alive twice (D-26). */
  ALIVE_TWICE(
      "a uid entered a channel in which it was present already; the same uid alive twice is outside"
          + " the specification (D-26)"),
  /** The app was told something of the same user with a reason that no rule is about. */
  OTHER_REASON(
      "an app was told of the same user with a reason that no rule is about, so whether it heard"
          + " the user is not known"),
  /** Steps come too close together for the tolerance. */
  TOO_CLOSE("what differs follows from steps closer together than the tolerance can keep apart"),
  /** A step comes too close to giving up for the tolerance. */
  GIVING_UP("what differs follows from a step within the tolerance of giving up (D-13)"),
  /** An attempt comes too close to a server's return for the tolerance. */
  ATTEMPT(
      "what differs follows from an attempt of which the tolerance can't tell whether the server was"
          + " back");

  private final String sentence;

  Doubt(String sentence) {
    this.sentence = sentence;
  }

  /** The reason, in a clause. */
  public String sentence() {
    return sentence;
  }
}
