package org.rejoin.tck.oracle;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * Takes stimuli and callbacks in time order and says what they should have been, as soon as that is
 * certain. What it keeps is bounded by the users of the channels, whatever the length of the
 * recording.
 *
 * <p>At one instant come all steps, then what servers show, then callbacks (D-03). Where callbacks
 * may be early, they are looked at that much later, when what happened meanwhile is known. Not safe
 * for several threads at once.
 */
public final class Acceptor {
  /** Most channels have few users, and a recording may have a million channels open at once. */
  static final int FEW = 2;

  private final Terms terms;
  private final Map<UserId, Seat> seats = new LinkedHashMap<>(FEW);
  private final TimedQueue<Pair> ends = new TimedQueue<>();
  private final ArrayDeque<ServerEvent> shown = new ArrayDeque<>(FEW);
  private final ArrayDeque<TracedCallback> seen = new ArrayDeque<>(FEW);
  private final Findings findings;
  private final Book book;
  private final Windows windows;
  private final Outages outages;
  private final Attempts attempts;
  private final Lifecycle lifecycle;
  private final Steps steps;
  private final Surpluses surpluses;
  private final Deadlines deadlines;

  private long lastMillis;
  private long nowMillis;

  /**
   * An acceptor that has taken nothing yet.
   *
   * @param terms what to judge by
   * @param listener is told what is found
   */
  public Acceptor(Terms terms, Listener listener) {
    this(terms, new NamesInForce(terms.profile()), listener);
  }

  Acceptor(Terms terms, NamesInForce names, Listener listener) {
    this.terms = terms;
    this.findings = new Findings(listener, terms.tolerance());
    this.book = new Book(names, findings, terms.tolerance());
    Expecting expecting = new Expecting(terms, book, findings);
    this.windows = new Windows(terms, expecting, seats, ends);
    Presence presence = new Presence(terms, expecting, book, windows, findings, seats);
    this.outages = new Outages(terms, expecting, book, findings, presence);
    this.attempts = new Attempts(terms, findings, outages, seats);
    this.lifecycle = new Lifecycle(terms, findings, presence);
    this.steps = new Steps(book, findings, presence, windows, outages);
    this.surpluses =
        new Surpluses(
            book.names(), terms.tolerance(), findings, presence, new Unlogged(terms, seats));
    this.deadlines =
        new Deadlines(
            ImmutableMap.of(
                "the next stage of an outage", outages::nextDeadline,
                "an attempt to connect", attempts::nextDeadline,
                "the end of a window", windows::nextDeadline,
                "the end of a channel", lifecycle::nextDeadline));
  }

  /** Somebody that steps and callbacks may name from now on. */
  public void user(UserId uid, Platform platform) {
    seats.computeIfAbsent(
        uid, unused -> new Seat(uid, platform, seats.size(), terms.profile(), ends));
  }

  /** Those who may be named, with what their SDKs run on, in the order in which they came. */
  public ImmutableMap<UserId, Platform> users() {
    return ImmutableMap.copyOf(Maps.transformValues(seats, seat -> seat.platform));
  }

  /** Whether somebody may be named. */
  public boolean knows(UserId uid) {
    return seats.containsKey(uid);
  }

  /** What a user's SDK runs on; throws as {@link #step} does. */
  public Platform platform(UserId uid) {
    return seat(uid).platform;
  }

  /** Somebody's app was told something that is not judged. */
  public void told(UserId uid) {
    seat(uid).wasTold = true;
  }

  /** Those whose apps were told anything. */
  public ImmutableSet<UserId> told() {
    return ImmutableSet.copyOf(Maps.filterValues(seats, seat -> seat.wasTold).keySet());
  }

  /**
   * Something is done to a user.
   *
   * @throws IllegalArgumentException if the uid is nobody's, if time runs backwards, or if it is a
   *     step of one client's view
   */
  public void step(Step step) {
    Seat seat = seat(step.uid());
    take(step.atMillis());
    catchUp(step.atMillis());
    moveTo(step.atMillis());
    steps.apply(seat, step);
    deadlines.forget();
  }

  /** A server shows something; throws as {@link #step} does. */
  public void server(ServerEvent event) {
    if (event instanceof ServerEvent.ConnectAttempt attempt) {
      seat(attempt.uid());
    }
    take(event.atMillis());
    catchUp(event.atMillis());
    shown.add(event);
  }

  /** An app is called back; throws as {@link #step} does. */
  public void callback(TracedCallback callback) {
    told(callback.uid());
    take(callback.atMillis());
    catchUp(callback.atMillis());
    seen.add(callback);
  }

  /** Nothing more is looked at after this instant; what is due at it still is. */
  public void end(long untilMillis) {
    long endMillis = untilMillis + terms.tolerance().earlyMillis();
    catchUp(endMillis + 1);
    moveTo(endMillis);
    letFall();
    attempts.fall(endMillis + 1);
    close(endMillis + 1);
    lifecycle.end();
    boolean anyWasAbsent = false;
    for (Seat seat : seats.values()) {
      remarkCutOff(seat, untilMillis);
      anyWasAbsent |= seat.cause != Cause.NONE;
    }
    findings.end();
    if (anyWasAbsent) {
      findings.exercised(Rule.DRV_11);
    }
  }

  private void remarkCutOff(Seat seat, long untilMillis) {
    if (seat.isDeaf()
        && seat.accepting.isEmpty()
        && untilMillis - seat.lastDataMillis > terms.profile().longestMillis()) {
      findings.listener.remarked(
          new Remark(
              Remark.Kind.CUT_OFF_TO_THE_END, seat.lastDataMillis, seat.uid, Optional.empty()));
    }
  }

  private void take(long atMillis) {
    checkArgument(
        atMillis >= lastMillis, "time runs backwards: %s comes after %s", atMillis, lastMillis);
    lastMillis = atMillis;
  }

  /** Looks at what was seen so long before an instant that nothing can change it any more. */
  private void catchUp(long millis) {
    long early = terms.tolerance().earlyMillis();
    while (true) {
      long shownMillis = shown.isEmpty() ? Pair.NONE : shown.element().atMillis() + early;
      long seenMillis = seen.isEmpty() ? Pair.NONE : seen.element().atMillis() + early;
      if (Math.min(shownMillis, seenMillis) >= millis) {
        return;
      }
      if (shownMillis <= seenMillis) {
        moveTo(shownMillis);
        look(shown.remove());
      } else {
        moveTo(seenMillis);
        look(seen.remove());
      }
    }
  }

  private void look(ServerEvent event) {
    if (event instanceof ServerEvent.ConnectAttempt attempt) {
      if (terms.showsAttempts(seat(attempt.uid()))) {
        outages.interrupt(seat(attempt.uid()), nowMillis);
        attempts.fall(nowMillis);
        attempts.seen(seat(attempt.uid()), attempt.server(), attempt.atMillis());
      }
    } else if (event instanceof ServerEvent.ChannelDestroyed destroyed) {
      letFall();
      lifecycle.destroyed(destroyed.channel(), destroyed.atMillis());
    }
    deadlines.forget();
  }

  private void look(TracedCallback callback) {
    letFall();
    Seat seat = seat(callback.uid());
    ImmutableSet<Event.Kind> kinds =
        book.names().kinds(seat.family(), callback.callback().name(), callback.callback().reason());
    switch (book.tick(seat, callback, kinds)) {
      case UNEXPECTED -> surpluses.explain(seat, callback, kinds);
      case EXPECTED -> announce(seat, callback);
      case CHANGES_MORE -> {
        announce(seat, callback);
        deadlines.forget();
      }
    }
  }

  /** What an app is told of a user first is that it is there, where first meetings are told. */
  private void announce(Seat seat, TracedCallback callback) {
    if (terms.announces() || callback.callback().peer().isEmpty()) {
      return;
    }
    Pair pair = seat.known(callback.callback().peer().get());
    if (!pair.told && pair.gone) {
      findings.listener.remarked(
          new Remark(
              Remark.Kind.NEVER_ANNOUNCED, callback.atMillis(), seat.uid, Optional.of(pair.peer)));
    }
    pair.told = true;
  }

  private void moveTo(long millis) {
    for (long next = deadlines.next(); next < millis; next = deadlines.nextAfter(nowMillis)) {
      nowMillis = Math.max(nowMillis, next);
      letFall();
    }
    if (millis > nowMillis) {
      close(millis);
      nowMillis = millis;
    }
  }

  private void close(long millis) {
    book.closeBefore(millis);
    lifecycle.closeBefore(millis);
  }

  private void letFall() {
    if (deadlines.next() > nowMillis) {
      return;
    }
    deadlines.forget();
    outages.fall(nowMillis);
    attempts.fall(nowMillis);
    windows.fall(nowMillis);
    lifecycle.fall(nowMillis);
  }

  private Seat seat(UserId uid) {
    Seat seat = seats.get(uid);
    checkArgument(seat != null, "nobody has uid %s", uid);
    return seat;
  }
}
