package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * The expectations of the present instant: callbacks are ticked off against them, and what is still
 * required when the instant has passed is missing.
 */
final class Book {
  private final NamesInForce names;
  private final Findings findings;
  private final List<Open> open = new ArrayList<>();

  Book(NamesInForce names, Findings findings) {
    this.names = names;
    this.findings = findings;
  }

  void add(Open expectation) {
    open.add(expectation);
    findings.expected(expectation.expectation());
  }

  /** Takes back a permission that something stronger of the same instant replaces. */
  void withdrawPermission(Seat seat, UserId peer) {
    open.removeIf(
        other -> other.seat() == seat && !other.isRequired() && other.isOnLine(Optional.of(peer)));
  }

  /**
   * Ticks a callback off. Returns whether it was expected. What is told of one user is told in the
   * order in which it happened, so a permission that was passed over is over.
   */
  boolean tick(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    List<Open> passedOver = new ArrayList<>();
    for (Iterator<Open> rest = open.iterator(); rest.hasNext(); ) {
      Open next = rest.next();
      if (next.seat() == seat && next.isOnLine(seen.callback().peer())) {
        if (kinds.contains(next.kind())) {
          rest.remove();
          open.removeAll(passedOver);
          checkOrder(next, seen);
          next.met().run();
          return true;
        }
        if (next.isRequired()) {
          return false;
        }
        passedOver.add(next);
      }
    }
    return false;
  }

  /** The instant has passed. */
  void close() {
    for (Open left : open) {
      if (left.isRequired()) {
        findings.missing(left);
      }
    }
    open.clear();
  }

  private void checkOrder(Open met, TracedCallback seen) {
    if (!met.reconciled()) {
      return;
    }
    for (Open other : open) {
      if (other.seat() == met.seat() && other.kind() == Event.Kind.REJOINED) {
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

  NamesInForce names() {
    return names;
  }
}
