package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.function.Supplier;
import org.rejoin.api.Callback;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.spec.Rule;

/** Writes expectations into the book, each with its rules and its reason, and counts the rules. */
final class Expecting {
  /** Both ways of being gone. */
  static final ImmutableSet<Event.Kind> GONE =
      Sets.immutableEnumSet(Event.Kind.USER_DROPPED, Event.Kind.USER_QUIT);

  /** Nothing follows from what was required anyway. */
  static final Runnable NOTHING = () -> {};

  private final Terms terms;
  private final Book book;
  private final Findings findings;

  Expecting(Terms terms, Book book, Findings findings) {
    this.terms = terms;
    this.book = book;
    this.findings = findings;
  }

  /** Something about the local user; where its platform is silent, only the rule is counted. */
  void local(Seat seat, Event.Kind kind, long atMillis) {
    if (seat.family() == Family.WEB) {
      count(seat, ImmutableSet.of(Attribution.local(kind, seat.family())));
    }
    own(seat, kind, atMillis).ifPresent(this::add);
  }

  /** The network was back so near the deadline that a real clock may have seen it fall. */
  void localAfterAll(Seat seat, Event.Kind kind, long atMillis, Runnable met) {
    own(seat, kind, atMillis).ifPresent(one -> add(one.relaxed(met)));
  }

  private Optional<Open> own(Seat seat, Event.Kind kind, long atMillis) {
    if (seat.family() == Family.WEB) {
      return Optional.empty();
    }
    Supplier<String> because =
        kind == Event.Kind.REJOINED
            ? Sentences.serverHeard(seat, atMillis)
            : Sentences.serverSilent(seat);
    ImmutableSet<Rule> rules = ImmutableSet.of(Attribution.local(kind, seat.family()));
    return Optional.of(open(seat, kind, Optional.empty(), atMillis, rules, false, because));
  }

  /** A user is gone because it was silent for the whole window. */
  void silent(Pair pair, Cause cause, long atMillis) {
    Seat seat = pair.observer;
    boolean late = atMillis > pair.lastHeardMillis + terms.windowMillis(seat);
    book.withdraw(seat, pair.peer, GONE);
    Supplier<String> because =
        late ? Sentences.foundSilent(seat, pair, atMillis) : Sentences.userSilent(seat, pair);
    ImmutableSet<Rule> rules = Attribution.silent(seat.family(), cause);
    add(about(pair, Event.Kind.USER_DROPPED, atMillis, rules, late, because));
    pair.tellGone();
    if (pair.timesGone > 1) {
      count(seat, ImmutableSet.of(Rule.DRV_04));
    }
  }

  /**
   * A user may be reported gone at the end of its window, but need not: the observer is cut off
   * itself and may go by its own clock (D-09), or something else happened too near to it (D-08).
   */
  void silentPerhaps(Pair pair, Cause cause, long atMillis) {
    silentPerhaps(pair, cause, atMillis, () -> goneAfterAll(pair));
  }

  /** The same with another consequence. */
  void silentPerhaps(Pair pair, Cause cause, long atMillis, Runnable met) {
    ImmutableSet<Rule> rules = Attribution.silent(pair.observer.family(), cause);
    Supplier<String> because = Sentences.userSilent(pair.observer, pair);
    add(about(pair, Event.Kind.USER_DROPPED, atMillis, rules, false, because).relaxed(met));
  }

  /** The port did report a user gone that it need not. */
  void goneAfterAll(Pair pair) {
    book.withdraw(pair.observer, pair.peer, GONE);
    pair.tellGone();
  }

  /**
   * What follows if the port reports, or did report, a user gone that is heard again now: back is
   * due now, whatever has happened since, and what happens since is the same as if neither had.
   */
  Runnable backIfGone(Pair pair, Cause cause, long nowMillis) {
    Seat seat = pair.observer;
    Supplier<String> because = Sentences.back(seat, pair, nowMillis);
    return () -> {
      book.withdraw(seat, pair.peer, GONE);
      pair.timesGone++;
      boolean lost = isLost(seat.deafenedMillis, nowMillis);
      if (lost && pair.isCurrent() && !pair.heard) {
        pair.tellGone();
      }
      ImmutableSet<Rule> rules = Attribution.back(seat.family(), cause);
      Open back = about(pair, Event.Kind.USER_JOINED, nowMillis, rules, false, because);
      boolean sure = !lost && !isLost(seat.endedMillis, nowMillis);
      book.addFirst(sure ? back : back.relaxed(lost ? () -> backAfterAll(pair) : NOTHING));
    };
  }

  /** What follows if the port reports, or did report, an interruption that ends now. */
  Runnable rejoinedIfInterrupted(Seat seat, long nowMillis) {
    return () -> {
      boolean lost = isLost(seat.endedMillis, nowMillis);
      own(seat, Event.Kind.REJOINED, nowMillis)
          .ifPresent(one -> add(lost ? one.relaxed(NOTHING) : one));
    };
  }

  /** Whether what was due at an instant may not have arrived any more, since the way ended. */
  private boolean isLost(long endMillis, long dueMillis) {
    return endMillis >= dueMillis && endMillis - dueMillis <= terms.tolerance().widthMillis();
  }

  /** The port did report a user that it need not have heard yet. */
  void backAfterAll(Pair pair) {
    pair.met = true;
    pair.gone = false;
    pair.startWindow(terms.windowMillis(pair.observer));
  }

  /** A user's goodbye arrived. */
  void quit(Pair pair, Cause cause, long atMillis) {
    Seat seat = pair.observer;
    seat.goodbyeMillis = atMillis;
    seat.goodbyeCause = cause;
    ImmutableSet<Rule> rules = Attribution.quit(seat.family(), cause);
    Supplier<String> because = Sentences.goodbye(seat, pair, cause, atMillis);
    add(about(pair, Event.Kind.USER_QUIT, atMillis, rules, false, because));
    pair.tellGone();
  }

  /** A user is heard that the observer was told is gone. */
  void back(Pair pair, Cause cause, boolean reconciled, long atMillis) {
    ImmutableSet<Rule> rules = Attribution.back(pair.observer.family(), cause);
    Supplier<String> because = Sentences.back(pair.observer, pair, atMillis);
    add(about(pair, Event.Kind.USER_JOINED, atMillis, rules, reconciled, because));
    pair.gone = false;
  }

  /** A user is heard for the first time in the observer's session. */
  void met(Pair pair, boolean reconciled, long atMillis) {
    book.withdraw(pair.observer, pair.peer, Sets.immutableEnumSet(Event.Kind.USER_JOINED));
    Supplier<String> because = Sentences.met(pair.observer, pair, atMillis);
    Open met = about(pair, Event.Kind.USER_JOINED, atMillis, Attribution.MET, reconciled, because);
    add(terms.announces() ? met : met.relaxed(NOTHING));
    pair.met = true;
  }

  /** A newcomer may be told of a silent member, and holds it present then (D-33). */
  void announcedSilent(Pair pair, long atMillis) {
    ImmutableSet<Rule> rules = ImmutableSet.of(Rule.DRV_11);
    Supplier<String> because = Sentences.met(pair.observer, pair, atMillis);
    Open announced = about(pair, Event.Kind.USER_JOINED, atMillis, rules, false, because);
    add(
        announced.relaxed(
            () -> {
              pair.met = true;
              pair.announced = true;
              pair.lastHeardMillis = atMillis;
              pair.startWindow(terms.windowMillis(pair.observer));
            }));
  }

  private void count(Seat seat, ImmutableSet<Rule> rules) {
    if (terms.judges(seat)) {
      findings.exercised(rules);
    }
  }

  private void add(Open expectation) {
    if (terms.judges(expectation.seat())) {
      book.add(expectation);
    }
  }

  private Open about(
      Pair pair,
      Event.Kind kind,
      long atMillis,
      ImmutableSet<Rule> rules,
      boolean reconciled,
      Supplier<String> because) {
    Optional<UserId> peer = Optional.of(pair.peer);
    return open(pair.observer, kind, peer, atMillis, rules, reconciled, because);
  }

  /** What is required, and nothing follows from it; {@link Open#relaxed} permits it only. */
  private Open open(
      Seat seat,
      Event.Kind kind,
      Optional<UserId> peer,
      long atMillis,
      ImmutableSet<Rule> rules,
      boolean reconciled,
      Supplier<String> because) {
    Callback callback =
        new Callback(book.names().name(seat.family(), kind), peer, reason(seat.family(), kind));
    Expectation required =
        new Expectation(Expectation.Level.REQUIRED, atMillis, seat.uid, callback, rules);
    return new Open(required, seat, kind, seat.session, reconciled, because, NOTHING);
  }

  private static Optional<Reason> reason(Family family, Event.Kind kind) {
    return switch (kind) {
      case USER_QUIT -> family == Family.WEB ? Optional.empty() : Optional.of(Reason.QUIT);
      case USER_DROPPED -> family == Family.WEB ? Optional.empty() : Optional.of(Reason.DROPPED);
      case INTERRUPTED, LOST, REJOINED, USER_JOINED -> Optional.empty();
    };
  }
}
