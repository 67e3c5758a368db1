package org.rejoin.tck.scenario;

/** Which way of a user's network is meant; the two ways have independent clocks (D-11). */
public enum Direction {
  /** Nothing is sent and nothing arrives. */
  BOTH,
  /** Nothing is sent: only observers notice. */
  UPLINK,
  /** Nothing arrives: only the user itself notices. */
  DOWNLINK
}
