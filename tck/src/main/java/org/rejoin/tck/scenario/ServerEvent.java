package org.rejoin.tck.scenario;

import org.rejoin.api.UserId;

/** Something that a server saw; never a callback, and only shown by ports that can. */
public sealed interface ServerEvent {

  /** When, in milliseconds from the scenario's start. */
  long atMillis();

  /**
   * The server destroyed a channel (KILL-10).
   *
   * @param atMillis when, in milliseconds
   * @param channel which one
   */
  record ChannelDestroyed(long atMillis, String channel) implements ServerEvent {}

  /**
   * A client tried to connect (NET-04).
   *
   * @param atMillis when, in milliseconds
   * @param uid whose client
   * @param server to which server
   */
  record ConnectAttempt(long atMillis, UserId uid, String server) implements ServerEvent {}
}
