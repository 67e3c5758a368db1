package org.rejoin.api;

/** What the channel is used for. In the text both modes have the same rules (KILL-00, D-35). */
public enum Mode {
  /** Everybody may speak. */
  COMMUNICATION,
  /** Live broadcast. */
  LIVE
}
