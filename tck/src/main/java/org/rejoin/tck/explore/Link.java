package org.rejoin.tck.explore;

/** Where a user stands: in a session or not, and what of its network works. */
public enum Link {
  /** Never joined, or left. */
  OUT("out"),
  /** Its process was killed. */
  KILLED("killed"),
  /** In a session, and the network works. */
  CONNECTED("connected"),
  /** It hears and is not heard. */
  UPLINK_CUT("uplink-cut"),
  /** It is heard and hears nobody. */
  DOWNLINK_CUT("downlink-cut"),
  /** Neither. */
  CUT("cut");

  private final String id;

  Link(String id) {
    this.id = id;
  }

  /** The word for it in ids. */
  public String id() {
    return id;
  }

  boolean isInSession() {
    return this != OUT && this != KILLED;
  }

  boolean isHeard() {
    return this == CONNECTED || this == DOWNLINK_CUT;
  }

  boolean hears() {
    return this == CONNECTED || this == UPLINK_CUT;
  }

  boolean isDeaf() {
    return isInSession() && !hears();
  }

  /** Where a stimulus leads; to itself where that does nothing. */
  Link after(Stimulus stimulus) {
    return switch (stimulus) {
      case JOIN -> CONNECTED;
      case DROP -> this == CONNECTED ? CUT : this;
      case DROP_UPLINK -> this == CONNECTED ? UPLINK_CUT : this;
      case DROP_DOWNLINK -> this == CONNECTED ? DOWNLINK_CUT : this;
      case RESTORE -> isInSession() ? CONNECTED : this;
      case LEAVE -> isInSession() ? OUT : this;
      case KILL -> KILLED;
    };
  }
}
