package org.rejoin.tck.oracle;

import org.rejoin.api.UserId;

/** What one observer's session knows of one other user. */
final class Pair extends Timed {
  /** No deadline. */
  static final long NONE = Long.MAX_VALUE;

  final Seat observer;
  final UserId peer;

  /** In which of the observer's sessions it came up, and after how many others. */
  final int session;

  final int order;

  private final TimedQueue<Pair> windows;

  /** Whether the observer hears the user now. */
  boolean heard;

  /** Whether it has heard, or been told, of the user in this session. */
  boolean met;

  /** Whether it was told of the user, but never heard it (D-33). */
  boolean announced;

  /** Whether it was last told that the user is gone. */
  boolean gone;

  /** Whether its app was told anything of the user. */
  boolean told;

  /** Whether its app was last told that the user is gone though nothing called for it. */
  boolean unexplainedGone;

  /** How often it was told so. */
  int timesGone;

  /** Since when it hears the user, while it does. */
  long heardSinceMillis;

  /** When it last heard the user, or the announcement that stands for it (D-33). */
  long lastHeardMillis;

  /** When the window ends, or ended while the observer was cut off. */
  long goneDueMillis = NONE;

  /** When the window of its last absence would have ended, if that ended in time, and its cause. */
  long unnoticedUntilMillis = Long.MIN_VALUE / 2;

  Cause unnoticedCause = Cause.NONE;

  /** Whether the window's end has been looked at already. */
  boolean passed;

  Pair(Seat observer, UserId peer, int order, TimedQueue<Pair> windows) {
    this.observer = observer;
    this.peer = peer;
    this.session = observer.session;
    this.order = order;
    this.windows = windows;
  }

  /** When its window ends, if that is still to be looked at. */
  @Override
  long dueMillis() {
    return passed || !isCurrent() ? NONE : goneDueMillis;
  }

  /** Whether the observer is still in the session in which it came up. */
  boolean isCurrent() {
    return session == observer.session && observer.inSession();
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
    goneDueMillis = met && !gone && !heard ? lastHeardMillis + windowMillis : NONE;
    windows.watch(this);
  }

  /** The observer hears the server again: what is still open is due now at the earliest (D-10). */
  void reconcile(long nowMillis) {
    if (goneDueMillis != NONE) {
      goneDueMillis = Math.max(goneDueMillis, nowMillis);
      passed = false;
      windows.watch(this);
    }
  }

  void tellGone() {
    gone = true;
    timesGone++;
    goneDueMillis = NONE;
  }
}
