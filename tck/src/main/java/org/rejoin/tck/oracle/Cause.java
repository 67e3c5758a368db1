package org.rejoin.tck.oracle;

/** What a user's absence last came from. It decides which rules speak, never when. */
enum Cause {
  /** It is there; if an observer can't hear it, that is the observer's own outage. */
  NONE,
  /** Its network is gone, or it went to another channel without a word. */
  DROPPED,
  /** Killed on Android, Windows or Linux: silent (KILL-04 to KILL-08). */
  KILLED_AWL,
  /** Killed on Web, or its page closed: as a drop (KILL-09). */
  KILLED_WEB,
  /** Killed on iOS or macOS: it quits (KILL-01 to KILL-03). */
  KILLED_APPLE,
  /** It left (DRV-06). */
  LEFT,
  /** It left or quit while nothing of it could be heard (DRV-07). */
  UNSENT_GOODBYE;

  /** Whether the process ended. */
  boolean isKill() {
    return this == KILLED_AWL || this == KILLED_WEB || this == KILLED_APPLE;
  }
}
