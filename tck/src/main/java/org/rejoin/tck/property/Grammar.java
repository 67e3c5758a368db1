package org.rejoin.tck.property;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMultiset;
import com.google.common.collect.Multimaps;
import java.util.Comparator;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * In each session, what a user is told of itself and what it is told of each other user are
 * sentences of the grammar, with an unfinished tail. Names that the platform has not are passed
 * over. At an instant at which a session begins, a callback may belong to either of the two.
 */
final class Grammar extends Watching {

  /** What is told, to whom and of whom. */
  private record Line(UserId user, Optional<UserId> peer) {}

  /** A callback and what it says. */
  private record Said(TracedCallback callback, Word word) {
    long atMillis() {
      return callback.atMillis();
    }
  }

  Grammar() {
    super(
        "grammar",
        "In each session, callbacks follow (interrupted lost? rejoined)* of the user itself, and"
            + " back? (gone back)* of each other user, each with an unfinished tail.",
        Rule.DRV_03,
        Rule.DRV_04);
  }

  @Override
  Optional<Difference> difference(Scenario base, Trace trace, Setting setting) {
    People people = new People(base);
    ImmutableList<Said> said =
        trace.callbacks().stream()
            .flatMap(
                one ->
                    setting
                        .vocabulary()
                        .word(people.family(one.uid()), one.callback().name())
                        .map(word -> new Said(one, word))
                        .stream())
            .collect(toImmutableList());
    ImmutableListMultimap<Line, Said> lines =
        Multimaps.index(
            said,
            one ->
                new Line(
                    one.callback().uid(),
                    one.word().isRemote() ? one.callback().callback().peer() : Optional.empty()));
    return lines.asMap().entrySet().stream()
        .flatMap(
            line ->
                breach(ImmutableList.copyOf(line.getValue()), begins(base, line.getKey().user()))
                    .stream())
        .min(Comparator.comparingLong(Breach::atMillis))
        .map(breach -> difference(breach, trace, people));
  }

  /** When a user's sessions begin. */
  private static ImmutableSortedMultiset<Long> begins(Scenario base, UserId user) {
    return base.steps().stream()
        .filter(step -> step.uid().equals(user))
        .filter(step -> step.action().beginsSession())
        .map(Step::atMillis)
        .collect(ImmutableSortedMultiset.toImmutableSortedMultiset(Comparator.naturalOrder()));
  }

  /** A callback that can't come where it comes, and what came before it in the session. */
  private record Breach(Said said, Optional<Said> before) {
    long atMillis() {
      return said.atMillis();
    }
  }

  private static Optional<Breach> breach(
      ImmutableList<Said> line, ImmutableSortedMultiset<Long> begins) {
    Sentences sentences = new Sentences(begins);
    Optional<Said> before = Optional.empty();
    for (Said said : line) {
      Optional<Said> last = before;
      boolean sameSession =
          last.isPresent()
              && begins
                  .subMultiset(
                      last.get().atMillis(), BoundType.OPEN, said.atMillis(), BoundType.CLOSED)
                  .isEmpty();
      if (!sentences.goesOn(said.word(), said.atMillis())) {
        return Optional.of(new Breach(said, sameSession ? last : Optional.empty()));
      }
      before = Optional.of(said);
    }
    return Optional.empty();
  }

  private static Difference difference(Breach breach, Trace trace, People people) {
    TracedCallback wrong = breach.said().callback();
    String message =
        people.named(wrong.uid())
            + " was told "
            + People.told(wrong.callback())
            + " at "
            + People.time(wrong.atMillis())
            + breach
                .before()
                .map(
                    last ->
                        ", and before that, in the same session, "
                            + People.told(last.callback().callback())
                            + " at "
                            + People.time(last.atMillis()))
                .orElse(", with nothing before it in that session")
            + "; it goes "
            + (breach.said().word().isRemote()
                ? "back? (gone back)*"
                : "(interrupted lost? rejoined)*");
    return Difference.surplus(message, trace, wrong);
  }
}
