package org.rejoin.tck.reference.states;

/** Where a user stands; the last three are cut off, one way or both. */
enum Standing {
  OUT,
  CONNECTED,
  UPLINK_CUT,
  DOWNLINK_CUT,
  CUT;

  boolean isHeard() {
    return this == CONNECTED || this == DOWNLINK_CUT;
  }

  boolean hears() {
    return this == CONNECTED || this == UPLINK_CUT;
  }

  boolean isCut() {
    return compareTo(UPLINK_CUT) >= 0;
  }
}
