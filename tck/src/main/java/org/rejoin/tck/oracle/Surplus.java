package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * A callback that was seen although nothing called for it.
 *
 * @param seat whose app was called
 * @param seen the callback
 * @param kinds what it can stand for, or was probably meant to be
 * @param known whether the user's platform has a callback of that name
 * @param rules the rules that forbid it
 * @param message what the matter is, if it is not another callback in the wrong place
 * @param unlogged see {@link Divergence#unlogged}
 */
record Surplus(
    Seat seat,
    TracedCallback seen,
    ImmutableSet<Event.Kind> kinds,
    boolean known,
    ImmutableSet<Rule> rules,
    String message,
    Optional<String> unlogged) {

  /** Whether it is probably what is missing there: at another time, of another reason or user. */
  boolean isMisplaced(Open missing) {
    if (seat != missing.seat()) {
      return false;
    }
    boolean samePeer = seen.callback().peer().equals(missing.expectation().peer());
    boolean sameTime = seen.atMillis() == missing.expectation().atMillis();
    if (kinds.contains(missing.kind())) {
      return samePeer || (sameTime && missing.expectation().peer().isPresent());
    }
    return samePeer
        && sameTime
        && seen.callback().reason().isPresent()
        && seen.callback().name().equals(missing.expectation().callback().name());
  }

  /** Whether it says that a user is gone, some time after that fell silent. */
  boolean isGone(Seat observer, UserId user, long silentMillis) {
    return seat == observer
        && seen.callback().peer().equals(Optional.of(user))
        && seen.atMillis() >= silentMillis
        && !Sets.intersection(kinds, Expecting.GONE).isEmpty();
  }

  /** The same, but it breaks other rules. */
  Surplus breaking(ImmutableSet<Rule> others) {
    return new Surplus(seat, seen, kinds, known, others, message, unlogged);
  }

  /** Whether it says the same of the same user. */
  boolean isLike(Surplus other) {
    return seat == other.seat && seen.callback().equals(other.seen.callback());
  }

  /** The difference if it stands alone. */
  Divergence alone() {
    return new Divergence(
        seen.atMillis(),
        Divergence.Kind.SURPLUS,
        rules,
        message,
        Optional.of(seat.uid),
        seen.callback().peer(),
        unlogged);
  }

  /** Whether it came in time, and yet before what had to come first on its line of the story. */
  boolean isInWrongOrder(Open missing, Tolerance tolerance) {
    long lateMillis = seen.atMillis() - missing.expectation().atMillis();
    return known
        && kinds.contains(missing.kind())
        && seen.callback().peer().equals(missing.expectation().peer())
        && -tolerance.earlyMillis() <= lateMillis
        && lateMillis <= tolerance.lateMillis();
  }

  /** The difference if it was seen in place of what is missing. */
  Divergence insteadOf(Open missing, boolean wrongOrder) {
    Expectation due = missing.expectation();
    return new Divergence(
            Math.min(due.atMillis(), seen.atMillis()),
            Divergence.Kind.MISPLACED,
            rulesWith(due),
            Sentences.due(missing) + difference(missing, wrongOrder))
        .at(seat, due.peer());
  }

  /** How what was seen differs from what was due, as the end of a sentence. */
  private String difference(Open missing, boolean wrongOrder) {
    String when = "; seen at " + Sentences.time(seen.atMillis());
    if (!known) {
      return when
          + " as `"
          + seen.callback().name()
          + "`, which "
          + seat.platform.id()
          + " does not have";
    }
    if (!kinds.contains(missing.kind())
        || !seen.callback().peer().equals(missing.expectation().peer())) {
      return when + " as " + Sentences.callback(seen.callback());
    }
    return wrongOrder
        ? when + ", but before another callback about the same user that came first"
        : when;
  }

  /** The rules that forbid it speak as well if it came before it was due. */
  private ImmutableSet<Rule> rulesWith(Expectation due) {
    return seen.atMillis() < due.atMillis()
        ? ImmutableSet.<Rule>builder().addAll(due.rules()).addAll(rules).build()
        : due.rules();
  }
}
