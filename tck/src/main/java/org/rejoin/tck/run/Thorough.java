package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Thrown;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;

/** Runs checks until each has a result, whatever a port in this JVM throws or leaves unanswered. */
final class Thorough {
  private Thorough() {}

  /**
   * Runs those that have no result yet.
   *
   * @param how how the port runs them
   * @param checks all of them
   * @param results theirs, in their order; none is empty afterwards
   * @param result makes a result of an answer
   */
  static <T> void run(
      CheckRunner how,
      ImmutableList<Check> checks,
      List<Optional<T>> results,
      BiFunction<Check, Answer, T> result) {
    List<Integer> open = open(results);
    while (!open.isEmpty()) {
      Optional<Answer> end = run(how, checks, open, results, result);
      if (end.isPresent()) {
        int first = open(results).get(0);
        results.set(first, Optional.of(result.apply(checks.get(first), end.get())));
      }
      open = open(results);
    }
  }

  /** The answers to whole scenarios, in their order. */
  static ImmutableList<Answer> answers(CheckRunner how, ImmutableList<Scenario> scenarios) {
    List<Optional<Answer>> answers = new ArrayList<>();
    scenarios.forEach(unused -> answers.add(Optional.empty()));
    run(
        how,
        scenarios.stream()
            .map(scenario -> Check.given(scenario.name(), "", scenario))
            .collect(ImmutableList.toImmutableList()),
        answers,
        (unused, answer) -> answer);
    return answers.stream().flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
  }

  private static <T> List<Integer> open(List<Optional<T>> results) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).isEmpty()) {
        open.add(i);
      }
    }
    return open;
  }

  /** Runs what is open. Returns what to lay at the door of the first that still is, if any. */
  private static <T> Optional<Answer> run(
      CheckRunner how,
      ImmutableList<Check> checks,
      List<Integer> open,
      List<Optional<T>> results,
      BiFunction<Check, Answer, T> result) {
    ImmutableList<Check> rest =
        open.stream().map(checks::get).collect(ImmutableList.toImmutableList());
    try {
      how.runAll(
          rest,
          (answer, at) -> {
            int index = open.get(at);
            if (results.get(index).isEmpty()) {
              results.set(index, Optional.of(result.apply(checks.get(index), answer)));
            }
          });
    } catch (Throwable thrownByThePort) {
      return thrown(thrownByThePort, results);
    }
    return open(results).isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer.Broke("the port gave no answer"));
  }

  private static <T> Optional<Answer> thrown(Throwable thrown, List<Optional<T>> results) {
    return open(results).isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer.Failed(Thrown.sentence(thrown)));
  }
}
