package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.spec.Rule;

/** Every user's own outage, from the last data of the server to the next. */
final class Outages {
  private final Terms terms;
  private final Expecting expecting;
  private final Book book;
  private final Findings findings;
  private final Presence presence;
  private final TimedQueue<Seat> queue = new TimedQueue<>();

  Outages(Terms terms, Expecting expecting, Book book, Findings findings, Presence presence) {
    this.terms = terms;
    this.expecting = expecting;
    this.book = book;
    this.findings = findings;
    this.presence = presence;
  }

  /** A fresh session remembers no outage, and connects to the first server. */
  void reset(Seat seat) {
    seat.reach(Seat.Outage.YOUNG);
    seat.outages = 0;
    seat.accepting = Optional.empty();
    seat.server = terms.servers().stream().findFirst().orElse("");
  }

  /** The network of a user is cut. */
  void begin(Seat seat, Direction direction, long nowMillis) {
    boolean wasAudible = seat.isAudible();
    seat.cut = Optional.of(direction);
    seat.cause = Cause.DROPPED;
    if (seat.isDeaf()) {
      seat.reach(Seat.Outage.YOUNG);
      seat.lastDataMillis = nowMillis;
      seat.outages++;
      seat.attempts = 0;
      seat.accepting = Optional.empty();
      queue.watch(seat);
      presence.deafens(seat, nowMillis);
    }
    if (wasAudible && !seat.isAudible()) {
      presence.disappears(seat, seat.channel.orElseThrow(), false, nowMillis);
    }
  }

  /**
   * The network is back: the reconnect has succeeded, or will at the next attempt to the server.
   */
  void restore(Seat seat, Optional<String> server, long nowMillis) {
    boolean atOnce =
        server.isEmpty()
            || !terms.showsAttempts(seat)
            || !seat.isDeaf()
            || (seat.outage == Seat.Outage.YOUNG && server.get().equals(seat.server));
    if (atOnce) {
      end(seat, nowMillis);
    } else {
      seat.accepting = server;
    }
  }

  /** An attempt was accepted, so it was certainly interrupted. */
  void accepted(Seat seat, String server, long atMillis) {
    seat.server = server;
    end(seat, true, atMillis);
  }

  private void end(Seat seat, long nowMillis) {
    end(seat, false, nowMillis);
  }

  private void end(Seat seat, boolean byAttempt, long nowMillis) {
    boolean wasDeaf = seat.isDeaf();
    boolean wasAudible = seat.isAudible();
    if (wasDeaf) {
      tellRejoined(seat, byAttempt, nowMillis);
      if (seat.outages > 1) {
        count(seat, Rule.DRV_03);
      }
    }
    seat.cut = Optional.empty();
    seat.connectedSinceMillis = nowMillis;
    seat.unexplained = Optional.empty();
    if (wasDeaf) {
      seat.outage = Seat.Outage.YOUNG;
      presence.recovers(seat, nowMillis);
    }
    if (!wasAudible) {
      presence.appears(seat, seat.channel.orElseThrow(), nowMillis);
    }
  }

  /** Rejoined, if it was interrupted; a stage that was or is nearly due is only permitted. */
  private void tellRejoined(Seat seat, boolean byAttempt, long nowMillis) {
    Runnable rejoined = expecting.rejoinedIfInterrupted(seat, nowMillis);
    boolean isNearlyDue = isNearlyDue(seat, nowMillis);
    switch (seat.outage) {
      case YOUNG -> {
        permitNext(seat, rejoined, nowMillis);
        if (!isNearlyDue && nowMillis > seat.lastDataMillis) {
          count(seat, Rule.DRV_01);
        }
      }
      case INTERRUPTED -> {
        permitNext(seat, Expecting.NOTHING, nowMillis);
        if (byAttempt || relax(seat, Event.Kind.INTERRUPTED, rejoined).isEmpty()) {
          expecting.local(seat, Event.Kind.REJOINED, nowMillis);
          if (!isNearlyDue && seat.family() != Family.WEB) {
            count(seat, Rule.DRV_02);
          }
        }
      }
      case LOST -> {
        relax(seat, Event.Kind.LOST, Expecting.NOTHING);
        expecting.local(seat, Event.Kind.REJOINED, nowMillis);
        count(seat, Rule.NET_04);
        count(seat, Rule.DRV_03);
      }
    }
  }

  /** The next stage is so nearly due that a clock which is ahead may have seen it fall. */
  void permitNext(Seat seat, long nowMillis) {
    permitNext(seat, Expecting.NOTHING, nowMillis);
  }

  private void permitNext(Seat seat, Runnable met, long nowMillis) {
    if (!isNearlyDue(seat, nowMillis)) {
      return;
    }
    long dueMillis = seat.dueMillis();
    switch (seat.outage) {
      case YOUNG -> expecting.localAfterAll(seat, Event.Kind.INTERRUPTED, dueMillis, met);
      case INTERRUPTED -> expecting.localAfterAll(seat, Event.Kind.LOST, dueMillis, met);
      case LOST -> {
        // Giving up has no callback.
      }
    }
  }

  private ImmutableList<Event.Kind> relax(Seat seat, Event.Kind kind, Runnable met) {
    return book.relax(seat, Optional.empty(), Sets.immutableEnumSet(kind), unused -> met);
  }

  private boolean isNearlyDue(Seat seat, long nowMillis) {
    return seat.dueMillis() - nowMillis < terms.tolerance().earlyMillis();
  }

  private void count(Seat seat, Rule rule) {
    if (terms.judges(seat)) {
      findings.exercised(rule);
    }
  }

  long nextDeadline() {
    return queue.nextMillis();
  }

  /** Stages are reached, one a user: a profile keeps any two of them apart. */
  void fall(long nowMillis) {
    for (Seat seat : queue.takeDue(nowMillis, Presence.IN_TURN)) {
      advance(seat, seat.dueMillis());
    }
  }

  /**
   * A client begins to try at the very instant of its interruption. Its other deadlines of that
   * instant fall after the attempt, which may bring it back in time (D-03).
   */
  void interrupt(Seat seat, long nowMillis) {
    if (seat.outage == Seat.Outage.YOUNG && seat.dueMillis() <= nowMillis) {
      advance(seat, nowMillis);
    }
  }

  private void advance(Seat seat, long dueMillis) {
    switch (seat.outage) {
      case YOUNG -> {
        seat.reach(Seat.Outage.INTERRUPTED);
        expecting.local(seat, Event.Kind.INTERRUPTED, dueMillis);
      }
      case INTERRUPTED -> {
        seat.reach(Seat.Outage.LOST);
        expecting.local(seat, Event.Kind.LOST, dueMillis);
      }
      case LOST -> giveUp(seat, dueMillis);
    }
    queue.watch(seat);
  }

  /** The profile has the client stop trying (D-13): the session is over without a goodbye. */
  private void giveUp(Seat seat, long nowMillis) {
    boolean wasAudible = seat.isAudible();
    String name = seat.channel.orElseThrow();
    presence.exit(seat);
    if (wasAudible) {
      presence.disappears(seat, name, false, nowMillis);
    }
  }
}
