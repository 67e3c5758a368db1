package org.rejoin.api;

/** Why a remote user is gone (D-41). */
public enum Reason {
  /** The user said goodbye: it left, or it was killed on iOS or macOS. */
  QUIT,
  /** No packet of the user was heard for the observer's window. */
  DROPPED
}
