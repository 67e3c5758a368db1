package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** Gathers what an acceptor finds, and makes a judgement of it. */
final class Findings {

  /** A callback that was seen although nothing called for it. */
  private record Surplus(
      TracedCallback seen,
      ImmutableSet<Event.Kind> kinds,
      boolean known,
      ImmutableSet<Rule> rules,
      String message) {

    boolean isMisplaced(Open missing) {
      return seen.uid().equals(missing.seat().uid)
          && seen.callback().peer().equals(missing.expectation().peer())
          && (kinds.contains(missing.kind()) || hasWrongReason(missing));
    }

    private boolean hasWrongReason(Open missing) {
      return seen.atMillis() == missing.expectation().atMillis()
          && seen.callback().reason().isPresent()
          && seen.callback().name().equals(missing.expectation().callback().name());
    }

    /** How what was seen differs from what was due, as the end of a sentence. */
    String difference(Open missing) {
      String when = "; seen at " + Sentences.time(seen.atMillis());
      if (!known) {
        return when
            + " as `"
            + seen.callback().name()
            + "`, which "
            + missing.seat().platform.id()
            + " does not have";
      }
      if (!kinds.contains(missing.kind())) {
        return when + " as " + Sentences.callback(seen.callback());
      }
      return seen.atMillis() == missing.expectation().atMillis()
          ? when + ", but before another callback about the same user that came first"
          : when;
    }

    /** The rules that forbid it speak as well if it came before it was due. */
    ImmutableSet<Rule> rulesWith(Expectation due) {
      return seen.atMillis() < due.atMillis()
          ? ImmutableSet.<Rule>builder().addAll(due.rules()).addAll(rules).build()
          : due.rules();
    }
  }

  private final ImmutableList.Builder<Expectation> expected = ImmutableList.builder();
  private final ImmutableMultiset.Builder<Rule> exercised = ImmutableMultiset.builder();
  private final List<Open> missing = new ArrayList<>();
  private final List<Surplus> surplus = new ArrayList<>();
  private final List<Divergence> others = new ArrayList<>();

  void expected(Expectation expectation) {
    expected.add(expectation);
  }

  void exercised(Rule rule) {
    exercised.add(rule);
  }

  void exercised(ImmutableSet<Rule> rules) {
    exercised.addAll(rules);
  }

  void missing(Open open) {
    missing.add(open);
  }

  void surplus(
      TracedCallback seen,
      ImmutableSet<Event.Kind> kinds,
      boolean known,
      ImmutableSet<Rule> rules,
      String message) {
    surplus.add(new Surplus(seen, kinds, known, rules, message));
  }

  void divergence(long atMillis, ImmutableSet<Rule> rules, String message) {
    others.add(new Divergence(atMillis, rules, message));
  }

  /** A missing callback that was seen at another time is one difference, not two. */
  Judgement judgement() {
    List<Divergence> all = new ArrayList<>(others);
    List<Surplus> unplaced = new ArrayList<>(surplus);
    for (Open open : missing) {
      Expectation due = open.expectation();
      Optional<Surplus> misplaced =
          unplaced.stream().filter(seen -> seen.isMisplaced(open)).findFirst();
      misplaced.ifPresent(unplaced::remove);
      String sentence =
          open.because()
              + ", so "
              + Sentences.callback(due.callback())
              + " is due at "
              + Sentences.time(due.atMillis());
      all.add(
          misplaced
              .map(
                  seen ->
                      new Divergence(
                          Math.min(due.atMillis(), seen.seen().atMillis()),
                          seen.rulesWith(due),
                          sentence + seen.difference(open)))
              .orElseGet(
                  () -> new Divergence(due.atMillis(), due.rules(), sentence + "; not seen")));
    }
    unplaced.forEach(
        seen -> all.add(new Divergence(seen.seen().atMillis(), seen.rules(), seen.message())));
    all.sort(Comparator.comparingLong(Divergence::atMillis));
    return new Judgement(expected.build(), ImmutableList.copyOf(all), exercised.build());
  }
}
