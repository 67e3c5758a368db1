package org.rejoin.tck.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.Verdict;

/**
 * Generated scenarios, a hundred to a test. Each is made when it is run, from its seed and index
 * alone, and kept by nobody.
 */
final class GeneratedTests {
  private static final int BLOCK = 100;

  private final Examiner examiner;
  private final Settings settings;
  private final Plan plan;

  GeneratedTests(Examiner examiner, Settings settings, Hello hello) {
    this.examiner = examiner;
    this.settings = settings;
    this.plan =
        Plan.of(
            settings.profile(),
            hello.hosting(ImmutableSet.of()),
            settings.seed(),
            settings.generated());
  }

  /** First what is not run at all, with the reasons; then the tests. */
  ImmutableList<DynamicNode> nodes() {
    ImmutableList.Builder<DynamicNode> nodes = ImmutableList.builder();
    TreeMap<String, Integer> reasons = new TreeMap<>();
    views(0, settings.generated())
        .flatMap(view -> examiner.ruledOut(view).stream())
        .forEach(outcome -> reasons.merge(outcome.text(), 1, Integer::sum));
    reasons.forEach(
        (reason, count) ->
            nodes.add(
                dynamicTest(
                    count + " scenarios are not run",
                    () -> Outcome.of(Verdict.UNSUPPORTED, reason).conclude())));
    for (int begin = 0; begin < settings.generated(); begin += BLOCK) {
      int first = begin;
      int end = Math.min(begin + BLOCK, settings.generated());
      nodes.add(
          dynamicTest(
              address(first) + " to " + (end - 1), () -> examine(views(first, end)).conclude()));
    }
    return nodes.build();
  }

  private Outcome examine(Stream<View> views) {
    List<Outcome> failures = new ArrayList<>();
    TreeMap<String, Integer> undecided = new TreeMap<>();
    views
        .filter(view -> examiner.ruledOut(view).isEmpty())
        .map(examiner::examine)
        .forEach(
            outcome -> {
              if (outcome.verdict().isFailure()) {
                failures.add(outcome);
              } else if (outcome.verdict() != Verdict.PASS) {
                undecided.merge(outcome.text(), 1, Integer::sum);
              }
            });
    if (failures.isEmpty()) {
      return undecided.isEmpty()
          ? Outcome.PASSED
          : Outcome.of(Verdict.INCONCLUSIVE, "not judged, with the reason: " + undecided);
    }
    // What is told shortest is looked at first.
    Outcome shortest =
        failures.stream()
            .min(Comparator.comparingInt(failure -> failure.text().length()))
            .orElseThrow();
    return new Outcome(
        shortest.verdict(),
        failures.size() + " of these fail, the shortest is " + shortest.text(),
        shortest.thrown());
  }

  private Stream<View> views(int first, int end) {
    return IntStream.range(first, end)
        .mapToObj(plan::generated)
        .flatMap(c -> examiner.views(c).stream());
  }

  private String address(int number) {
    return plan.generated(number).id();
  }
}
