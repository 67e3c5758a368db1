package org.rejoin.tck.oracle;

import java.util.Comparator;
import java.util.Map;
import org.rejoin.api.Family;
import org.rejoin.api.UserId;

/** When each observer's window on each silent user ends, and what is due then. */
final class Windows {
  /** Windows that end at one instant, in the order in which observers and pairs came up. */
  private static final Comparator<Pair> IN_TURN =
      Comparator.<Pair>comparingInt(pair -> pair.observer.order)
          .thenComparingInt(pair -> pair.order);

  private final Terms terms;
  private final Expecting expecting;
  private final Map<UserId, Seat> seats;
  private final TimedQueue<Pair> queue;

  Windows(Terms terms, Expecting expecting, Map<UserId, Seat> seats, TimedQueue<Pair> queue) {
    this.terms = terms;
    this.expecting = expecting;
    this.seats = seats;
    this.queue = queue;
  }

  /** The first instant at which a window ends. */
  long nextDeadline() {
    return queue.nextMillis();
  }

  /** Windows end: for an observer that is cut off itself that is nothing to go by (D-09). */
  void fall(long nowMillis) {
    for (Pair pair : queue.takeDue(nowMillis, IN_TURN)) {
      end(pair.observer, pair, nowMillis);
    }
  }

  private void end(Seat observer, Pair pair, long nowMillis) {
    Cause cause = causeOf(observer, pair);
    if (!observer.isDeaf()) {
      expecting.silent(pair, cause, nowMillis);
      return;
    }
    pair.passed = true;
    boolean ownClock = nowMillis == pair.lastHeardMillis + terms.windowMillis(observer);
    if (observer.family() != Family.WEB && ownClock) {
      expecting.silentPerhaps(pair, cause, nowMillis);
    }
  }

  /** Why the user is absent; a user that is there is only out of the observer's own hearing. */
  Cause causeOf(Seat observer, Pair pair) {
    Seat user = seats.get(pair.peer);
    return user == null || (user.isAudible() && user.channel.equals(observer.channel))
        ? Cause.NONE
        : user.cause;
  }

  /** Windows that end so soon that a clock which is ahead may have seen it. */
  void permitNext(Seat observer, long nowMillis) {
    for (Pair pair : observer.pairs.values()) {
      if (isNearlyDue(pair, nowMillis)) {
        expecting.silentPerhaps(pair, causeOf(observer, pair), pair.goneDueMillis);
      }
    }
  }

  /** Whether the window ends so soon that the port may say so already. */
  boolean isNearlyDue(Pair pair, long nowMillis) {
    long restMillis = pair.goneDueMillis - nowMillis;
    return pair.goneDueMillis != Pair.NONE
        && restMillis >= 0
        && restMillis < terms.tolerance().earlyMillis();
  }
}
