package org.rejoin.tck.property;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;

/** The reference with one thing wrong each. */
final class Defects {
  private static final UserId SEVEN = UserId.of(7);

  private Defects() {}

  /** Says everything of this name twice. */
  static Altered twice(String name) {
    return telling(
        (scenario, right) ->
            right.stream()
                .flatMap(
                    one ->
                        one.callback().name().equals(name) ? Stream.of(one, one) : Stream.of(one))
                .collect(ImmutableList.toImmutableList()));
  }

  /** Goes on counting for a process that was killed. */
  static Altered countingForTheDead() {
    return running(
        scenario ->
            with(
                scenario,
                scenario.steps().stream()
                    .map(
                        step ->
                            step.action() == Action.KILL
                                ? Step.of(step.atMillis(), Action.DROP, step.uid())
                                : step)
                    .toList()));
  }

  /** Never says this. */
  static Altered silentOn(String name) {
    return telling(
        (scenario, right) ->
            right.stream()
                .filter(one -> !one.callback().name().equals(name))
                .collect(ImmutableList.toImmutableList()));
  }

  /** Never says this in scenarios of a kind. */
  static Altered silentOn(String name, Predicate<Scenario> where) {
    return telling(
        (scenario, right) ->
            right.stream()
                .filter(one -> !one.callback().name().equals(name) || !where.test(scenario))
                .collect(ImmutableList.toImmutableList()));
  }

  /** Counts by a clock that is a second late after an hour. */
  static Altered lateAfterAnHour() {
    return telling(
        (scenario, right) ->
            right.stream()
                .map(
                    one ->
                        one.atMillis() < 3_600_000
                            ? one
                            : new TracedCallback(
                                Math.min(one.atMillis() + 1_000, scenario.untilMillis()),
                                one.uid(),
                                one.callback()))
                .collect(ImmutableList.toImmutableList()));
  }

  /** Tells nobody of user 7. */
  static Altered blindToSeven() {
    return telling(
        (scenario, right) ->
            right.stream()
                .filter(one -> !one.callback().peer().equals(Optional.of(SEVEN)))
                .collect(ImmutableList.toImmutableList()));
  }

  /** Has room for four users, and forgets the first one when a fifth comes. */
  static Altered roomForFour() {
    return telling(
        (scenario, right) -> {
          UserId first = scenario.participants().get(0).uid();
          return scenario.participants().size() <= 4
              ? right
              : right.stream()
                  .filter(one -> !one.callback().peer().equals(Optional.of(first)))
                  .collect(ImmutableList.toImmutableList());
        });
  }

  /** Ends at the last step if it sees that the scenario soon ends. */
  static Altered endingEarly() {
    return telling(
        (scenario, right) -> {
          long lastMillis = lastMillis(scenario);
          return scenario.untilMillis() - lastMillis >= 20_000
              ? right
              : right.stream()
                  .filter(one -> one.atMillis() <= lastMillis)
                  .collect(ImmutableList.toImmutableList());
        });
  }

  /** Tells of a silence ahead of time if it sees that there is nothing else to come. */
  static Altered impatient() {
    return telling(
        (scenario, right) -> {
          long lastMillis = lastMillis(scenario);
          boolean hurries = scenario.untilMillis() - lastMillis > 30_000;
          List<TracedCallback> told = new ArrayList<>(right);
          if (hurries && !told.isEmpty()) {
            TracedCallback last = told.remove(told.size() - 1);
            told.add(
                new TracedCallback(Math.max(0, last.atMillis() - 1), last.uid(), last.callback()));
          }
          return ImmutableList.sortedCopyOf(
              Comparator.comparingLong(TracedCallback::atMillis), told);
        });
  }

  /** Holds a script that it has just run for one that it has run to its end. */
  static Altered holdingOn() {
    return new Altered() {
      private Optional<Scenario> before = Optional.empty();

      @Override
      ImmutableList<TracedCallback> callbacks(
          Scenario scenario, Profile profile, ImmutableList<TracedCallback> right) {
        boolean same = before.equals(Optional.of(scenario));
        before = Optional.of(scenario);
        return same ? right.subList(0, right.size() / 2) : right;
      }
    };
  }

  /** Numbers its scripts, and does half of one that comes right after a higher number. */
  static Altered countingScripts() {
    return new Altered() {
      private long before = -1;

      @Override
      ImmutableList<TracedCallback> callbacks(
          Scenario scenario, Profile profile, ImmutableList<TracedCallback> right) {
        List<String> name = Splitter.on('/').splitToList(scenario.name());
        long number = name.size() > 3 ? -1 : Long.parseLong(name.get(2));
        boolean back = number >= 0 && number < before;
        before = number;
        return back ? right.subList(0, right.size() / 2) : right;
      }
    };
  }

  private static long lastMillis(Scenario scenario) {
    return scenario.steps().stream().mapToLong(Step::atMillis).max().orElse(0);
  }

  /** Does no more than a hundred steps. */
  static Altered hundredSteps() {
    return running(
        scenario ->
            with(scenario, scenario.steps().subList(0, Math.min(100, scenario.steps().size()))));
  }

  private static Scenario with(Scenario scenario, List<Step> steps) {
    return Remade.of(scenario, "", steps, scenario.untilMillis());
  }

  private static Altered running(UnaryOperator<Scenario> instead) {
    return new Altered() {
      @Override
      Scenario scenario(Scenario scenario) {
        return instead.apply(scenario);
      }
    };
  }

  private static Altered telling(
      BiFunction<Scenario, ImmutableList<TracedCallback>, ImmutableList<TracedCallback>> instead) {
    return new Altered() {
      @Override
      ImmutableList<TracedCallback> callbacks(
          Scenario scenario, Profile profile, ImmutableList<TracedCallback> right) {
        return instead.apply(scenario, right);
      }
    };
  }
}
