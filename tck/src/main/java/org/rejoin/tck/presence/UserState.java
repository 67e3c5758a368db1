package org.rejoin.tck.presence;

import java.util.Optional;

/**
 * One user between two changes.
 *
 * @param link whether it is in a session, and what of its network works
 * @param sinceMillis since when its link is as it is, within its session
 * @param session how many sessions it has begun
 * @param channel the channel of its session; empty outside of any
 * @param server the server that it is connected to or was last; empty where none are named
 * @param accepting the server whose next attempt is accepted, while it waits for one (NET-04)
 */
public record UserState(
    Link link,
    long sinceMillis,
    int session,
    Optional<String> channel,
    String server,
    Optional<String> accepting) {

  /** Nothing was done to it. */
  static UserState atFirst(String server) {
    return new UserState(Link.OUT, 0, 0, Optional.empty(), server, Optional.empty());
  }

  /** Whether it is in a channel, connected or not. */
  public boolean isInSession() {
    return link.isInSession();
  }

  /** Whether it is back only when an attempt to connect is accepted. */
  public boolean isWaiting() {
    return accepting.isPresent();
  }

  /** Where others can hear it; empty if nowhere. */
  public Optional<String> audibleIn() {
    return link.isHeard() ? channel : Optional.empty();
  }

  /** Where it can hear others; empty if nowhere. */
  public Optional<String> hearsIn() {
    return link.hears() ? channel : Optional.empty();
  }

  /** Whether it can hear another. */
  public boolean hears(UserState other) {
    return link.hears() && other.link.isHeard() && channel.equals(other.channel);
  }

  UserState begun(String name, String first, long nowMillis) {
    return new UserState(
        Link.CONNECTED, nowMillis, session + 1, Optional.of(name), first, Optional.empty());
  }

  UserState ended(Link next, long nowMillis) {
    return new UserState(next, nowMillis, session, Optional.empty(), server, Optional.empty());
  }

  UserState linked(Link next, long nowMillis) {
    return new UserState(next, nowMillis, session, channel, server, Optional.empty());
  }

  UserState waiting(String other) {
    return new UserState(link, sinceMillis, session, channel, server, Optional.of(other));
  }

  UserState accepted(long nowMillis) {
    return new UserState(
        Link.CONNECTED, nowMillis, session, channel, accepting.orElse(server), Optional.empty());
  }
}
