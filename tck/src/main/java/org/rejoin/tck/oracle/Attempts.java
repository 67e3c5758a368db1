package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.spec.Rule;

/** The way back of those whose attempts to connect are shown (NET-04). */
final class Attempts {
  private final Terms terms;
  private final Findings findings;
  private final Outages outages;
  private final Map<UserId, Seat> seats;

  Attempts(Terms terms, Findings findings, Outages outages, Map<UserId, Seat> seats) {
    this.terms = terms;
    this.findings = findings;
    this.outages = outages;
    this.seats = seats;
  }

  /**
   * A client is seen trying to connect.
   *
   * @param atMillis when it was seen; what is due by now has fallen already
   */
  void seen(Seat seat, String server, long atMillis) {
    findings.exercised(Rule.NET_04);
    if (!seat.isDeaf() || seat.outage == Seat.Outage.YOUNG) {
      diverge(seat, atMillis, " is not interrupted, but tries to connect to '" + server + "'");
      return;
    }
    if (!terms.servers().contains(server)) {
      diverge(
          seat, atMillis, " tries to connect to '" + server + "'; there are " + terms.servers());
    }
    seat.attempts++;
    seat.lastAttemptMillis = atMillis;
    if (seat.attempts == 1 && server.equals(seat.server) && terms.servers().size() > 1) {
      diverge(
          seat, atMillis, " tries '" + server + "' first, the server it lost; others come first");
    }
    if (seat.accepting.equals(Optional.of(server))) {
      outages.accepted(seat, server, atMillis);
    }
  }

  long nextDeadline() {
    if (terms.servers().isEmpty()) {
      return Pair.NONE;
    }
    long next = Pair.NONE;
    for (Seat seat : seats.values()) {
      next = Math.min(next, due(seat));
    }
    return next;
  }

  /** One millisecond after the last instant at which an attempt would have been in time. */
  private long due(Seat seat) {
    if (!terms.showsAttempts(seat) || !seat.isDeaf() || seat.outage == Seat.Outage.YOUNG) {
      return Pair.NONE;
    }
    return restsSince(seat)
        + terms.profile().attemptsAtMostApartMillis()
        + terms.tolerance().widthMillis()
        + 1;
  }

  private long restsSince(Seat seat) {
    return seat.attempts == 0
        ? seat.lastDataMillis + terms.profile().interruptedAfterMillis()
        : seat.lastAttemptMillis;
  }

  /** Clients that rest for too long. */
  void fall(long nowMillis) {
    if (terms.servers().isEmpty()) {
      return;
    }
    for (Seat seat : seats.values()) {
      if (due(seat) <= nowMillis) {
        long sinceMillis = restsSince(seat);
        seat.attempts++;
        seat.lastAttemptMillis = sinceMillis + terms.profile().attemptsAtMostApartMillis();
        findings.divergence(
            new Divergence(
                    seat.lastAttemptMillis,
                    Divergence.Kind.SERVER,
                    ImmutableSet.of(Rule.NET_04),
                    seat
                        + " is interrupted, and makes no attempt to connect from "
                        + Sentences.time(sinceMillis)
                        + " to "
                        + Sentences.time(seat.lastAttemptMillis)
                        + "; at most "
                        + Sentences.time(terms.profile().attemptsAtMostApartMillis())
                        + " may pass without one")
                .at(seat, Optional.empty()));
      }
    }
  }

  private void diverge(Seat seat, long nowMillis, String what) {
    findings.divergence(
        new Divergence(
                nowMillis,
                Divergence.Kind.SERVER,
                ImmutableSet.of(Rule.NET_04),
                "at " + Sentences.time(nowMillis) + " " + seat + what)
            .at(seat, Optional.empty()));
  }
}
