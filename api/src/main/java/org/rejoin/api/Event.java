package org.rejoin.api;

/**
 * One thing that a client concluded, in neutral words, before any platform's names.
 *
 * @param kind what was concluded
 * @param user whom it is about: the local user for local kinds, a remote user for the others
 * @param dueMillis the instant at which it was due, in milliseconds on the caller's time line;
 *     never the instant of the call that brought it to light, so a late call changes nothing
 */
public record Event(Kind kind, UserId user, long dueMillis) {

  /** The six conclusions: three about the local user, three about a remote one. */
  public enum Kind {
    /** The local user heard nothing from the server for 4 s (NET-01 to NET-03). */
    INTERRUPTED(true),
    /** It still hears nothing after 10 s (NET-05 to NET-07). */
    LOST(true),
    /** It was interrupted and hears the server again (NET-11 to NET-13). */
    REJOINED(true),
    /** A remote user was silent for the whole window: gone (NET-08 to NET-10). */
    USER_DROPPED(false),
    /** A remote user said goodbye: gone (KILL-01 to KILL-03, DRV-06). */
    USER_QUIT(false),
    /** A remote user is there: for the first time, or back after gone (NET-15 to NET-17). */
    USER_JOINED(false);

    private final boolean local;

    Kind(boolean local) {
      this.local = local;
    }

    /** Whether the event is about the local user itself. */
    public boolean isLocal() {
      return local;
    }
  }
}
