package org.rejoin.tck.defective;

/** What one user's session holds of another user. Mutable: misreadings meddle with it. */
final class Sight {
  final Person observer;
  final Person of;

  /** Whether its packets arrive. */
  boolean heard;

  /** Whether the observer was told that it is gone. */
  boolean gone;

  /** The last instant heard, while it is not heard. */
  long lastHeardMillis;

  /** How often the observer was told that it is gone. */
  int timesGone;

  /** When the observer was last told that it is gone. */
  long goneMillis;

  Sight(Person observer, Person of) {
    this.observer = observer;
    this.of = of;
  }

  void fallSilent(long nowMillis) {
    if (heard) {
      heard = false;
      lastHeardMillis = nowMillis;
    }
  }

  /** Whether its window runs. */
  boolean isSilent() {
    return !heard && !gone;
  }

  /** Whether its window runs in front of an observer that hears the server. */
  boolean isAwaited() {
    return isSilent() && !observer.isDeaf();
  }

  void tellGone(long nowMillis) {
    heard = false;
    gone = true;
    goneMillis = nowMillis;
    timesGone++;
  }
}
