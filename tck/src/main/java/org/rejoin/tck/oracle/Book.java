package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
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

  private final NamesInForce names;
  private final Findings findings;
  private final Tolerance tolerance;
  private final List<Open> open = new ArrayList<>();

  Book(NamesInForce names, Findings findings, Tolerance tolerance) {
    this.names = names;
    this.findings = findings;
    this.tolerance = tolerance;
  }

  void add(Open expectation) {
    open.add(expectation);
    findings.expected(expectation.expectation());
  }

  /** Takes back what is only permitted of a user, since something stronger replaces it. */
  void withdraw(Seat seat, UserId peer, ImmutableSet<Event.Kind> kinds) {
    open.removeIf(
        other ->
            !other.isRequired()
                && other.isOfThisSession()
                && kinds.contains(other.kind())
                && other.isOnLine(seat, Optional.of(peer)));
  }

  /**
   * Ticks a callback off: what is required before what is permitted. Returns what came of it. What
   * is told of one user is told in the order in which it happened, so nothing is ticked off beyond
   * the first that is required, and a permission that was passed over is over.
   */
  Tick tick(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    Optional<Open> met = Optional.empty();
    List<Open> others = new ArrayList<>();
    int passedOver = 0;
    for (Open next : open) {
      if (!next.isOnLine(seat, seen.callback().peer())) {
        continue;
      }
      if (!kinds.contains(next.kind())) {
        others.add(next);
      } else if (met.isEmpty() || next.isRequired()) {
        met = Optional.of(next);
        passedOver = others.size();
      }
      if (next.isRequired()) {
        break;
      }
    }
    if (met.isEmpty()) {
      return Tick.UNEXPECTED;
    }
    // One by one: two that are alike may be open, and one callback is only one of them.
    open.remove(met.get());
    others.subList(0, passedOver).forEach(open::remove);
    checkOrder(met.get(), seen);
    met.get().met().run();
    return met.get().met() == Expecting.NOTHING ? Tick.EXPECTED : Tick.CHANGES_MORE;
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
    open.replaceAll(
        one -> {
          if (!one.isRequired() || !one.isOnLine(seat, peer) || !kinds.contains(one.kind())) {
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
    open.replaceAll(
        one -> {
          if (one.seat() != seat || !one.isRequired()) {
            return one;
          }
          findings.relaxed(one.expectation());
          return one.relaxed(Expecting.NOTHING);
        });
  }

  /** Time passes: what was due so long before an instant that its window has ended is missing. */
  void closeBefore(long millis) {
    for (int i = 0; i < open.size(); i++) {
      Open next = open.get(i);
      if (next.expectation().atMillis() + tolerance.widthMillis() < millis) {
        if (next.isRequired()) {
          findings.missing(next);
        }
        open.remove(i);
        i--;
      }
    }
  }

  private void checkOrder(Open met, TracedCallback seen) {
    if (!met.reconciled()) {
      return;
    }
    for (Open other : open) {
      if (other.seat() == met.seat() && other.kind() == Event.Kind.REJOINED && other.isRequired()) {
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
