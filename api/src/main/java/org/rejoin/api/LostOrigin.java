package org.rejoin.api;

/** From when the time to {@link Event.Kind#LOST} counts (D-02). */
public enum LostOrigin {
  /** From the last data that the server sent; the reading of the default profile. */
  LAST_DATA,
  /** From the instant of {@link Event.Kind#INTERRUPTED}. */
  INTERRUPTED
}
