package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * The expectations whose window has not ended: callbacks are ticked off against them, and what is
 * still required when its window has ended is missing.
 */
final class Book {
  /** What came of ticking a callback off. */
  enum Tick {
    /** Nothing called for it. */
    UNEXPECTED,
    /** It was required or permitted, and that was that. */
    EXPECTED,
    /** It was permitted, and what is expected from now on depends on its having been seen. */
    CHANGES_MORE
  }

  private static final int NOWHERE = -1;

  private final NamesInForce names;
  private final Findings findings;
  private final Tolerance tolerance;
  private final Map<UserId, Seat> seats;
  private int added;

  Book(NamesInForce names, Findings findings, Tolerance tolerance, Map<UserId, Seat> seats) {
    this.names = names;
    this.findings = findings;
    this.tolerance = tolerance;
    this.seats = seats;
  }

  void add(Open expectation) {
    expectation
        .seat()
        .open
        .computeIfAbsent(expectation.expectation().peer(), unused -> new ArrayList<>(1))
        .add(expectation);
    findings.expected(expectation.expectation());
  }

  /** The number of the next expectation: they count up, whoever's they are. */
  int nextNumber() {
    added++;
    return added;
  }

  /** Takes back what is only permitted of a user, since something stronger replaces it. */
  void withdraw(Seat seat, UserId peer, ImmutableSet<Event.Kind> kinds) {
    Optional<UserId> about = Optional.of(peer);
    List<Open> line = line(seat, about);
    if (!line.isEmpty()) {
      line.removeIf(
          other -> !other.isRequired() && other.isOfThisSession() && kinds.contains(other.kind()));
      forgetIfEmpty(seat, about, line);
    }
  }

  /**
   * Ticks a callback off: what is required before what is permitted. Returns what came of it. What
   * is told of one user is told in the order in which it happened, so nothing is ticked off beyond
   * the first that is required, and a permission that was passed over is over.
   */
  Tick tick(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    Optional<UserId> about = seen.callback().peer();
    List<Open> line = line(seat, about);
    int place = meant(line, kinds);
    if (place == NOWHERE) {
      return Tick.UNEXPECTED;
    }
    Open met = line.remove(place);
    line.subList(0, place).removeIf(passedOver -> !kinds.contains(passedOver.kind()));
    forgetIfEmpty(seat, about, line);
    checkOrder(met, seen);
    met.met().run();
    return met.met() == Expecting.NOTHING ? Tick.EXPECTED : Tick.CHANGES_MORE;
  }

  private static int meant(List<Open> line, ImmutableSet<Event.Kind> kinds) {
    int permitted = NOWHERE;
    for (int place = 0; place < line.size(); place++) {
      boolean fits = kinds.contains(line.get(place).kind());
      if (line.get(place).isRequired()) {
        return fits ? place : permitted;
      }
      if (fits && permitted == NOWHERE) {
        permitted = place;
      }
    }
    return permitted;
  }

  /**
   * Something happened at the edge of what was required of a line, nearer than a real clock can
   * tell: it is only permitted from now on. Returns what it was, in order; on a virtual clock
   * always nothing.
   *
   * @param kinds what is meant
   * @param consequence what follows for each if the port does it after all
   */
  ImmutableList<Event.Kind> relax(
      Seat seat,
      Optional<UserId> peer,
      ImmutableSet<Event.Kind> kinds,
      Function<Event.Kind, Runnable> consequence) {
    if (tolerance.isExact()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Event.Kind> relaxed = ImmutableList.builder();
    line(seat, peer)
        .replaceAll(
            one -> {
              if (!one.isRequired() || !kinds.contains(one.kind())) {
                return one;
              }
              relaxed.add(one.kind());
              findings.relaxed(one.expectation());
              return one.relaxed(consequence.apply(one.kind()));
            });
    return relaxed.build();
  }

  /** A session ended: what was on its way to its app may or may not have arrived. */
  void relaxAll(Seat seat) {
    if (tolerance.isExact()) {
      return;
    }
    for (List<Open> line : seat.open.values()) {
      line.replaceAll(
          one -> {
            if (!one.isRequired()) {
              return one;
            }
            findings.relaxed(one.expectation());
            return one.relaxed(Expecting.NOTHING);
          });
    }
  }

  /** Time passes: what was due so long before an instant that its window has ended is missing. */
  void closeBefore(long millis) {
    List<Open> missing = new ArrayList<>();
    for (Seat seat : seats.values()) {
      if (!seat.open.isEmpty()) {
        seat.open.values().removeIf(line -> closeBefore(millis, line, missing));
      }
    }
    missing.sort(Comparator.comparingInt(Open::number));
    missing.forEach(findings::missing);
  }

  /** Returns whether nothing is left. */
  private boolean closeBefore(long millis, List<Open> line, List<Open> missing) {
    line.removeIf(
        one -> {
          boolean over = one.expectation().atMillis() + tolerance.widthMillis() < millis;
          if (over && one.isRequired()) {
            missing.add(one);
          }
          return over;
        });
    return line.isEmpty();
  }

  private void checkOrder(Open met, TracedCallback seen) {
    if (!met.reconciled()) {
      return;
    }
    for (Open other : line(met.seat(), Optional.empty())) {
      if (other.kind() == Event.Kind.REJOINED && other.isRequired()) {
        findings.divergence(
            seen.atMillis(),
            ImmutableSet.<Rule>builder()
                .addAll(other.expectation().rules())
                .add(Rule.DRV_11)
                .build(),
            met.seat()
                + " is to hear of its own return before it hears of others: "
                + Sentences.callback(other.expectation().callback())
                + " comes before "
                + Sentences.callback(seen.callback()));
      }
    }
  }

  private static List<Open> line(Seat seat, Optional<UserId> about) {
    return seat.open.getOrDefault(about, List.of());
  }

  private static void forgetIfEmpty(Seat seat, Optional<UserId> about, List<Open> line) {
    if (line.isEmpty()) {
      seat.open.remove(about);
    }
  }

  NamesInForce names() {
    return names;
  }
}
