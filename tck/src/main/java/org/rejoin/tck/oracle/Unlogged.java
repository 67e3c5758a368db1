package org.rejoin.tck.oracle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Mode;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * The stimulus that would have called for a callback that nothing called for, where there is one: a
 * log may lack it. The words are the end of "unless the log lacks".
 */
final class Unlogged {
  private final Terms terms;
  private final Map<UserId, Seat> seats;

  Unlogged(Terms terms, Map<UserId, Seat> seats) {
    this.terms = terms;
    this.seats = seats;
  }

  /** What would have called for this callback; it remembers that it was seen. */
  Optional<String> cause(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    if (!seat.inSession()) {
      return seat.session == 0
          ? Optional.of("that user " + seat.uid + " joined")
          : Optional.empty();
    }
    return seen.callback().peer().isPresent()
        ? remote(seat, seat.known(seen.callback().peer().get()), seen, kinds)
        : local(seat, seen.atMillis(), kinds);
  }

  private Optional<String> local(Seat seat, long atMillis, ImmutableSet<Event.Kind> kinds) {
    Event.Kind kind = kinds.iterator().next();
    Optional<Event.Kind> before = seat.unexplained;
    boolean cutOff = seat.isDeaf();
    seat.unexplained = Optional.of(kind);
    return switch (kind) {
      case INTERRUPTED ->
          silentSince(
              seat,
              atMillis - terms.profile().interruptedAfterMillis(),
              cutOff || before.isPresent());
      case LOST ->
          silentSince(
              seat,
              atMillis - terms.profile().lostSinceLastDataMillis(),
              cutOff || !before.equals(Optional.of(Event.Kind.INTERRUPTED)));
      case REJOINED -> {
        seat.unexplained = Optional.empty();
        boolean wasInterrupted = cutOff ? seat.outage != Seat.Outage.YOUNG : before.isPresent();
        yield wasInterrupted
            ? Optional.of("that user " + seat.uid + " was connected again" + about(atMillis))
            : Optional.empty();
      }
      case USER_DROPPED, USER_QUIT, USER_JOINED -> Optional.empty();
    };
  }

  private Optional<String> silentSince(Seat seat, long sinceMillis, boolean refuted) {
    return refuted || !isPossible(sinceMillis, seat.connectedSinceMillis)
        ? Optional.empty()
        : Optional.of("that user " + seat.uid + " was cut off" + about(sinceMillis));
  }

  private Optional<String> remote(
      Seat seat, Pair pair, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    if (!seats.containsKey(pair.peer)) {
      return Optional.of(
          "what was done to user " + pair.peer + ", of which it has no line but in callbacks");
    }
    if (seat.isDeaf()) {
      return Optional.empty();
    }
    if (kinds.contains(Event.Kind.USER_JOINED)) {
      return joined(pair, seen.atMillis());
    }
    if (!pair.heard || pair.gone || pair.unexplainedGone) {
      return Optional.empty();
    }
    pair.unexplainedGone = true;
    return gone(seat, pair, seen, kinds);
  }

  private static Optional<String> joined(Pair pair, long atMillis) {
    if (pair.unexplainedGone || (pair.gone && !pair.heard)) {
      pair.unexplainedGone = false;
      return Optional.of("that user " + pair.peer + " was back" + about(atMillis));
    }
    return pair.met || pair.heard
        ? Optional.empty()
        : Optional.of("that user " + pair.peer + " joined" + about(atMillis));
  }

  private Optional<String> gone(
      Seat seat, Pair pair, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    List<String> causes = new ArrayList<>();
    long silentMillis = seen.atMillis() - terms.windowMillis(seat);
    if (kinds.contains(Event.Kind.USER_DROPPED)
        && isPossible(silentMillis, pair.heardSinceMillis)) {
      causes.add("fell silent" + about(silentMillis));
    }
    if (kinds.contains(Event.Kind.USER_QUIT)) {
      boolean quits = requireNonNull(seats.get(pair.peer)).family() == Family.APPLE;
      causes.add((quits ? "left or was killed" : "left") + about(seen.atMillis()));
    }
    if (terms.mode() == Mode.LIVE
        && seat.family() != Family.WEB
        && seen.callback().reason().isEmpty()) {
      causes.add("became audience");
    }
    return causes.isEmpty()
        ? Optional.empty()
        : Optional.of("that user " + pair.peer + " " + String.join(", or ", causes));
  }

  private boolean isPossible(long sinceMillis, long heardSinceMillis) {
    return sinceMillis + terms.tolerance().earlyMillis() >= heardSinceMillis && sinceMillis >= 0;
  }

  /** A time to a tenth of a second: no log of a cause that is not in it can be more exact. */
  private static String about(long millis) {
    long tenths = (millis + 50) / 100;
    return " at about " + tenths / 10 + "." + tenths % 10 + " s";
  }
}
