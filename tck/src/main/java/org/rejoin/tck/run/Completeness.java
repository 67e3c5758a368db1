package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.spec.Rule;

/**
 * What should have been judged in a run and was not.
 *
 * @param interrupted whether the run was ended before its time
 * @param offered what the port offers
 * @param counts how many checks ended how
 * @param rules the verdict of every rule
 * @param declined rules of which the port would not run a check though its hello promises it
 * @param notJudged why checks were never run, each reason with the number of checks
 * @param undecided the ids of checks that failed among others, passed alone and then failed
 * @param inconclusive the checks that were inconclusive, each with its id and what was seen
 */
public record Completeness(
    boolean interrupted,
    ImmutableSet<Feature> offered,
    ImmutableMap<Verdict, Integer> counts,
    ImmutableMap<Rule, Verdict> rules,
    ImmutableSet<Rule> declined,
    ImmutableMap<String, Integer> notJudged,
    ImmutableList<String> undecided,
    ImmutableList<String> inconclusive) {
  private static final ImmutableList<Feature> EXPECTED =
      ImmutableList.of(Feature.LEAVE, Feature.KILL);

  private static final int IDS_SHOWN = 3;

  /** A sentence for each gap. */
  public ImmutableList<String> gaps() {
    ImmutableList.Builder<String> gaps = ImmutableList.builder();
    if (interrupted) {
      gaps.add("the run was interrupted");
    }
    for (Feature feature : EXPECTED) {
      if (!offered.contains(feature)) {
        gaps.add("the port does not offer " + feature.id());
      }
    }
    if (judged() == 0) {
      gaps.add("no check was judged");
    }
    rules(gaps, "never exercised: ", with(Verdict.NOT_EXERCISED));
    rules(
        gaps,
        "the port offers what these need and yet does not run them: ",
        Sets.intersection(declined, Sets.newHashSet(with(Verdict.UNSUPPORTED))));
    notJudged.forEach((reason, checks) -> gaps.add(count(checks) + "not judged: " + reason));
    int open = count(Verdict.INCONCLUSIVE);
    if (open > 0) {
      gaps.add(count(open) + "inconclusive" + listed());
    }
    inconclusive.stream().limit(IDS_SHOWN).forEach(gaps::add);
    return gaps.build();
  }

  private String listed() {
    if (undecided.isEmpty()) {
      return "";
    }
    int more = undecided.size() - IDS_SHOWN;
    return ": failed among others, passed alone, and failed alone: "
        + undecided.stream().limit(IDS_SHOWN).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private ImmutableList<Rule> with(Verdict verdict) {
    return rules.keySet().stream()
        .filter(rule -> rules.get(rule) == verdict)
        .collect(ImmutableList.toImmutableList());
  }

  private static void rules(
      ImmutableList.Builder<String> gaps, String what, Collection<Rule> rules) {
    if (!rules.isEmpty()) {
      gaps.add(what + rules.stream().sorted().map(Rule::id).collect(Collectors.joining(", ")));
    }
  }

  private int judged() {
    int judged = 0;
    for (Verdict verdict : Verdict.values()) {
      judged += verdict.isJudgement() ? count(verdict) : 0;
    }
    return judged;
  }

  private int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  private static String count(int checks) {
    return checks == 1 ? "1 check was " : checks + " checks were ";
  }
}
