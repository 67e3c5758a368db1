package org.rejoin.api;

/**
 * One thing that a client is told by its app or hears from the network, without its time.
 *
 * <p>A stream that is <em>on</em> counts as heard at every instant until it is off. A transport
 * that knows no such edges reports single packets instead (see {@code Client} in core).
 *
 * @param kind what happened
 * @param user whom it is about: the local user for the kinds about the session and the link, a
 *     remote user for the others
 */
public record Input(Kind kind, UserId user) {

  /** What can be heard or told. */
  public enum Kind {
    /** The app joins the channel: a fresh session begins, whatever was before. */
    JOIN,
    /** The session ends: the app left, or its process was killed. */
    END,
    /** Data from the server arrives from now on: the first, or again after an outage. */
    LINK_UP,
    /** From now on nothing arrives from the server. */
    LINK_DOWN,
    /** Packets of a remote user arrive from now on: for the first time, or again. */
    USER_HEARD,
    /** From now on no packet of a remote user arrives. */
    USER_SILENT,
    /** A remote user's goodbye arrives. */
    USER_LEFT
  }
}
