package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.rejoin.api.UserId;
import org.rejoin.tck.spec.Rule;

/**
 * Passes on what an acceptor finds. A missing callback that was seen at another time is one
 * difference, not two: one half waits here for the other, one of each kind a line of the story.
 */
final class Findings {
  /** So many halves wait at most: a recording may name any number of peers that never were. */
  private static final int WAITING_AT_MOST = 1_000;

  final Listener listener;
  private final EnumSet<Rule> exercised = EnumSet.noneOf(Rule.class);
  private final Tolerance tolerance;
  private final List<Booked> missing = new ArrayList<>();
  private final List<Surplus> surplus = new ArrayList<>();

  Findings(Listener listener, Tolerance tolerance) {
    this.listener = listener;
    this.tolerance = tolerance;
  }

  void exercised(Rule rule) {
    exercised.add(rule);
    listener.exercised(rule);
  }

  void exercised(ImmutableSet<Rule> rules) {
    rules.forEach(this::exercised);
  }

  /** A rule that is broken where nothing else called for it was exercised by what broke it. */
  void divergence(Divergence divergence) {
    divergence.rules().stream().filter(rule -> !exercised.contains(rule)).forEach(this::exercised);
    listener.diverged(divergence);
  }

  /**
   * A user is back in time. If it was told gone since it fell silent, that breaks what is said of
   * who is back in time; what is said of who is not has not come true.
   */
  void cameBack(Seat seat, UserId user, long silentMillis, ImmutableSet<Rule> rules) {
    surplus.replaceAll(seen -> seen.isGone(seat, user, silentMillis) ? seen.breaking(rules) : seen);
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
    listener.suspected(open.expectation().atMillis() + 1);
    missing.add(place);
    if (missing.size() > WAITING_AT_MOST) {
      divergence(notSeen(missing.remove(0).open));
    }
  }

  /** What is missing was seen in another place: one that is only of the order, or another one. */
  private void misplaced(Surplus seen, Booked place) {
    boolean wrongOrder = seen.isInWrongOrder(place.open, tolerance);
    if (wrongOrder) {
      listener.met(place.number, seen.seen(), false);
    }
    divergence(seen.insteadOf(place.open, wrongOrder));
  }

  void surplus(Surplus found) {
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
        divergence(other.alone());
        break;
      }
    }
    listener.suspected(found.seen().atMillis() - tolerance.lateMillis());
    surplus.add(found);
    if (surplus.size() > WAITING_AT_MOST) {
      divergence(surplus.remove(0).alone());
    }
  }

  /** Nothing more comes: what waits is told as it is. */
  void end() {
    tellMissing(any -> true);
    surplus.forEach(seen -> divergence(seen.alone()));
  }

  private void tellMissing(Predicate<Open> which) {
    for (Iterator<Booked> waiting = missing.iterator(); waiting.hasNext(); ) {
      Open open = waiting.next().open;
      if (which.test(open)) {
        waiting.remove();
        divergence(notSeen(open));
      }
    }
  }

  private static Divergence notSeen(Open open) {
    Expectation due = open.expectation();
    return new Divergence(
            due.atMillis(),
            Divergence.Kind.MISSING,
            due.rules(),
            Sentences.due(open) + "; not seen")
        .at(open.seat(), due.peer());
  }
}
