package org.rejoin.tck.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;

/**
 * Generated scenarios, a hundred to a test. Each is made when it is run, from its seed and index
 * alone, and kept by nobody.
 */
final class GeneratedTests {
  private static final int MAX_USERS = 6;
  private static final int BLOCK = 100;

  private final Examiner examiner;
  private final Settings settings;
  private final OnPlatforms onPlatforms;
  private final Generator generator;

  GeneratedTests(Examiner examiner, Settings settings, Hello hello) {
    this.examiner = examiner;
    this.settings = settings;
    this.onPlatforms = new OnPlatforms(hello);
    this.generator = new Generator(settings.profile(), MAX_USERS);
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
    return LongStream.range(first, end)
        .mapToObj(this::check)
        .flatMap(c -> examiner.views(c).stream());
  }

  private Check check(long index) {
    Scenario scenario = onPlatforms.move(generator.generate(settings.seed(), index));
    return new Check(scenario.name(), "generated", scenario);
  }

  private String address(long index) {
    return "generated/" + settings.seed() + "/" + index;
  }
}
