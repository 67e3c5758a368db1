package org.rejoin.tck.report;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rejoin.api.Mode;
import org.rejoin.tck.report.TestCase.Kind;
import org.rejoin.tck.run.Ending;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.KnownFailure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;
import org.rejoin.tck.timeline.StepText;

/**
 * The test cases that a run is told in: one for each written check that was selected; of the
 * generated checks, and of those for every pair of state and input, one for each of the first that
 * failed, and one for all others of a verdict.
 *
 * <p>So the number of test cases says little; the true counts are among the suite's properties.
 */
final class TestCases {
  private static final int SHOWN = 100;

  private final RunResult result;
  private final Show show;
  private final ImmutableMap<String, Failure> failures;
  private final ImmutableMap<String, String> defects;
  private final Map<String, KnownFailure> known = new HashMap<>();
  private final ImmutableList.Builder<TestCase> cases = ImmutableList.builder();

  private TestCases(RunResult result, Show show) {
    this.result = result;
    this.show = show;
    this.failures =
        result.failures().stream()
            .collect(ImmutableMap.toImmutableMap(it -> it.check().id(), it -> it, (a, b) -> a));
    this.defects =
        result.defects().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    it -> it.check(), it -> Plain.shortLine(it.cause().toString()), (a, b) -> a));
    result.knownFailures().forEach(it -> known.putIfAbsent(it.entry().check(), it));
  }

  static ImmutableList<TestCase> of(RunResult result, Show show) {
    return new TestCases(result, show).all();
  }

  private ImmutableList<TestCase> all() {
    result.written().forEach(ending -> cases.add(written(ending)));
    together(
        "rejoin.generated",
        "generated/" + result.seed(),
        generated(),
        Origin.Generated.class::isInstance);
    together(
        "rejoin.exhaustive",
        "exhaustive",
        result.exhaustive(),
        Origin.Exhaustive.class::isInstance);
    int left = result.counts().getOrDefault(Verdict.NOT_SELECTED, 0);
    if (left > 0) {
      cases.add(skipped("rejoin.not-selected", "not-selected", Verdict.NOT_SELECTED, checks(left)));
    }
    result
        .stale()
        .forEach(
            stale ->
                cases.add(
                    new TestCase(
                        "rejoin.known-failing",
                        Plain.shortLine(stale.entry().check()),
                        Kind.FAILURE,
                        "stale",
                        Plain.shortLine(stale.message()),
                        Plain.shortLine(stale.message()))));
    return cases.build();
  }

  private TestCase written(Ending ending) {
    String id = ending.check().id();
    String className = className(ending.check());
    Failure failure = failures.get(id);
    if (failure != null) {
      return failed(failure);
    }
    String defect = defects.get(id);
    if (defect != null) {
      return new TestCase(className, id, Kind.ERROR, "kit-defect", defect, defect);
    }
    KnownFailure listed = known.get(id);
    if (listed != null) {
      String reason = Plain.shortLine(listed.entry().reason());
      return skipped(className, id, Verdict.KNOWN_FAILING, reason);
    }
    return ending.verdict() == Verdict.PASS
        ? new TestCase(className, id, Kind.PASSED, "", "", "")
        : skipped(className, id, ending.verdict(), Plain.shortLine(ending.reason()));
  }

  /** A check of a rule is listed under it, others under the first word of their id. */
  private static String className(Check check) {
    return "rejoin." + check.origin().path().stream().findFirst().orElse("given");
  }

  private TestCase failed(Failure failure) {
    String id = failure.check().id();
    boolean looked = failure.verdict() == Verdict.FAIL;
    return new TestCase(
        className(failure.check()),
        id,
        looked ? Kind.FAILURE : Kind.ERROR,
        failure.verdict().id(),
        Plain.shortLine(failure.message()),
        text(failure));
  }

  private String text(Failure failure) {
    StringBuilder text = new StringBuilder(Plain.shortText(failure.message())).append('\n');
    failure.looksLike().ifPresent(it -> text.append("looks like: ").append(it).append('\n'));
    for (Rule rule : failure.rules()) {
      text.append(rule.id()).append(": ").append(rule.sentence()).append('\n');
      for (SeedLine line : rule.lines()) {
        text.append("  ").append(line.chinese()).append('\n');
      }
    }
    Scenario scenario = failure.check().scenario();
    text.append(scenario.mode() == Mode.LIVE ? "steps, in live mode:\n" : "steps:\n");
    String steps = scenario.steps().stream().map(TestCases::step).collect(Collectors.joining("\n"));
    text.append(Plain.shortText(steps)).append('\n');
    String again = Plain.text(show.invocation().check(failure.check()));
    return text.append("again: ").append(again).append('\n').toString();
  }

  private static String step(Step step) {
    return "  " + step.atMillis() + " ms  user " + step.uid() + "  " + StepText.of(step);
  }

  private Multiset<Verdict> generated() {
    EnumMultiset<Verdict> left = EnumMultiset.create(Verdict.class);
    result.counts().forEach(left::add);
    result.written().forEach(ending -> left.remove(ending.verdict()));
    Multisets.removeOccurrences(left, result.exhaustive());
    return left;
  }

  /** The first of some checks that failed, and the others in one test case for each verdict. */
  private void together(
      String className, String prefix, Multiset<Verdict> counts, Predicate<Origin> isOneOfThem) {
    EnumMultiset<Verdict> left = EnumMultiset.create(Verdict.class);
    left.addAll(counts);
    result.failures().stream()
        .filter(failure -> isOneOfThem.test(failure.check().origin()))
        .limit(SHOWN)
        .forEach(
            failure -> {
              left.remove(failure.verdict());
              cases.add(failed(failure));
            });
    for (Verdict verdict : Verdict.values()) {
      if (left.contains(verdict) && verdict != Verdict.NOT_SELECTED) {
        String name = prefix + " " + verdict.id();
        cases.add(others(className, verdict, name, checks(left.count(verdict))));
      }
    }
  }

  private static TestCase others(String className, Verdict verdict, String name, String checks) {
    String more = checks + " more, see report.json";
    return switch (verdict) {
      case PASS -> new TestCase(className, name, Kind.PASSED, "", "", checks + "\n");
      case FAIL -> new TestCase(className, name, Kind.FAILURE, verdict.id(), more, more + "\n");
      case HANG, CRASH, PROTOCOL_ERROR ->
          new TestCase(className, name, Kind.ERROR, verdict.id(), more, more + "\n");
      case UNSUPPORTED, NOT_SELECTED, NOT_EXERCISED, INCONCLUSIVE, KNOWN_FAILING ->
          skipped(className, name, verdict, checks);
    };
  }

  private static TestCase skipped(String className, String name, Verdict verdict, String why) {
    String message = why.isEmpty() ? verdict.id() : verdict.id() + ": " + why;
    return new TestCase(className, name, Kind.SKIPPED, verdict.id(), message, "");
  }

  private static String checks(int count) {
    return count == 1 ? "1 check" : count + " checks";
  }
}
