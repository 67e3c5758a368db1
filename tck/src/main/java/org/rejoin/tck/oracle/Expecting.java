package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.spec.Rule;

/** Writes expectations into the book, each with its rules and its reason, and counts the rules. */
final class Expecting {
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
    Rule rule = Attribution.local(kind, seat.family());
    findings.exercised(rule);
    if (seat.family() == Family.WEB) {
      return;
    }
    String because =
        kind == Event.Kind.REJOINED
            ? Sentences.serverHeard(seat, atMillis)
            : Sentences.serverSilent(seat);
    add(
        Expectation.Level.REQUIRED,
        seat,
        kind,
        Optional.empty(),
        atMillis,
        ImmutableSet.of(rule),
        false,
        because,
        Expecting::nothing);
  }

  /** A user is gone because it was silent for the whole window. */
  void silent(Seat seat, Pair pair, Cause cause, long atMillis) {
    ImmutableSet<Rule> rules = Attribution.silent(seat.family(), cause);
    findings.exercised(rules);
    boolean late = atMillis > window(seat, pair);
    add(
        Expectation.Level.REQUIRED,
        seat,
        Event.Kind.USER_DROPPED,
        Optional.of(pair.peer),
        atMillis,
        rules,
        late,
        late ? Sentences.foundSilent(seat, pair, atMillis) : Sentences.userSilent(seat, pair),
        Expecting::nothing);
    pair.tellGone();
    if (pair.timesGone > 1) {
      findings.exercised(Rule.DRV_04);
    }
  }

  /** An observer on AWL or APPLE that is cut off itself may go by its own clock (D-09). */
  void silentByOwnClock(Seat seat, Pair pair, Cause cause, long atMillis) {
    add(
        Expectation.Level.PERMITTED,
        seat,
        Event.Kind.USER_DROPPED,
        Optional.of(pair.peer),
        atMillis,
        Attribution.silent(seat.family(), cause),
        false,
        Sentences.userSilent(seat, pair),
        pair::tellGone);
  }

  /** A user's goodbye arrived. */
  void quit(Seat seat, Pair pair, Cause cause, long atMillis) {
    ImmutableSet<Rule> rules = Attribution.quit(seat.family(), cause);
    findings.exercised(rules);
    add(
        Expectation.Level.REQUIRED,
        seat,
        Event.Kind.USER_QUIT,
        Optional.of(pair.peer),
        atMillis,
        rules,
        false,
        Sentences.goodbye(seat, pair, atMillis),
        Expecting::nothing);
    pair.tellGone();
  }

  /** A user is heard that the observer was told is gone. */
  void back(Seat seat, Pair pair, Cause cause, boolean reconciled, long atMillis) {
    ImmutableSet<Rule> rules = Attribution.back(seat.family(), cause);
    findings.exercised(rules);
    add(
        Expectation.Level.REQUIRED,
        seat,
        Event.Kind.USER_JOINED,
        Optional.of(pair.peer),
        atMillis,
        rules,
        reconciled,
        Sentences.back(seat, pair, atMillis),
        Expecting::nothing);
    pair.gone = false;
  }

  /** A user is heard for the first time in the observer's session. */
  void met(Seat seat, Pair pair, boolean reconciled, long atMillis) {
    book.withdrawPermission(seat, pair.peer);
    add(
        terms.announces() ? Expectation.Level.REQUIRED : Expectation.Level.PERMITTED,
        seat,
        Event.Kind.USER_JOINED,
        Optional.of(pair.peer),
        atMillis,
        ImmutableSet.of(Rule.DRV_04),
        reconciled,
        Sentences.met(seat, pair, atMillis),
        Expecting::nothing);
    pair.met = true;
  }

  /** A newcomer may be told of a silent member, and holds it present then (D-33). */
  void announcedSilent(Seat seat, Pair pair, long atMillis) {
    long windowMillis = terms.profile().windowMillis(seat.family(), terms.mode());
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
          pair.lastHeardMillis = atMillis;
          pair.startWindow(windowMillis);
        });
  }

  private long window(Seat seat, Pair pair) {
    return pair.lastHeardMillis + terms.profile().windowMillis(seat.family(), terms.mode());
  }

  private void add(
      Expectation.Level level,
      Seat seat,
      Event.Kind kind,
      Optional<UserId> peer,
      long atMillis,
      ImmutableSet<Rule> rules,
      boolean reconciled,
      String because,
      Runnable met) {
    Callback callback =
        new Callback(book.names().name(seat.family(), kind), peer, reason(seat.family(), kind));
    book.add(
        new Open(
            new Expectation(level, atMillis, seat.uid, callback, rules),
            seat,
            kind,
            reconciled,
            because,
            met));
  }

  /** Nothing follows from what was required anyway. */
  private static void nothing() {}

  private static Optional<Reason> reason(Family family, Event.Kind kind) {
    return switch (kind) {
      case USER_QUIT -> family == Family.WEB ? Optional.empty() : Optional.of(Reason.QUIT);
      case USER_DROPPED -> family == Family.WEB ? Optional.empty() : Optional.of(Reason.DROPPED);
      case INTERRUPTED, LOST, REJOINED, USER_JOINED -> Optional.empty();
    };
  }
}
