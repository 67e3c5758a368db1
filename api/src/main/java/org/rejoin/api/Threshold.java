package org.rejoin.api;

/**
 * A constant of a profile: how long a silence is when something follows from it.
 *
 * @param name the word for it in ids of checks, such as {@code interrupted}
 * @param concern whose silence, and who concludes from it
 * @param millis how long the silence is, in milliseconds from its last packet
 */
public record Threshold(String name, Concern concern, long millis) {

  /** Whose silence it is, and who concludes from it. */
  public enum Concern {
    /** The server's, for the local user: the app is told. */
    OUTAGE,
    /** The server's, for the local user: trying to reconnect ends, and nobody is told. */
    GIVING_UP,
    /** A user's, for its observers. */
    WINDOW,
    /** Everybody's, for the server. */
    CHANNEL
  }
}
