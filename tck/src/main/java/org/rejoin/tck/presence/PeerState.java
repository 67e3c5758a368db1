package org.rejoin.tck.presence;

/**
 * What a user holds of another, by what it has heard in its session (D-09, D-10).
 *
 * @param held what it holds
 * @param sinceMillis when the other was last heard; only while it is held silent
 */
public record PeerState(Held held, long sinceMillis) {
  /** Nothing was heard. */
  public static final PeerState UNKNOWN = new PeerState(Held.UNKNOWN, 0);

  private static final PeerState HEARD = new PeerState(Held.HEARD, 0);
  private static final PeerState GONE = new PeerState(Held.GONE, 0);

  /** Whether the other is heard at every instant. */
  public boolean isHeard() {
    return held == Held.HEARD;
  }

  /**
   * After a change that may concern the two.
   *
   * @param audible whether the user hears the other from now on
   * @param goodbye whether the change is the other's goodbye
   */
  public PeerState after(boolean audible, boolean goodbye, long nowMillis) {
    if (audible) {
      return HEARD;
    }
    if (held != Held.HEARD) {
      return this;
    }
    return goodbye ? GONE : new PeerState(Held.SILENT, nowMillis);
  }

  /**
   * When all that was due before an instant has fallen. A window that ends while the user hears
   * nobody is nothing to go by until it does (D-09).
   *
   * @param hears whether the user has heard the server up to then
   * @param windowMillis the user's window
   */
  public PeerState before(long limitMillis, boolean hears, long windowMillis) {
    return held == Held.SILENT && hears && limitMillis - sinceMillis > windowMillis ? GONE : this;
  }
}
