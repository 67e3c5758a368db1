package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.spec.Rule;

/** What should have been judged in a run and was not. */
final class Completeness {
  private static final ImmutableList<Feature> EXPECTED =
      ImmutableList.of(Feature.LEAVE, Feature.KILL);

  private static final int IDS_SHOWN = 3;

  private Completeness() {}

  /** A sentence for each gap. */
  static ImmutableList<String> gaps(RunResult result) {
    ImmutableList.Builder<String> gaps = ImmutableList.builder();
    if (result.isInterrupted()) {
      gaps.add("the run was interrupted");
    }
    for (Feature feature : EXPECTED) {
      if (!result.port().features().contains(feature)) {
        gaps.add("the port does not offer " + feature.id());
      }
    }
    if (judged(result) == 0) {
      gaps.add("no check was judged");
    }
    rules(gaps, "never exercised: ", with(result, Verdict.NOT_EXERCISED));
    rules(
        gaps,
        "the port offers what these need and yet does not run them: ",
        Sets.intersection(result.declined(), Sets.newHashSet(with(result, Verdict.UNSUPPORTED))));
    result
        .notJudged()
        .forEach((reason, checks) -> gaps.add(count(checks) + "not judged: " + reason));
    int open = count(result, Verdict.INCONCLUSIVE);
    if (open > 0) {
      gaps.add(
          count(open)
              + "inconclusive"
              + result.onRealClock().map(Completeness::undecided).orElse(""));
    }
    result.written().stream()
        .filter(ending -> ending.verdict() == Verdict.INCONCLUSIVE)
        .limit(IDS_SHOWN)
        .forEach(ending -> gaps.add(ending.check().id() + " " + ending.reason()));
    return gaps.build();
  }

  private static String undecided(OnRealClock clock) {
    ImmutableList<String> ids = clock.undecided();
    if (ids.isEmpty()) {
      return "";
    }
    int more = ids.size() - IDS_SHOWN;
    return ": failed among others, passed alone, and failed alone: "
        + ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static ImmutableList<Rule> with(RunResult result, Verdict verdict) {
    return result.rules().keySet().stream()
        .filter(rule -> result.rules().get(rule) == verdict)
        .collect(ImmutableList.toImmutableList());
  }

  private static void rules(
      ImmutableList.Builder<String> gaps, String what, Collection<Rule> rules) {
    if (!rules.isEmpty()) {
      gaps.add(what + rules.stream().sorted().map(Rule::id).collect(Collectors.joining(", ")));
    }
  }

  private static int judged(RunResult result) {
    int judged = 0;
    for (Verdict verdict : Verdict.values()) {
      judged += verdict.isJudgement() ? count(result, verdict) : 0;
    }
    return judged;
  }

  private static int count(RunResult result, Verdict verdict) {
    return result.counts().getOrDefault(verdict, 0);
  }

  private static String count(int checks) {
    return checks == 1 ? "1 check was " : checks + " checks were ";
  }
}
