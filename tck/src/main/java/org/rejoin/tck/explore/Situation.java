package org.rejoin.tck.explore;

import java.util.Arrays;

/**
 * One user and what it can know of the others, at an instant of a script: before anything that is
 * due at that instant has fallen (D-03). Mutable; used by one thread.
 */
final class Situation {
  /** What {@link #untilChangeMillis} says when no threshold is ahead. */
  static final long NEVER = Long.MAX_VALUE;

  private final Thresholds thresholds;
  private final Link[] links;
  private final Held[] held;
  private final long[] silentMillis;

  private Link own = Link.OUT;
  private long deafMillis;

  /** Nobody has joined. */
  Situation(Thresholds thresholds, int others) {
    this.thresholds = thresholds;
    this.links = new Link[others];
    this.held = new Held[others];
    this.silentMillis = new long[others];
    Arrays.fill(links, Link.OUT);
    Arrays.fill(held, Held.UNKNOWN);
  }

  private Situation(Situation other) {
    this.thresholds = other.thresholds;
    this.links = other.links.clone();
    this.held = other.held.clone();
    this.silentMillis = other.silentMillis.clone();
    this.own = other.own;
    this.deafMillis = other.deafMillis;
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
    return held[other];
  }

  /** How old the user's own outage is; 0 if it hears, or is in no session. */
  long deafMillis() {
    return deafMillis;
  }

  /** How long another has been silent; 0 if it is not held silent. */
  long silentMillis(int other) {
    return silentMillis[other];
  }

  /** Something is done to the user itself. */
  void toOwn(Stimulus stimulus) {
    Link before = own;
    own = before.after(stimulus);
    if (stimulus == Stimulus.JOIN || !own.isInSession()) {
      Arrays.fill(held, Held.UNKNOWN);
      Arrays.fill(silentMillis, 0);
    }
    if (!own.isDeaf()) {
      deafMillis = 0;
    } else if (before.hears()) {
      for (int other = 0; other < links.length; other++) {
        missed(other);
      }
    }
    if (own.hears() && (stimulus == Stimulus.JOIN || !before.hears())) {
      for (int other = 0; other < links.length; other++) {
        hear(other);
      }
    }
  }

  /**
   * Something is done to another.
   *
   * @param saysGoodbye whether a kill of it says goodbye
   */
  void toOther(int other, Stimulus stimulus, boolean saysGoodbye) {
    Link before = links[other];
    links[other] = before.after(stimulus);
    if (before.isHeard() && !links[other].isHeard()) {
      boolean goodbye = stimulus == Stimulus.LEAVE || (stimulus == Stimulus.KILL && saysGoodbye);
      if (goodbye && held[other] == Held.HEARD) {
        hold(other, Held.GONE);
      } else {
        missed(other);
      }
    } else {
      hear(other);
    }
  }

  private void hear(int other) {
    if (own.hears() && links[other].isHeard()) {
      hold(other, Held.HEARD);
    }
  }

  private void missed(int other) {
    if (held[other] == Held.HEARD) {
      hold(other, Held.SILENT);
    }
  }

  private void hold(int other, Held next) {
    held[other] = next;
    silentMillis[other] = 0;
  }

  /** How long until a threshold is reached or passed, at least 1; {@link #NEVER} if none is. */
  long untilChangeMillis() {
    long next = NEVER;
    if (own.isDeaf()) {
      next = until(deafMillis, thresholds.interruptedMillis());
      next = Math.min(next, until(deafMillis, thresholds.lostMillis()));
    }
    for (int other = 0; other < links.length; other++) {
      if (held[other] == Held.SILENT) {
        boolean due = own.hears() && silentMillis[other] >= thresholds.windowMillis();
        next = Math.min(next, due ? 1 : until(silentMillis[other], thresholds.windowMillis()));
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
    for (int other = 0; other < links.length; other++) {
      if (held[other] == Held.SILENT) {
        if (own.hears() && silentMillis[other] >= thresholds.windowMillis()) {
          hold(other, Held.GONE);
        } else {
          silentMillis[other] += millis;
        }
      }
    }
    if (own.isDeaf()) {
      deafMillis += millis;
    }
  }

  Thresholds thresholds() {
    return thresholds;
  }
}
