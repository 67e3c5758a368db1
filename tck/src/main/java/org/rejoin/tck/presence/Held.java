package org.rejoin.tck.presence;

/** What a user holds of another, by what it has heard in its session. */
public enum Held {
  /** Nothing: never heard in this session, or in none. */
  UNKNOWN,
  /** Present, and heard at every instant. */
  HEARD,
  /** Present, as far as was told; not heard for a while. */
  SILENT,
  /** Told that it is gone. */
  GONE
}
