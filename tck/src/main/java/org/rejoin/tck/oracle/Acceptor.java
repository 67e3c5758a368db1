package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rejoin.api.Event;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * Takes stimuli and callbacks in time order and says what they should have been. What is due is
 * bounded by the users of the channels; what was found is kept until the end.
 *
 * <p>At one instant come all steps, then what servers show, then callbacks (D-03). Not safe for
 * several threads at once.
 */
final class Acceptor {
  private final Map<UserId, Seat> seats = new LinkedHashMap<>();
  private final Findings findings = new Findings();
  private final Terms terms;
  private final Book book;
  private final Presence presence;
  private final Outages outages;
  private final Lifecycle lifecycle;
  private final Steps steps;
  private final Surpluses surpluses;

  private long nowMillis;

  Acceptor(Terms terms, NamesInForce names) {
    this.terms = terms;
    this.book = new Book(names, findings);
    Expecting expecting = new Expecting(terms, book, findings);
    this.presence = new Presence(terms, expecting, findings, seats);
    this.outages = new Outages(terms, expecting, findings, presence, seats);
    this.lifecycle = new Lifecycle(terms, findings, presence);
    this.steps = new Steps(findings, presence, outages);
    this.surpluses = new Surpluses(book.names(), findings, presence);
  }

  /** Somebody that steps and callbacks may name. */
  void user(UserId uid, Platform platform) {
    seats.put(uid, new Seat(uid, platform));
  }

  /** Something is done to a user. */
  void step(Step step) {
    moveTo(step.atMillis());
    steps.apply(seat(step.uid()), step);
  }

  /** A server shows something. */
  void server(ServerEvent event) {
    moveTo(event.atMillis());
    if (event instanceof ServerEvent.ConnectAttempt attempt) {
      if (terms.showsAttempts()) {
        outages.attempt(seat(attempt.uid()), attempt.server(), nowMillis);
      }
    } else if (event instanceof ServerEvent.ChannelDestroyed destroyed) {
      letFall();
      lifecycle.destroyed(destroyed.channel(), nowMillis);
    }
  }

  /** An app is called back. */
  void callback(TracedCallback seen) {
    moveTo(seen.atMillis());
    letFall();
    Seat seat = seat(seen.uid());
    ImmutableSet<Event.Kind> kinds =
        book.names().kinds(seat.family(), seen.callback().name(), seen.callback().reason());
    if (!book.tick(seat, seen, kinds)) {
      surpluses.explain(seat, seen, kinds);
    }
  }

  /** Nothing more is looked at after this instant; what is due at it still is. */
  Judgement end(long untilMillis) {
    moveTo(untilMillis);
    letFall();
    closeInstant();
    boolean anyAbsence = seats.values().stream().anyMatch(seat -> seat.cause != Cause.NONE);
    if (anyAbsence) {
      findings.exercised(Rule.DRV_11);
    }
    return findings.judgement();
  }

  private void moveTo(long millis) {
    for (long next = nextDeadline(); next < millis; next = nextDeadline()) {
      if (next > nowMillis) {
        closeInstant();
        nowMillis = next;
      }
      letFall();
    }
    if (millis > nowMillis) {
      closeInstant();
      nowMillis = millis;
    }
  }

  private void closeInstant() {
    book.close();
    lifecycle.close();
  }

  private long nextDeadline() {
    return Math.min(
        outages.nextDeadline(), Math.min(presence.nextDeadline(), lifecycle.nextDeadline()));
  }

  private void letFall() {
    outages.fall(nowMillis);
    presence.fall(nowMillis);
    lifecycle.fall(nowMillis);
  }

  private Seat seat(UserId uid) {
    Seat seat = seats.get(uid);
    if (seat == null) {
      throw new IllegalArgumentException("nobody has uid " + uid);
    }
    return seat;
  }
}
