package org.rejoin.tck.oracle;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.rejoin.api.Family;
import org.rejoin.api.UserId;
import org.rejoin.tck.spec.Rule;

/** Who hears whom, in every channel, and what each observer is to be told of the others. */
final class Presence {
  private final Terms terms;
  private final Expecting expecting;
  private final Findings findings;
  private final Map<UserId, Seat> seats;
  private final TreeMap<String, ServerChannel> channels = new TreeMap<>();

  Presence(Terms terms, Expecting expecting, Findings findings, Map<UserId, Seat> seats) {
    this.terms = terms;
    this.expecting = expecting;
    this.findings = findings;
    this.seats = seats;
  }

  Collection<ServerChannel> channels() {
    return channels.values();
  }

  /** A user can be heard in its channel from now on. */
  void appears(Seat user, String name, long nowMillis) {
    ServerChannel channel = channels.computeIfAbsent(name, ServerChannel::new);
    channel.heard.add(user.uid);
    channel.silentMembers.remove(user.uid);
    if (channel.destroyedDueMillis != Pair.NONE && channel.lastWasKilled && terms.showsChannels()) {
      findings.exercised(Rule.KILL_10);
    }
    channel.destroyedDueMillis = Pair.NONE;
    for (Seat observer : seats.values()) {
      if (observer != user && observer.listens(name)) {
        hears(observer, user, false, nowMillis);
      }
    }
  }

  /** A user can't be heard in a channel from now on: it went silent, or with a goodbye. */
  void disappears(Seat user, String name, boolean goodbye, long nowMillis) {
    ServerChannel channel = channels.computeIfAbsent(name, ServerChannel::new);
    channel.heard.remove(user.uid);
    if (!goodbye) {
      channel.silentMembers.add(user.uid);
    }
    if (channel.heard.isEmpty()) {
      channel.destroyedDueMillis = nowMillis + terms.profile().channelDestroyedAfterMillis();
      channel.lastWasKilled = user.cause.isKill();
    }
    int observers = 0;
    for (Seat observer : seats.values()) {
      if (observer != user && observer.listens(name)) {
        Pair pair = observer.pair(user.uid);
        observers += pair.met ? 1 : 0;
        if (goodbye && pair.met && !pair.gone) {
          pair.heard = false;
          pair.lastHeardMillis = nowMillis;
          expecting.quit(observer, pair, user.cause, nowMillis);
        } else {
          pair.fallSilent(nowMillis, window(observer));
        }
      }
    }
    if (observers > 1) {
      findings.exercised(Rule.DRV_10);
    }
  }

  /** A session begins that remembers nothing: first meetings, and silent members (D-33). */
  void newcomer(Seat observer, String name, long nowMillis) {
    observer.pairs.clear();
    for (Seat user : seats.values()) {
      if (user != observer && user.isAudible() && user.channel.equals(observer.channel)) {
        hears(observer, user, false, nowMillis);
      }
    }
    ServerChannel channel = channels.computeIfAbsent(name, ServerChannel::new);
    for (UserId silent : channel.silentMembers) {
      if (!silent.equals(observer.uid)) {
        expecting.announcedSilent(observer, observer.pair(silent), nowMillis);
      }
    }
  }

  /** An observer hears the server again: others that are there, and others that are not (D-10). */
  void recovers(Seat observer, long nowMillis) {
    for (Seat user : seats.values()) {
      if (user != observer && user.isAudible() && user.channel.equals(observer.channel)) {
        hears(observer, user, true, nowMillis);
      }
    }
    observer.pairs.values().forEach(pair -> pair.reconcile(nowMillis));
    findings.exercised(Rule.DRV_11);
  }

  /** An observer hears nobody any more. */
  void deafens(Seat observer, long nowMillis) {
    for (Pair pair : observer.pairs.values()) {
      if (pair.heard) {
        pair.fallSilent(nowMillis, window(observer));
      }
    }
  }

  private void hears(Seat observer, Seat user, boolean recovered, long nowMillis) {
    Pair pair = observer.pair(user.uid);
    if (pair.heard) {
      return;
    }
    if (!pair.met) {
      expecting.met(observer, pair, recovered, nowMillis);
    } else if (pair.gone) {
      expecting.back(observer, pair, user.cause, recovered, nowMillis);
    } else if (!recovered) {
      findings.exercised(Attribution.unnoticed(observer.family(), user.cause));
    }
    pair.hear();
  }

  /** The first instant at which a window ends. */
  long nextDeadline() {
    long next = Pair.NONE;
    for (Seat observer : seats.values()) {
      for (Pair pair : observer.pairs.values()) {
        if (!pair.passed) {
          next = Math.min(next, pair.goneDueMillis);
        }
      }
    }
    return next;
  }

  /** Windows end: for an observer that is cut off itself that is nothing to go by (D-09). */
  void fall(long nowMillis) {
    for (Seat observer : seats.values()) {
      for (Pair pair : observer.pairs.values()) {
        if (!pair.passed && pair.goneDueMillis <= nowMillis) {
          end(observer, pair, nowMillis);
        }
      }
    }
  }

  private void end(Seat observer, Pair pair, long nowMillis) {
    Cause cause = causeOf(observer, pair);
    if (!observer.isDeaf()) {
      expecting.silent(observer, pair, cause, nowMillis);
      return;
    }
    pair.passed = true;
    boolean ownClock = nowMillis == pair.lastHeardMillis + window(observer);
    if (observer.family() != Family.WEB && ownClock) {
      expecting.silentByOwnClock(observer, pair, cause, nowMillis);
    }
  }

  /** Why the user is absent; a user that is there is only out of the observer's own hearing. */
  Cause causeOf(Seat observer, Pair pair) {
    Seat user = seats.get(pair.peer);
    return user == null || (user.isAudible() && user.channel.equals(observer.channel))
        ? Cause.NONE
        : user.cause;
  }

  /** Why a user was last absent. */
  Cause lastCause(UserId user) {
    Seat seat = seats.get(user);
    return seat == null ? Cause.NONE : seat.cause;
  }

  /** Whether some observer was told that a user is gone. */
  boolean isHeldGone(Seat user) {
    for (Seat observer : seats.values()) {
      Pair pair = observer.pairs.get(user.uid);
      if (pair != null && pair.gone) {
        return true;
      }
    }
    return false;
  }

  /** A user that was silent already ended for good; if it was the last one, that is why. */
  void endedSilently(String name, Seat user) {
    ServerChannel channel = channels.get(name);
    if (channel != null && channel.heard.isEmpty()) {
      channel.lastWasKilled = user.cause.isKill();
    }
  }

  private long window(Seat observer) {
    return terms.profile().windowMillis(observer.family(), terms.mode());
  }
}
