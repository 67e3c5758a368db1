package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/** What a step does. The last three exist for ports that host one client only (view client). */
public enum Action {
  /** The app joins a channel; a fresh session with a working network begins. */
  JOIN("join"),
  /** The network of the user is gone, in one or both directions. */
  DROP("drop"),
  /** The network is back, and the reconnect has succeeded at this instant. */
  RESTORE("restore"),
  /** The app leaves the channel. */
  LEAVE("leave"),
  /** The process is killed. */
  KILL("kill"),
  /** The app is started again and has joined a channel, under the same uid. */
  RESTART("restart"),
  /** Packets of the peer arrive from now on. */
  PEER_HEARD("peer-heard"),
  /** From now on no packet of the peer arrives. */
  PEER_SILENT("peer-silent"),
  /** The peer's goodbye arrives. */
  PEER_LEFT("peer-left");

  private static final ImmutableMap<String, Action> BY_ID =
      Maps.uniqueIndex(Arrays.asList(values()), Action::id);

  private final String id;

  Action(String id) {
    this.id = id;
  }

  /** The word for it in scenario files and messages. */
  public String id() {
    return id;
  }

  /** Whether a fresh session of its user begins with it. */
  public boolean beginsSession() {
    return this == JOIN || this == RESTART;
  }

  /** Whether it is about a peer: only ports with view client get such steps. */
  public boolean isAboutPeer() {
    return compareTo(PEER_HEARD) >= 0;
  }

  /** The action with this id, or empty if there is none. */
  public static Optional<Action> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
