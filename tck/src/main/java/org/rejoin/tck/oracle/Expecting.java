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
    local(Expectation.Level.REQUIRED, seat, kind, atMillis, NOTHING);
  }

  /** The network was back so near the deadline that a real clock may have seen it fall. */
  void localAfterAll(Seat seat, Event.Kind kind, long atMillis, Runnable met) {
    local(Expectation.Level.PERMITTED, seat, kind, atMillis, met);
  }

  private void local(
      Expectation.Level level, Seat seat, Event.Kind kind, long atMillis, Runnable met) {
    if (seat.family() == Family.WEB) {
      return;
    }
    Supplier<String> because =
        kind == Event.Kind.REJOINED
            ? Sentences.serverHeard(seat, atMillis)
            : Sentences.serverSilent(seat);
    add(
        level,
        seat,
        kind,
        Optional.empty(),
        atMillis,
        ImmutableSet.of(Attribution.local(kind, seat.family())),
        false,
        because,
        met);
  }

  /** A user is gone because it was silent for the whole window. */
  void silent(Seat seat, Pair pair, Cause cause, long atMillis) {
    ImmutableSet<Rule> rules = Attribution.silent(seat.family(), cause);
    boolean late = atMillis > pair.lastHeardMillis + terms.windowMillis(seat);
    book.withdraw(seat, pair.peer, GONE);
    add(
        Expectation.Level.REQUIRED,
        seat,
        Event.Kind.USER_DROPPED,
        Optional.of(pair.peer),
        atMillis,
        rules,
        late,
        late ? Sentences.foundSilent(seat, pair, atMillis) : Sentences.userSilent(seat, pair),
        NOTHING);
    pair.tellGone();
    if (pair.timesGone > 1) {
      count(seat, ImmutableSet.of(Rule.DRV_04));
    }
  }

  /**
   * A user may be reported gone at the end of its window, but need not: the observer is cut off
   * itself and may go by its own clock (D-09), or something else happened too near to it (D-08).
   */
  void silentPerhaps(Seat seat, Pair pair, Cause cause, long atMillis) {
    silentPerhaps(seat, pair, cause, atMillis, () -> goneAfterAll(seat, pair));
  }

  /** The same with another consequence. */
  void silentPerhaps(Seat seat, Pair pair, Cause cause, long atMillis, Runnable met) {
    add(
        Expectation.Level.PERMITTED,
        seat,
        Event.Kind.USER_DROPPED,
        Optional.of(pair.peer),
        atMillis,
        Attribution.silent(seat.family(), cause),
        false,
        Sentences.userSilent(seat, pair),
        met);
  }

  /** The port did report a user gone that it need not. */
  void goneAfterAll(Seat seat, Pair pair) {
    book.withdraw(seat, pair.peer, GONE);
    pair.tellGone();
  }

  /**
   * What follows if the port reports, or did report, a user gone that is heard again now: back is
   * due now, whatever has happened since, and what happens since is the same as if neither had.
   */
  Runnable backIfGone(Seat seat, Pair pair, Cause cause, long nowMillis) {
    Supplier<String> because = Sentences.back(seat, pair, nowMillis);
    return () -> {
      book.withdraw(seat, pair.peer, GONE);
      pair.timesGone++;
      ImmutableSet<Rule> rules = Attribution.back(seat.family(), cause);
      boolean lost = isLost(seat.deafenedMillis, nowMillis);
      if (lost && pair.isCurrent() && !pair.heard) {
        pair.tellGone();
      }
      boolean sure = !lost && !isLost(seat.endedMillis, nowMillis);
      book.addFirst(
          open(
              sure ? Expectation.Level.REQUIRED : Expectation.Level.PERMITTED,
              seat,
              Event.Kind.USER_JOINED,
              Optional.of(pair.peer),
              nowMillis,
              rules,
              false,
              because,
              lost ? () -> backAfterAll(seat, pair) : NOTHING));
    };
  }

  /** What follows if the port reports, or did report, an interruption that ends now. */
  Runnable rejoinedIfInterrupted(Seat seat, long nowMillis) {
    return () -> {
      local(
          isLost(seat.endedMillis, nowMillis)
              ? Expectation.Level.PERMITTED
              : Expectation.Level.REQUIRED,
          seat,
          Event.Kind.REJOINED,
          nowMillis,
          NOTHING);
    };
  }

  /** Whether what was due at an instant may not have arrived any more, since the way ended. */
  private boolean isLost(long endMillis, long dueMillis) {
    return endMillis >= dueMillis && endMillis - dueMillis <= terms.tolerance().widthMillis();
  }

  /** The port did report a user that it need not have heard yet. */
  void backAfterAll(Seat seat, Pair pair) {
    pair.met = true;
    pair.gone = false;
    pair.startWindow(terms.windowMillis(seat));
  }

  /** A user's goodbye arrived. */
  void quit(Seat seat, Pair pair, Cause cause, long atMillis) {
    ImmutableSet<Rule> rules = Attribution.quit(seat.family(), cause);
    seat.goodbyeMillis = atMillis;
    seat.goodbyeCause = cause;
    add(
        Expectation.Level.REQUIRED,
        seat,
        Event.Kind.USER_QUIT,
        Optional.of(pair.peer),
        atMillis,
        rules,
        false,
        Sentences.goodbye(seat, pair, cause, atMillis),
        NOTHING);
    pair.tellGone();
  }

  /** A user is heard that the observer was told is gone. */
  void back(Seat seat, Pair pair, Cause cause, boolean reconciled, long atMillis) {
    ImmutableSet<Rule> rules = Attribution.back(seat.family(), cause);
    add(
        Expectation.Level.REQUIRED,
        seat,
        Event.Kind.USER_JOINED,
        Optional.of(pair.peer),
        atMillis,
        rules,
        reconciled,
        Sentences.back(seat, pair, atMillis),
        NOTHING);
    pair.gone = false;
  }

  /** A user is heard for the first time in the observer's session. */
  void met(Seat seat, Pair pair, boolean reconciled, long atMillis) {
    book.withdraw(seat, pair.peer, Sets.immutableEnumSet(Event.Kind.USER_JOINED));
    add(
        terms.announces() ? Expectation.Level.REQUIRED : Expectation.Level.PERMITTED,
        seat,
        Event.Kind.USER_JOINED,
        Optional.of(pair.peer),
        atMillis,
        Attribution.met(),
        reconciled,
        Sentences.met(seat, pair, atMillis),
        NOTHING);
    pair.met = true;
  }

  /** A newcomer may be told of a silent member, and holds it present then (D-33). */
  void announcedSilent(Seat seat, Pair pair, long atMillis) {
    add(
        Expectation.Level.PERMITTED,
        seat,
        Event.Kind.USER_JOINED,
        Optional.of(pair.peer),
        atMillis,
        ImmutableSet.of(Rule.DRV_11),
        false,
        Sentences.met(seat, pair, atMillis),
        () -> {
          pair.met = true;
          pair.announced = true;
          pair.lastHeardMillis = atMillis;
          pair.startWindow(terms.windowMillis(seat));
        });
  }

  private void count(Seat seat, ImmutableSet<Rule> rules) {
    if (terms.judges(seat)) {
      findings.exercised(rules);
    }
  }

  private void add(
      Expectation.Level level,
      Seat seat,
      Event.Kind kind,
      Optional<UserId> peer,
      long atMillis,
      ImmutableSet<Rule> rules,
      boolean reconciled,
      Supplier<String> because,
      Runnable met) {
    if (terms.judges(seat)) {
      book.add(open(level, seat, kind, peer, atMillis, rules, reconciled, because, met));
    }
  }

  private Open open(
      Expectation.Level level,
      Seat seat,
      Event.Kind kind,
      Optional<UserId> peer,
      long atMillis,
      ImmutableSet<Rule> rules,
      boolean reconciled,
      Supplier<String> because,
      Runnable met) {
    Callback callback =
        new Callback(book.names().name(seat.family(), kind), peer, reason(seat.family(), kind));
    return new Open(
        new Expectation(level, atMillis, seat.uid, callback, rules),
        seat,
        kind,
        seat.session,
        reconciled,
        because,
        met);
  }

  private static Optional<Reason> reason(Family family, Event.Kind kind) {
    return switch (kind) {
      case USER_QUIT -> family == Family.WEB ? Optional.empty() : Optional.of(Reason.QUIT);
      case USER_DROPPED -> family == Family.WEB ? Optional.empty() : Optional.of(Reason.DROPPED);
      case INTERRUPTED, LOST, REJOINED, USER_JOINED -> Optional.empty();
    };
  }
}
