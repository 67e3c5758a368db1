package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** Explains a callback that nothing called for: which rules it breaks, and what the matter is. */
final class Surpluses {
  /** What one observer is told of one user, and what that adds up to. */
  private static final ImmutableSet<Rule> STORY = ImmutableSet.of(Rule.DRV_04);

  private static final ImmutableSet<Rule> ROSTER = ImmutableSet.of(Rule.DRV_04, Rule.DRV_11);

  private final NamesInForce names;
  private final Tolerance tolerance;
  private final Findings findings;
  private final Presence presence;
  private final Unlogged unlogged;

  Surpluses(
      NamesInForce names,
      Tolerance tolerance,
      Findings findings,
      Presence presence,
      Unlogged unlogged) {
    this.names = names;
    this.tolerance = tolerance;
    this.findings = findings;
    this.presence = presence;
    this.unlogged = unlogged;
  }

  void explain(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    String what =
        Sentences.callback(seen.callback()) + " was seen at " + Sentences.time(seen.atMillis());
    boolean known = !kinds.isEmpty();
    ImmutableSet<Event.Kind> meant = known ? kinds : names.guess(seen.callback().name());
    boolean local = kinds.stream().allMatch(Event.Kind::isLocal);
    Optional<String> lacking = Optional.empty();
    String message;
    if (!known) {
      message =
          what
              + ", but "
              + seat.platform.id()
              + " has no callback `"
              + seen.callback().name()
              + "`"
              + didYouMean(seat, meant)
              + Sentences.names(names.all(seat.family()));
    } else if (local == seen.callback().peer().isPresent()) {
      message =
          what
              + (local
                  ? ", but it is about the local user and names no peer"
                  : ", but it is about a remote user and has to name it as peer");
    } else {
      message =
          seen.callback()
                  .peer()
                  .map(peer -> Sentences.nothingRemote(seat, seat.known(peer), kinds))
                  .orElseGet(() -> Sentences.nothingLocal(seat, kinds))
              + ": nothing is due, but "
              + what;
      lacking = unlogged.cause(seat, seen, kinds);
    }
    ImmutableSet<Rule> rules = rules(seat, seen, meant);
    findings.surplus(new Surplus(seat, seen, meant, known, rules, message, lacking));
  }

  private String didYouMean(Seat seat, ImmutableSet<Event.Kind> guess) {
    return guess.stream()
        .map(kind -> names.name(seat.family(), kind))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(name -> "; did you mean `" + name + "`? It has ")
        .orElse("; it has ");
  }

  private ImmutableSet<Rule> rules(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    if (!seat.inSession()) {
      return outside(seat);
    }
    Optional<UserId> peer = seen.callback().peer();
    if (kinds.isEmpty()) {
      return ImmutableSet.of(peer.isPresent() ? Rule.DRV_04 : Rule.DRV_03);
    }
    ImmutableSet.Builder<Rule> rules = ImmutableSet.builder();
    kinds.stream().filter(Event.Kind::isLocal).forEach(kind -> rules.addAll(local(seat, kind)));
    if (kinds.contains(Event.Kind.USER_JOINED)) {
      rules.addAll(peer.map(user -> joined(seat, user)).orElse(STORY));
    }
    if (!Sets.intersection(kinds, Expecting.GONE).isEmpty()) {
      rules.addAll(peer.map(user -> gone(seat, user, seen.atMillis(), kinds)).orElse(STORY));
    }
    return rules.build();
  }

  /** Who is in no channel is told nothing, least of all what was pending when its session ended. */
  private static ImmutableSet<Rule> outside(Seat seat) {
    if (!seat.dead) {
      return ImmutableSet.of(Rule.DRV_09);
    }
    return seat.endedPending
        ? ImmutableSet.of(Rule.DRV_08, Rule.DRV_09)
        : ImmutableSet.of(Rule.DRV_08);
  }

  /** How far the last outage came says which derived rule a local callback breaks. */
  private static ImmutableSet<Rule> local(Seat seat, Event.Kind kind) {
    Rule own = Attribution.local(kind, seat.family());
    boolean silent = seat.family() == Family.WEB;
    return switch (seat.reached) {
      case YOUNG -> ImmutableSet.of(own, Rule.DRV_01);
      case INTERRUPTED -> {
        Rule grammar = kind == Event.Kind.LOST ? Rule.DRV_02 : Rule.DRV_03;
        yield silent ? ImmutableSet.of(own) : ImmutableSet.of(own, grammar);
      }
      case LOST -> silent ? ImmutableSet.of(own) : ImmutableSet.of(own, Rule.DRV_03);
    };
  }

  private ImmutableSet<Rule> joined(Seat seat, UserId user) {
    Pair pair = seat.known(user);
    if (user.equals(seat.uid)) {
      return STORY;
    }
    if (!pair.met) {
      return ROSTER;
    }
    Cause cause = presence.lastCause(user);
    return pair.gone
        ? with(Attribution.back(seat.family(), cause), Rule.DRV_11)
        : with(Attribution.unnoticed(seat.family(), cause), Rule.DRV_04);
  }

  private ImmutableSet<Rule> gone(
      Seat seat, UserId user, long atMillis, ImmutableSet<Event.Kind> kinds) {
    Pair pair = seat.known(user);
    Cause cause = presence.lastCause(user);
    if (user.equals(seat.uid)) {
      return STORY;
    }
    if (pair.gone) {
      return cause == Cause.LEFT || cause == Cause.KILLED_APPLE
          ? with(Attribution.quit(seat.family(), cause), Rule.DRV_04)
          : STORY;
    }
    if (!pair.met) {
      return ROSTER;
    }
    if (seat.isDeaf()) {
      return with(
          Attribution.silent(seat.family(), presence.causeOf(seat, pair)),
          seat.family() == Family.WEB && seat.outage != Seat.Outage.YOUNG
              ? Attribution.toldNothing(seat.outage)
              : Rule.DRV_11);
    }
    return pair.heard
        ? goneThoughHeard(seat, pair, atMillis, kinds)
        : Attribution.silent(seat.family(), cause);
  }

  /**
   * A user that is there is told gone: it was told in place of another whose goodbye came, or its
   * last absence was, which ended in time, or it is simply not true.
   */
  private ImmutableSet<Rule> goneThoughHeard(
      Seat seat, Pair pair, long atMillis, ImmutableSet<Event.Kind> kinds) {
    if (Math.abs(atMillis - seat.goodbyeMillis) <= tolerance.widthMillis()) {
      return with(Attribution.quit(seat.family(), seat.goodbyeCause), Rule.DRV_11);
    }
    if (atMillis <= pair.unnoticedUntilMillis + tolerance.lateMillis()) {
      return Attribution.goneThoughBack(seat.family(), pair.unnoticedCause);
    }
    return kinds.contains(Event.Kind.USER_DROPPED)
        ? Attribution.silent(seat.family(), Cause.NONE)
        : with(Attribution.quit(seat.family(), Cause.LEFT), Rule.DRV_11);
  }

  private static ImmutableSet<Rule> with(ImmutableSet<Rule> rules, Rule another) {
    return ImmutableSet.<Rule>builder().addAll(rules).add(another).build();
  }
}
