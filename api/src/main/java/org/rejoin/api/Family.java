package org.rejoin.api;

/** A family of platforms that share their callback names and their behaviour when killed. */
public enum Family {
  /** Android, Windows and Linux: a killed process goes silent. */
  AWL,
  /** iOS and macOS: a killed process quits its channel by itself (rules KILL-01 to KILL-03). */
  APPLE,
  /** Web: no local callbacks, and a shorter window for others (rules NET-03, NET-10, KILL-09). */
  WEB
}
