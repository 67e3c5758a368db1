package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rejoin.api.Event;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * Passes on what an acceptor finds. A missing callback that was seen at another time is one
 * difference, not two: one half waits here for the other, one of each kind a line of the story.
 */
final class Findings {
  /** So many halves wait at most: a recording may name any number of peers that never were. */
  private static final int WAITING_AT_MOST = 1_000;

  private final Listener listener;
  private final Tolerance tolerance;
  private final List<Booked> missing = new ArrayList<>();
  private final List<Surplus> surplus = new ArrayList<>();

  Findings(Listener listener, Tolerance tolerance) {
    this.listener = listener;
    this.tolerance = tolerance;
  }

  void expected(Expectation expectation) {
    listener.expected(expectation);
  }

  void relaxed(long number) {
    listener.relaxed(number);
  }

  void met(long number, TracedCallback seen, boolean inOrder) {
    listener.met(number, seen, inOrder);
  }

  void exercised(Rule rule) {
    listener.exercised(rule);
  }

  void exercised(ImmutableSet<Rule> rules) {
    rules.forEach(listener::exercised);
  }

  void divergence(Divergence divergence) {
    listener.diverged(divergence);
  }

  void remark(Remark remark) {
    listener.remarked(remark);
  }

  void missing(Booked place) {
    Open open = place.open;
    for (Iterator<Surplus> waiting = surplus.iterator(); waiting.hasNext(); ) {
      Surplus seen = waiting.next();
      if (seen.isMisplaced(open)) {
        waiting.remove();
        // What came before it at the same instant is the first difference.
        tellMissing(
            other ->
                other.isOnLine(open)
                    && other.expectation().atMillis() == open.expectation().atMillis());
        misplaced(seen, place);
        return;
      }
    }
    tellMissing(other -> other.isOnLine(open) && other.kind() == open.kind());
    missing.add(place);
    if (missing.size() > WAITING_AT_MOST) {
      listener.diverged(notSeen(missing.remove(0).open));
    }
  }

  /** What is missing was seen in another place: one that is only of the order, or another one. */
  private void misplaced(Surplus seen, Booked place) {
    boolean wrongOrder = seen.isInWrongOrder(place.open, tolerance);
    if (wrongOrder) {
      listener.met(place.number, seen.seen(), false);
    }
    listener.diverged(seen.insteadOf(place.open, wrongOrder));
  }

  void surplus(
      Seat seat,
      TracedCallback seen,
      ImmutableSet<Event.Kind> kinds,
      boolean known,
      ImmutableSet<Rule> rules,
      String message,
      Optional<String> unlogged) {
    Surplus found = new Surplus(seat, seen, kinds, known, rules, message, unlogged);
    for (Iterator<Booked> waiting = missing.iterator(); waiting.hasNext(); ) {
      Booked place = waiting.next();
      if (found.isMisplaced(place.open)) {
        waiting.remove();
        misplaced(found, place);
        return;
      }
    }
    for (Iterator<Surplus> waiting = surplus.iterator(); waiting.hasNext(); ) {
      Surplus other = waiting.next();
      if (other.isLike(found)) {
        waiting.remove();
        listener.diverged(other.alone());
        break;
      }
    }
    surplus.add(found);
    if (surplus.size() > WAITING_AT_MOST) {
      listener.diverged(surplus.remove(0).alone());
    }
  }

  /** Nothing more comes: what waits is told as it is. */
  void end() {
    tellMissing(any -> true);
    surplus.forEach(seen -> listener.diverged(seen.alone()));
  }

  private void tellMissing(Predicate<Open> which) {
    for (Iterator<Booked> waiting = missing.iterator(); waiting.hasNext(); ) {
      Open open = waiting.next().open;
      if (which.test(open)) {
        waiting.remove();
        listener.diverged(notSeen(open));
      }
    }
  }

  private static Divergence notSeen(Open open) {
    Expectation due = open.expectation();
    return new Divergence(due.atMillis(), due.rules(), Sentences.due(open) + "; not seen")
        .at(open.seat(), due.peer());
  }
}
