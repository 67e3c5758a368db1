package org.rejoin.tck.oracle;

import org.rejoin.api.UserId;

/** What one observer's session knows of one other user. */
final class Pair {
  /** No deadline. */
  static final long NONE = Long.MAX_VALUE;

  final Seat observer;
  final UserId peer;

  /** How many others the observer's session knew before. */
  final int number;

  /** Whether the observer hears the user now. */
  boolean heard;

  /** Whether it has heard, or been told, of the user in this session. */
  boolean met;

  /** Whether it was told of the user, but never heard it (D-33). */
  boolean announced;

  /** Whether it was last told that the user is gone. */
  boolean gone;

  /** How often it was told so. */
  int timesGone;

  /** Since when it hears the user, while it does. */
  long heardSinceMillis;

  /** When it last heard the user, or the announcement that stands for it (D-33). */
  long lastHeardMillis;

  /** When the window ends, or ended while the observer was cut off. */
  long goneDueMillis = NONE;

  /** The end of the window that is in line; {@link #NONE} if none is. */
  long inLineMillis = NONE;

  /** Whether the window's end has been looked at already. */
  boolean passed;

  Pair(Seat observer, UserId peer, int number) {
    this.observer = observer;
    this.peer = peer;
    this.number = number;
  }

  /** Whether there is a window whose end has not been looked at. */
  boolean windowIsOpen() {
    return goneDueMillis != NONE && !passed && observer.pairs.get(peer) == this;
  }

  void hear(long nowMillis) {
    heard = true;
    announced = false;
    heardSinceMillis = nowMillis;
    goneDueMillis = NONE;
  }

  void fallSilent(long nowMillis, long windowMillis) {
    heard = false;
    lastHeardMillis = nowMillis;
    startWindow(windowMillis);
  }

  void startWindow(long windowMillis) {
    passed = false;
    goneDueMillis = NONE;
    if (met && !gone && !heard) {
      endAt(lastHeardMillis + windowMillis);
    }
  }

  /** The observer hears the server again: what is still open is due now at the earliest (D-10). */
  void reconcile(long nowMillis) {
    if (goneDueMillis != NONE) {
      passed = false;
      endAt(Math.max(goneDueMillis, nowMillis));
    }
  }

  private void endAt(long millis) {
    goneDueMillis = millis;
    observer.ends.add(this);
  }

  void tellGone() {
    gone = true;
    timesGone++;
    goneDueMillis = NONE;
  }
}
