package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.rejoin.tck.spec.Rule;

/** Who hears whom, in every channel, and what each observer is to be told of the others. */
final class Presence {
  /** The order in which users came to be known. */
  static final Comparator<Seat> IN_TURN = Comparator.comparingInt(seat -> seat.order);

  private static final Set<Seat> NOBODY = ImmutableSet.of();

  private static final ImmutableSet<Event.Kind> REMOTE =
      Sets.immutableEnumSet(Event.Kind.USER_DROPPED, Event.Kind.USER_QUIT, Event.Kind.USER_JOINED);

  private final Terms terms;
  private final Expecting expecting;
  private final Book book;
  private final Windows windows;
  private final Findings findings;
  private final Map<UserId, Seat> seats;
  private final TreeMap<String, ServerChannel> channels = new TreeMap<>();

  /** Those in a session, by its channel: many more may have come and gone. */
  private final Map<String, Set<Seat>> present = new LinkedHashMap<>(Acceptor.FEW);

  Presence(
      Terms terms,
      Expecting expecting,
      Book book,
      Windows windows,
      Findings findings,
      Map<UserId, Seat> seats) {
    this.terms = terms;
    this.expecting = expecting;
    this.book = book;
    this.windows = windows;
    this.findings = findings;
    this.seats = seats;
  }

  Collection<ServerChannel> channels() {
    return channels.values();
  }

  /** The channel of that name, while there is one. */
  Optional<ServerChannel> channel(String name) {
    return Optional.ofNullable(channels.get(name));
  }

  /** A channel was destroyed: whoever comes next finds a new one (D-29). */
  void forget(ServerChannel channel) {
    channels.remove(channel.name);
  }

  /** A user's session begins, in place of another one if it is in one. */
  void enter(Seat user, String name) {
    withdraw(user);
    user.beginSession(name);
    present.computeIfAbsent(name, unused -> new TreeSet<>(IN_TURN)).add(user);
  }

  /** A user's session ends. */
  void exit(Seat user) {
    withdraw(user);
    user.endSession();
  }

  private void withdraw(Seat user) {
    user.channel.ifPresent(
        name -> {
          Set<Seat> others = present(name);
          others.remove(user);
          if (others.isEmpty()) {
            present.remove(name);
          }
        });
  }

  private Set<Seat> present(String name) {
    return present.getOrDefault(name, NOBODY);
  }

  /** A user can be heard in its channel from now on. */
  void appears(Seat user, String name, long nowMillis) {
    ServerChannel channel = channels.computeIfAbsent(name, ServerChannel::new);
    channel.heard.add(user.uid);
    channel.silentMembers.remove(user.uid);
    if (channel.destroyedDueMillis != Pair.NONE && channel.lastWasKilled && terms.showsChannels()) {
      findings.exercised(Rule.KILL_10);
    }
    channel.comeTo(nowMillis, terms.tolerance().earlyMillis());
    for (Seat observer : present(name)) {
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
    for (Seat observer : present(name)) {
      if (observer != user && observer.listens(name)) {
        Pair pair = observer.pair(user.uid);
        observers += pair.met ? 1 : 0;
        if (goodbye && pair.met && !pair.gone) {
          pair.heard = false;
          pair.lastHeardMillis = nowMillis;
          expecting.quit(pair, user.cause, nowMillis);
        } else {
          pair.fallSilent(nowMillis, terms.windowMillis(observer));
        }
      }
    }
    if (observers > 1) {
      findings.exercised(Rule.DRV_10);
    }
  }

  /** A session begins that remembers nothing: first meetings, and silent members (D-33). */
  void newcomer(Seat observer, String name, long nowMillis) {
    for (Seat user : present(observer.channel.orElseThrow())) {
      if (user != observer && user.isAudible()) {
        hears(observer, user, false, nowMillis);
      }
    }
    ServerChannel channel = channels.computeIfAbsent(name, ServerChannel::new);
    for (UserId silent : channel.silentMembers) {
      if (!silent.equals(observer.uid)) {
        expecting.announcedSilent(observer.pair(silent), nowMillis);
      }
    }
  }

  /** An observer hears the server again: others that are there, and others that are not (D-10). */
  void recovers(Seat observer, long nowMillis) {
    for (Seat user : present(observer.channel.orElseThrow())) {
      if (user != observer && user.isAudible()) {
        hears(observer, user, true, nowMillis);
      }
    }
    observer.pairs.values().forEach(pair -> pair.reconcile(nowMillis));
    if (terms.judges(observer)) {
      findings.exercised(Rule.DRV_11);
    }
  }

  /** An observer hears nobody any more. */
  void deafens(Seat observer, long nowMillis) {
    observer.deafenedMillis = nowMillis;
    windows.permitNext(observer, nowMillis);
    for (Pair pair : observer.pairs.values()) {
      if (pair.heard) {
        pair.fallSilent(nowMillis, terms.windowMillis(observer));
      }
      unsettle(observer, pair);
    }
  }

  /** What was on its way to an observer when it was cut off may or may not have arrived. */
  private void unsettle(Seat observer, Pair pair) {
    ImmutableList<Event.Kind> unsettled =
        book.relax(
            observer,
            Optional.of(pair.peer),
            REMOTE,
            kind ->
                kind == Event.Kind.USER_JOINED
                    ? () -> expecting.backAfterAll(pair)
                    : () -> expecting.goneAfterAll(pair));
    if (!unsettled.isEmpty()) {
      boolean back = unsettled.get(0) == Event.Kind.USER_JOINED;
      pair.gone = back && pair.timesGone > 0;
      pair.met = !back || pair.gone;
      pair.startWindow(terms.windowMillis(observer));
    }
  }

  private void hears(Seat observer, Seat user, boolean recovered, long nowMillis) {
    Pair pair = observer.pair(user.uid);
    if (pair.heard) {
      return;
    }
    if (!pair.met) {
      expecting.met(pair, recovered, nowMillis);
    } else if (wasJustDue(observer, pair, user.cause, nowMillis)) {
      pair.gone = false;
    } else if (pair.gone) {
      expecting.back(pair, user.cause, recovered, nowMillis);
    } else {
      if (windows.isNearlyDue(pair, nowMillis)) {
        expecting.silentPerhaps(
            pair,
            user.cause,
            pair.goneDueMillis,
            expecting.backIfGone(pair, user.cause, nowMillis));
      } else if (!recovered && terms.judges(observer)) {
        findings.exercised(Attribution.unnoticed(observer.family(), user.cause));
        findings.cameBack(
            observer,
            user.uid,
            pair.lastHeardMillis,
            Attribution.goneThoughBack(observer.family(), user.cause));
        pair.unnoticedUntilMillis = pair.lastHeardMillis + terms.windowMillis(observer);
        pair.unnoticedCause = user.cause;
      }
    }
    pair.hear(nowMillis);
  }

  /**
   * Whether the window ended so shortly ago that the port need not have said so (D-08). Whatever it
   * may still say of the user's absence, back follows from now on.
   */
  private boolean wasJustDue(Seat observer, Pair pair, Cause cause, long nowMillis) {
    if (terms.tolerance().isExact()) {
      return false;
    }
    Runnable back = expecting.backIfGone(pair, cause, nowMillis);
    book.follow(observer, pair.peer, Expecting.GONE, back);
    return !book.relax(
            observer,
            Optional.of(pair.peer),
            Sets.immutableEnumSet(Event.Kind.USER_DROPPED),
            unused -> back)
        .isEmpty();
  }

  /** Why a user is absent to an observer. */
  Cause causeOf(Seat observer, Pair pair) {
    return windows.causeOf(observer, pair);
  }

  /** Why a user was last absent. */
  Cause lastCause(UserId user) {
    Seat seat = seats.get(user);
    return seat == null ? Cause.NONE : seat.cause;
  }

  /** Whether some observer was told that a user is gone. */
  boolean isHeldGone(Seat user) {
    for (String name : user.been) {
      for (Seat observer : present(name)) {
        Pair pair = observer.pairs.get(user.uid);
        if (pair != null && pair.gone) {
          return true;
        }
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
}
