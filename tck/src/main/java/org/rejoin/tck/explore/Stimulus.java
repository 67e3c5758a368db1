package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.presence.Link;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Step;

/** What can be done to a user. A restart is a join: both begin a fresh session. */
public enum Stimulus {
  /** The user joins, or is started again and has joined. */
  JOIN("join", Action.JOIN, Direction.BOTH),
  /** Its network is gone. */
  DROP("drop", Action.DROP, Direction.BOTH),
  /** Nobody hears it any more. */
  DROP_UPLINK("drop-uplink", Action.DROP, Direction.UPLINK),
  /** It hears nobody any more. */
  DROP_DOWNLINK("drop-downlink", Action.DROP, Direction.DOWNLINK),
  /** Its network is back. */
  RESTORE("restore", Action.RESTORE, Direction.BOTH),
  /** It leaves. */
  LEAVE("leave", Action.LEAVE, Direction.BOTH),
  /** Its process is killed. */
  KILL("kill", Action.KILL, Direction.BOTH);

  /** All of them, in order. */
  static final ImmutableList<Stimulus> ALL = ImmutableList.copyOf(values());

  private final String id;
  private final Action action;
  private final Direction direction;

  Stimulus(String id, Action action, Direction direction) {
    this.id = id;
    this.action = action;
    this.direction = direction;
  }

  /** The word for it in ids. */
  public String id() {
    return id;
  }

  /** What a step does to its user; steps about peers are not for whole channels. */
  static Stimulus of(Step step) {
    return switch (step.action()) {
      case JOIN, RESTART -> JOIN;
      case DROP ->
          switch (step.direction()) {
            case BOTH -> DROP;
            case UPLINK -> DROP_UPLINK;
            case DOWNLINK -> DROP_DOWNLINK;
          };
      case RESTORE -> RESTORE;
      case LEAVE -> LEAVE;
      case KILL -> KILL;
      case PEER_HEARD, PEER_SILENT, PEER_LEFT ->
          throw new IllegalArgumentException("about a peer: " + step.action().id());
    };
  }

  /** Where it leads; to the same where it does nothing. */
  Link after(Link before) {
    return before.after(action, direction);
  }

  /** Whether it says goodbye, if the user is heard. */
  boolean isGoodbye(boolean saidWhenKilled) {
    return this == LEAVE || (this == KILL && saidWhenKilled);
  }

  Action action() {
    return action;
  }

  Direction direction() {
    return direction;
  }
}
