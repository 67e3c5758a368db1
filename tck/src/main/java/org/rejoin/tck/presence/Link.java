package org.rejoin.tck.presence;

import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;

/** Where a user stands: in a session or not, and what of its network works. */
public enum Link {
  /** Never joined, left, or gave up (D-13). */
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

  /** Whether it is in a session, whatever of its network works. */
  public boolean isInSession() {
    return this != OUT && this != KILLED;
  }

  /** Whether something of it reaches the server. */
  public boolean isHeard() {
    return this == CONNECTED || this == DOWNLINK_CUT;
  }

  /** Whether something of the server reaches it. */
  public boolean hears() {
    return this == CONNECTED || this == UPLINK_CUT;
  }

  /** Whether it is in a session, and nothing of the server reaches it. */
  public boolean isDeaf() {
    return isInSession() && !hears();
  }

  /** Whether something of its session's network does not work. */
  public boolean isCut() {
    return isInSession() && this != CONNECTED;
  }

  /**
   * Where a step leads, if a restore brings the user back at once; to itself where the step does
   * nothing.
   *
   * @param action what is done
   * @param direction which way a drop cuts
   */
  public Link after(Action action, Direction direction) {
    return switch (action) {
      case JOIN, RESTART -> CONNECTED;
      case DROP -> this == CONNECTED ? cut(direction) : this;
      case RESTORE -> isInSession() ? CONNECTED : this;
      case LEAVE -> isInSession() ? OUT : this;
      case KILL -> KILLED;
      case PEER_HEARD, PEER_SILENT, PEER_LEFT -> this;
    };
  }

  private static Link cut(Direction direction) {
    return switch (direction) {
      case BOTH -> CUT;
      case UPLINK -> UPLINK_CUT;
      case DOWNLINK -> DOWNLINK_CUT;
    };
  }
}
