package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
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

  private final NamesInForce names;
  private final Findings findings;
  private final Tolerance tolerance;

  private static final Comparator<Booked> FIRST_DUE = Comparator.comparingLong(Booked::dueMillis);

  private static final Comparator<Booked> FIRST_BOOKED =
      Comparator.comparingLong(place -> place.number);

  /** All that are booked, the earliest due first; what is over goes when its window has ended. */
  private final PriorityQueue<Booked> byDue = new PriorityQueue<>(Acceptor.FEW, FIRST_DUE);

  private long count;

  Book(NamesInForce names, Findings findings, Tolerance tolerance) {
    this.names = names;
    this.findings = findings;
    this.tolerance = tolerance;
  }

  void add(Open expectation) {
    lineOf(expectation).add(book(expectation));
    findings.listener.expected(expectation.expectation());
  }

  /** The same, but it happened before all that is open on its line. */
  void addFirst(Open expectation) {
    lineOf(expectation).add(0, book(expectation));
    findings.listener.expected(expectation.expectation());
  }

  private Booked book(Open expectation) {
    Booked place = new Booked(expectation, count++);
    byDue.add(place);
    return place;
  }

  private static List<Booked> lineOf(Open expectation) {
    return expectation
        .seat()
        .booked
        .computeIfAbsent(expectation.expectation().peer(), unused -> new ArrayList<>(1));
  }

  /** What is open on one line of the story, in the order in which it was booked. */
  private static List<Booked> line(Seat seat, Optional<UserId> peer) {
    return seat.booked.getOrDefault(peer, ImmutableList.of());
  }

  private static void remove(Booked place) {
    remove(place, line(place.open.seat(), place.open.expectation().peer()));
  }

  private static void remove(Booked place, List<Booked> line) {
    place.isOver = true;
    line.remove(place);
    if (line.isEmpty()) {
      place.open.seat().booked.remove(place.open.expectation().peer());
    }
  }

  /** What follows from what is only permitted of a user is something else from now on. */
  void follow(Seat seat, UserId peer, ImmutableSet<Event.Kind> kinds, Runnable consequence) {
    for (Booked place : line(seat, Optional.of(peer))) {
      Open one = place.open;
      if (!one.isRequired() && one.isOfThisSession() && kinds.contains(one.kind())) {
        place.open = one.relaxed(consequence);
      }
    }
  }

  /** Takes back what is only permitted of a user, since something stronger replaces it. */
  void withdraw(Seat seat, UserId peer, ImmutableSet<Event.Kind> kinds) {
    for (Booked place : ImmutableList.copyOf(line(seat, Optional.of(peer)))) {
      Open one = place.open;
      if (!one.isRequired() && one.isOfThisSession() && kinds.contains(one.kind())) {
        remove(place);
      }
    }
  }

  /**
   * Ticks a callback off: what is required before what is permitted. Returns what came of it. What
   * is told of one user is told in the order in which it happened, so nothing is ticked off beyond
   * the first that is required, and a permission that was passed over is over.
   */
  Tick tick(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    Optional<Booked> met = Optional.empty();
    List<Booked> others = ImmutableList.of();
    int passedOver = 0;
    List<Booked> line = line(seat, seen.callback().peer());
    for (Booked place : line) {
      if (!kinds.contains(place.open.kind())) {
        others = others.isEmpty() ? new ArrayList<>(1) : others;
        others.add(place);
      } else if (isIn(place, seen) && (met.isEmpty() || place.open.isRequired())) {
        met = Optional.of(place);
        passedOver = others.size();
      }
      if (place.open.isRequired()) {
        break;
      }
    }
    if (met.isEmpty()) {
      return tickInPlaceOfAnother(seat, seen, kinds);
    }
    Open ticked = met.get().open;
    met.get().seen = Optional.of(seen);
    remove(met.get(), line);
    if (ticked.isRequired()) {
      count(ticked);
      remember(met.get(), line, kinds);
    }
    others.subList(0, passedOver).forEach(Book::remove);
    findings.listener.met(met.get().number, seen, isInOrder(ticked, seen));
    ticked.met().run();
    return ticked.met() == Expecting.NOTHING ? Tick.EXPECTED : Tick.CHANGES_MORE;
  }

  /**
   * Whether a callback is not too early for what was booked before its time, nor too late for what
   * was kept beyond it.
   */
  private boolean isIn(Booked place, TracedCallback seen) {
    long lateMillis = seen.atMillis() - place.open.expectation().atMillis();
    return -lateMillis <= tolerance.earlyMillis()
        && (place.yieldedTo.isEmpty() || lateMillis <= tolerance.lateMillis());
  }

  /** What was ticked off as required could have been what is permitted: that is remembered. */
  private void remember(Booked ticked, List<Booked> line, ImmutableSet<Event.Kind> kinds) {
    for (Booked place : line) {
      if (!place.open.isRequired()
          && kinds.contains(place.open.kind())
          && isIn(place, ticked.seen.orElseThrow())) {
        byDue.remove(place);
        place.yieldedTo = Optional.of(ticked);
        byDue.add(place);
      }
    }
  }

  /**
   * Nothing calls for a callback, unless one before it was what is permitted, and not what is
   * required, as which it was ticked off: this one is that then, or shows it to be still to come.
   */
  private Tick tickInPlaceOfAnother(
      Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    for (Booked place : line(seat, seen.callback().peer())) {
      if (place.yieldedTo.isPresent() && !place.open.isRequired()) {
        Booked required = place.yieldedTo.get();
        boolean isIt = kinds.contains(required.open.kind()) && isIn(required, seen);
        if (isIt || kinds.contains(Event.Kind.USER_JOINED)) {
          remove(place);
          findings.listener.met(place.number, required.seen.orElseThrow(), true);
          place.open.met().run();
          if (isIt) {
            findings.listener.met(required.number, seen, true);
            return Tick.CHANGES_MORE;
          }
          Booked again = new Booked(required.open, required.number);
          byDue.add(again);
          lineOf(again.open).add(again);
          return tick(seat, seen, kinds);
        }
      }
    }
    return Tick.UNEXPECTED;
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
    for (Booked place : line(seat, peer)) {
      Open one = place.open;
      if (one.isRequired() && kinds.contains(one.kind())) {
        relaxed.add(one.kind());
        relax(place, consequence.apply(one.kind()));
      }
    }
    return relaxed.build();
  }

  /** A session ended: what was on its way to its app may or may not have arrived. */
  void relaxAll(Seat seat) {
    if (tolerance.isExact()) {
      return;
    }
    for (List<Booked> line : seat.booked.values()) {
      for (Booked place : line) {
        if (place.open.isRequired()) {
          relax(place, Expecting.NOTHING);
        }
      }
    }
  }

  private void relax(Booked place, Runnable consequence) {
    findings.listener.relaxed(place.number);
    place.open = place.open.relaxed(consequence);
  }

  /** Time passes: what was due so long before an instant that its window has ended is missing. */
  void closeBefore(long millis) {
    List<Booked> ended = ImmutableList.of();
    for (Booked first = byDue.peek();
        first != null && (first.isOver || first.dueMillis() + tolerance.widthMillis() < millis);
        first = byDue.peek()) {
      byDue.remove();
      if (!first.isOver) {
        ended = ended.isEmpty() ? new ArrayList<>(1) : ended;
        ended.add(first);
      }
    }
    if (ended.size() > 1) {
      ended.sort(FIRST_BOOKED);
    }
    for (Booked place : ended) {
      if (place.open.isRequired()) {
        count(place.open);
        findings.missing(place);
      }
      remove(place);
    }
  }

  /**
   * Its rules are exercised, now that it can't be relaxed any more; a first meeting is no
   * alternation yet.
   */
  private void count(Open required) {
    if (!required.expectation().rules().equals(Attribution.MET)) {
      findings.exercised(required.expectation().rules());
    }
  }

  /** Whether its user heard of its own return first (D-43); if not, that is a difference. */
  private boolean isInOrder(Open met, TracedCallback seen) {
    if (!met.reconciled()) {
      return true;
    }
    for (Booked place : line(met.seat(), Optional.empty())) {
      Open other = place.open;
      if (other.kind() == Event.Kind.REJOINED && other.isRequired()) {
        findings.divergence(
            new Divergence(
                    seen.atMillis(),
                    Divergence.Kind.MISPLACED,
                    ImmutableSet.<Rule>builder()
                        .addAll(other.expectation().rules())
                        .add(Rule.DRV_11)
                        .build(),
                    met.seat()
                        + " is to hear of its own return before it hears of others: "
                        + Sentences.callback(other.expectation().callback())
                        + " comes before "
                        + Sentences.callback(seen.callback()))
                .at(met.seat(), met.expectation().peer()));
        return false;
      }
    }
    return true;
  }

  NamesInForce names() {
    return names;
  }
}
