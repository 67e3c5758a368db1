package org.rejoin.tck.explore;

import java.util.Arrays;
import org.rejoin.tck.presence.Held;
import org.rejoin.tck.presence.Link;
import org.rejoin.tck.presence.PeerState;

/**
 * One user and what it can know of the others, at an instant of a script: before anything that is
 * due at that instant has fallen (D-03). Mutable; used by one thread.
 */
final class Situation {
  /** What {@link #untilChangeMillis} says when no threshold is ahead. */
  static final long NEVER = Long.MAX_VALUE;

  private final Thresholds thresholds;
  private final Link[] links;
  private final PeerState[] heard;

  private Link own = Link.OUT;
  private long nowMillis;
  private long deafSinceMillis;

  /** Nobody has joined. */
  Situation(Thresholds thresholds, int others) {
    this.thresholds = thresholds;
    this.links = new Link[others];
    this.heard = new PeerState[others];
    Arrays.fill(links, Link.OUT);
    Arrays.fill(heard, PeerState.UNKNOWN);
  }

  private Situation(Situation other) {
    this.thresholds = other.thresholds;
    this.links = other.links.clone();
    this.heard = other.heard.clone();
    this.own = other.own;
    this.nowMillis = other.nowMillis;
    this.deafSinceMillis = other.deafSinceMillis;
  }

  Situation copy() {
    return new Situation(this);
  }

  int others() {
    return links.length;
  }

  Link own() {
    return own;
  }

  Link link(int other) {
    return links[other];
  }

  Held held(int other) {
    return heard[other].held();
  }

  /** How old the user's own outage is; 0 if it hears, or is in no session. */
  long deafMillis() {
    return own.isDeaf() ? nowMillis - deafSinceMillis : 0;
  }

  /** How long another has been silent; 0 if it is not held silent. */
  long silentMillis(int other) {
    return held(other) == Held.SILENT ? nowMillis - heard[other].sinceMillis() : 0;
  }

  /** Something is done to the user itself. */
  void toOwn(Stimulus stimulus) {
    boolean wasDeaf = own.isDeaf();
    own = stimulus.after(own);
    if (stimulus == Stimulus.JOIN || !own.isInSession()) {
      Arrays.fill(heard, PeerState.UNKNOWN);
    }
    if (!wasDeaf) {
      deafSinceMillis = nowMillis;
    }
    for (int other = 0; other < links.length; other++) {
      listen(other, false);
    }
  }

  /**
   * Something is done to another.
   *
   * @param saysGoodbye whether a kill of it says goodbye
   */
  void toOther(int other, Stimulus stimulus, boolean saysGoodbye) {
    links[other] = stimulus.after(links[other]);
    listen(other, stimulus.isGoodbye(saysGoodbye));
  }

  private void listen(int other, boolean goodbye) {
    boolean audible = own.hears() && links[other].isHeard();
    heard[other] = heard[other].after(audible, goodbye, nowMillis);
  }

  /** How long until a threshold is reached or passed, at least 1; {@link #NEVER} if none is. */
  long untilChangeMillis() {
    long next = NEVER;
    if (own.isDeaf()) {
      next = until(deafMillis(), thresholds.interruptedMillis());
      next = Math.min(next, until(deafMillis(), thresholds.lostMillis()));
    }
    for (int other = 0; other < links.length; other++) {
      if (held(other) == Held.SILENT) {
        boolean due = own.hears() && silentMillis(other) >= thresholds.windowMillis();
        next = Math.min(next, due ? 1 : until(silentMillis(other), thresholds.windowMillis()));
      }
    }
    return next;
  }

  private static long until(long ageMillis, long thresholdMillis) {
    if (ageMillis > thresholdMillis) {
      return NEVER;
    }
    return Math.max(1, thresholdMillis - ageMillis);
  }

  /** Lets what is due fall, and time pass: at least 1 ms, and no change further. */
  void pass(long millis) {
    nowMillis += millis;
    for (int other = 0; other < links.length; other++) {
      heard[other] = heard[other].before(nowMillis, own.hears(), thresholds.windowMillis());
    }
  }

  Thresholds thresholds() {
    return thresholds;
  }
}
