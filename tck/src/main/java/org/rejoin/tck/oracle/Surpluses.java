package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** Explains a callback that nothing called for: which rules it breaks, and what the matter is. */
final class Surpluses {
  private final NamesInForce names;
  private final Findings findings;
  private final Presence presence;
  private final Unlogged unlogged;

  Surpluses(NamesInForce names, Findings findings, Presence presence, Unlogged unlogged) {
    this.names = names;
    this.findings = findings;
    this.presence = presence;
    this.unlogged = unlogged;
  }

  void explain(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    String what =
        Sentences.callback(seen.callback()) + " was seen at " + Sentences.time(seen.atMillis());
    if (kinds.isEmpty()) {
      ImmutableSet<Event.Kind> guess = names.guess(seen.callback().name());
      findings.surplus(
          seat,
          seen,
          guess,
          false,
          rules(seat, seen, guess),
          what
              + ", but "
              + seat.platform.id()
              + " has no callback `"
              + seen.callback().name()
              + "`"
              + didYouMean(seat, guess)
              + Sentences.names(names.all(seat.family())),
          Optional.empty());
      return;
    }
    boolean local = kinds.stream().allMatch(Event.Kind::isLocal);
    if (local == seen.callback().peer().isPresent()) {
      findings.surplus(
          seat,
          seen,
          kinds,
          true,
          rules(seat, seen, kinds),
          what
              + (local
                  ? ", but it is about the local user and names no peer"
                  : ", but it is about a remote user and has to name it as peer"),
          Optional.empty());
      return;
    }
    String matter =
        seen.callback()
            .peer()
            .map(peer -> Sentences.nothingRemote(seat, seat.known(peer), kinds))
            .orElseGet(() -> Sentences.nothingLocal(seat, kinds));
    findings.surplus(
        seat,
        seen,
        kinds,
        true,
        rules(seat, seen, kinds),
        matter + ": nothing is due, but " + what,
        unlogged.cause(seat, seen, kinds));
  }

  private String didYouMean(Seat seat, ImmutableSet<Event.Kind> guess) {
    return guess.stream()
        .map(kind -> names.name(seat.family(), kind))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(name -> "; did you mean `" + name + "`? It has ")
        .orElse("; it has ");
  }

  /** How far the last outage came says which derived rule a local callback breaks. */
  private static Rule grammar(Seat seat, Event.Kind kind) {
    return switch (seat.reached) {
      case YOUNG -> Rule.DRV_01;
      case INTERRUPTED -> kind == Event.Kind.LOST ? Rule.DRV_02 : Rule.DRV_03;
      case LOST -> Rule.DRV_03;
    };
  }

  private ImmutableSet<Rule> rules(Seat seat, TracedCallback seen, ImmutableSet<Event.Kind> kinds) {
    ImmutableSet.Builder<Rule> rules = ImmutableSet.builder();
    if (!seat.inSession()) {
      rules.add(seat.dead ? Rule.DRV_08 : Rule.DRV_09);
    }
    for (Event.Kind kind : kinds) {
      if (kind.isLocal()) {
        rules.add(Attribution.local(kind, seat.family()));
        rules.add(grammar(seat, kind));
      } else {
        Cause cause =
            seen.callback().peer().map(peer -> presence.lastCause(peer)).orElse(Cause.NONE);
        rules.add(Rule.DRV_04);
        rules.addAll(
            kind == Event.Kind.USER_JOINED
                ? Attribution.unnoticed(seat.family(), cause)
                : Attribution.silent(seat.family(), cause));
      }
    }
    return kinds.isEmpty()
        ? rules.add(seen.callback().peer().isPresent() ? Rule.DRV_04 : Rule.DRV_03).build()
        : rules.build();
  }
}
