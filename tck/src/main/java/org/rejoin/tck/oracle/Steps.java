package org.rejoin.tck.oracle;

import java.util.Optional;
import org.rejoin.api.Family;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/** What each step does to a user, no-ops included. */
final class Steps {
  private final Book book;
  private final Findings findings;
  private final Presence presence;
  private final Windows windows;
  private final Outages outages;

  Steps(Book book, Findings findings, Presence presence, Windows windows, Outages outages) {
    this.book = book;
    this.findings = findings;
    this.presence = presence;
    this.windows = windows;
    this.outages = outages;
  }

  void apply(Seat seat, Step step) {
    switch (step.action()) {
      case JOIN, RESTART -> join(seat, step.channel(), step.atMillis());
      case DROP -> {
        if (seat.inSession() && seat.cut.isEmpty()) {
          countSecondCause(seat);
          outages.begin(seat, step.direction(), step.atMillis());
        }
      }
      case RESTORE -> {
        if (seat.inSession() && seat.cut.isPresent()) {
          outages.restore(seat, step.server(), step.atMillis());
        }
      }
      case LEAVE -> {
        if (seat.inSession()) {
          end(seat, Cause.LEFT, true, step.atMillis());
        }
      }
      case KILL -> kill(seat, step.atMillis());
      case PEER_HEARD, PEER_SILENT, PEER_LEFT ->
          throw new IllegalArgumentException(
              "'" + step.action().id() + "' is a step of one client's view");
    }
  }

  /** A fresh session: to others in the same channel no absence, to those in another one silence. */
  private void join(Seat seat, String name, long nowMillis) {
    settle(seat, nowMillis);
    boolean wasHeardHere = seat.isAudible() && seat.channel.equals(Optional.of(name));
    if (seat.isAudible() && !wasHeardHere) {
      seat.cause = Cause.DROPPED;
      presence.disappears(seat, seat.channel.orElseThrow(), false, nowMillis);
    }
    if (seat.dead) {
      findings.exercised(Rule.DRV_08);
    }
    if (wasHeardHere) {
      findings.listener.remarked(
          new Remark(Remark.Kind.ALIVE_TWICE, nowMillis, seat.uid, Optional.empty()));
    }
    presence.enter(seat, name);
    outages.reset(seat);
    seat.connectedSinceMillis = nowMillis;
    seat.unexplained = Optional.empty();
    presence.newcomer(seat, name, nowMillis);
    if (!wasHeardHere) {
      presence.appears(seat, name, nowMillis);
    }
  }

  private void kill(Seat seat, long nowMillis) {
    if (seat.dead) {
      return;
    }
    if (seat.inSession()) {
      findings.exercised(Rule.KILL_00);
      boolean quits = seat.family() == Family.APPLE;
      Cause cause =
          switch (seat.family()) {
            case AWL -> Cause.KILLED_AWL;
            case APPLE -> Cause.KILLED_APPLE;
            case WEB -> Cause.KILLED_WEB;
          };
      end(seat, cause, quits, nowMillis);
    }
    seat.dead = true;
  }

  private void end(Seat seat, Cause cause, boolean saysGoodbye, long nowMillis) {
    boolean audible = seat.isAudible();
    boolean pending =
        seat.isDeaf()
            || seat.pairs.values().stream().anyMatch(pair -> pair.goneDueMillis != Pair.NONE);
    seat.endedPending = pending;
    if (pending) {
      findings.exercised(Rule.DRV_09);
    }
    if (cause.isKill()) {
      findings.exercised(Rule.DRV_08);
    }
    countSecondCause(seat);
    if (saysGoodbye && !audible) {
      findings.exercised(Rule.DRV_07);
    }
    seat.cause = saysGoodbye && !audible ? Cause.UNSENT_GOODBYE : cause;
    String name = seat.channel.orElseThrow();
    settle(seat, nowMillis);
    presence.exit(seat);
    if (audible) {
      presence.disappears(seat, name, saysGoodbye, nowMillis);
    } else {
      presence.endedSilently(name, seat);
    }
  }

  /** A session is about to end: what is just due or nearly may or may not reach its app. */
  private void settle(Seat seat, long nowMillis) {
    seat.endedMillis = nowMillis;
    book.relaxAll(seat);
    outages.permitNext(seat, nowMillis);
    windows.permitNext(seat, nowMillis);
  }

  private void countSecondCause(Seat seat) {
    if (presence.isHeldGone(seat)) {
      findings.exercised(Rule.DRV_04);
    }
  }
}
