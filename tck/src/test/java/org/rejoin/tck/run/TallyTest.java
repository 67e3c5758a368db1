package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.KnownFailing;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** What single outcomes add up to: verdicts of rules, counts, gaps and the order of shrinking. */
class TallyTest {
  private static final Check OWN = ownCheckOf(Rule.NET_01);
  private static final Check OTHER = ownCheckOf(Rule.NET_02);
  private static final Trace NOTHING = new Trace(ImmutableList.of(), ImmutableList.of());

  private static Check ownCheckOf(Rule rule) {
    return Catalogue.checks(Profiles.AGORA_2019_05).stream()
        .filter(check -> Judge.owner(check).equals(Optional.of(rule)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRuleHasTheWorstVerdictOfThoseThatBreakIt() {
    assertEquals(Verdict.FAIL, ruleAfter(failed(Verdict.FAIL), failed(Verdict.HANG)));
    assertEquals(Verdict.FAIL, ruleAfter(failed(Verdict.HANG), failed(Verdict.FAIL)));
    assertEquals(Verdict.HANG, ruleAfter(failed(Verdict.CRASH), failed(Verdict.HANG)));
    assertEquals(Verdict.CRASH, ruleAfter(failed(Verdict.CRASH), passed()));
  }

  @Test
  void aRuleThatNothingBreaksHasTheVerdictOfItsOwnChecks() {
    assertEquals(Verdict.PASS, ruleAfter(passed()));
    assertEquals(Verdict.NOT_SELECTED, ruleAfter());
    assertEquals(
        Verdict.UNSUPPORTED, ruleAfter(Outcome.unsupported(NotJudged.Kind.DECLINED, "no")));
    assertEquals(Verdict.NOT_EXERCISED, ruleAfter(Outcome.notRun("interrupted")));
    assertEquals(
        Verdict.NOT_EXERCISED,
        ruleAfter(
            Outcome.notRun("interrupted"), Outcome.unsupported(NotJudged.Kind.DECLINED, "no")));
    assertEquals(
        Verdict.INCONCLUSIVE,
        ruleAfter(passed(), failure(Verdict.FAIL, Rule.NET_02)),
        "its own check fails by another rule");
  }

  private static Verdict ruleAfter(Outcome... outcomes) {
    Tally tally = new Tally(ImmutableMap.of());
    for (int i = 0; i < outcomes.length; i++) {
      tally.add(i, OWN, outcomes[i]);
    }
    return tally.rules().getOrDefault(Rule.NET_01, Verdict.PASS);
  }

  /** A check of a pair counts as the list of known failures has it. */
  @Test
  void checksOfPairsCountInTheLightOfWhatIsKnown() {
    Check pair = new Check("exhaustive/a", "a pair", OWN.scenario(), new Origin.Exhaustive());
    KnownFailing entry =
        new KnownFailing(pair.id(), "ours", Optional.empty(), Optional.empty(), Optional.empty());
    Tally tally = new Tally(ImmutableMap.of(pair.id(), entry));
    tally.add(0, pair, failed(Verdict.FAIL));
    tally.add(1, new Check("exhaustive/b", "another", OWN.scenario(), pair.origin()), passed());
    assertEquals(ImmutableMultiset.of(Verdict.KNOWN_FAILING, Verdict.PASS), tally.exhaustive());
    assertEquals(1, tally.counts().getOrDefault(Verdict.KNOWN_FAILING, 0));
  }

  @Test
  void anEntryOfTheListThatDoesNotHoldSaysWhatToDo() {
    KnownFailing entry =
        new KnownFailing(OWN.id(), "ours", Optional.empty(), Optional.empty(), Optional.of("late"));
    assertEquals(
        OWN.id() + " passes now; take it out of the list", new Stale(OWN, entry, true).message());
    assertEquals(
        OWN.id() + " fails, but its message has no 'late'", new Stale(OWN, entry, false).message());
  }

  @Test
  void gapsCountChecksAndNameTheFirstThreeOnly() {
    assertEquals(
        List.of(
            "the port does not offer leave", "the port does not offer kill", "no check was judged"),
        gaps(ImmutableSet.of(), ImmutableMap.of(Verdict.UNSUPPORTED, 3), 0));
    assertEquals(
        List.of("1 check was inconclusive"),
        gaps(offered(), ImmutableMap.of(Verdict.PASS, 1, Verdict.INCONCLUSIVE, 1), 0));
    String more = "failed among others, passed alone, and failed alone: ";
    assertEquals(
        List.of("3 checks were inconclusive: " + more + "c0, c1, c2"),
        gaps(offered(), ImmutableMap.of(Verdict.FAIL, 1, Verdict.INCONCLUSIVE, 3), 3));
    assertEquals(
        List.of("4 checks were inconclusive: " + more + "c0, c1, c2 and 1 more"),
        gaps(offered(), ImmutableMap.of(Verdict.KNOWN_FAILING, 1, Verdict.INCONCLUSIVE, 4), 4));
  }

  private static ImmutableSet<Feature> offered() {
    return ImmutableSet.of(Feature.LEAVE, Feature.KILL);
  }

  private static List<String> gaps(
      ImmutableSet<Feature> offered, ImmutableMap<Verdict, Integer> counts, int undecided) {
    return new Completeness(
            false,
            offered,
            counts,
            ImmutableMap.of(),
            ImmutableSet.of(),
            ImmutableMap.of(),
            IntStream.range(0, undecided)
                .mapToObj(i -> "c" + i)
                .collect(ImmutableList.toImmutableList()),
            ImmutableList.of())
        .gaps();
  }

  /** One of each kind, then the next of each; hangs last. */
  @Test
  void failuresAreMadeSmallerKindByKindAndHangsLast() {
    assertEquals(
        List.of(1, 3, 4, 2, 5, 0, 6),
        ShrinkOrder.of(
            ImmutableList.of(
                broken(Verdict.HANG, Rule.NET_01),
                broken(Verdict.FAIL, Rule.NET_01),
                broken(Verdict.FAIL, Rule.NET_01),
                broken(Verdict.FAIL, Rule.NET_02),
                broken(Verdict.CRASH, Rule.NET_01),
                broken(Verdict.CRASH, Rule.NET_02),
                broken(Verdict.HANG, Rule.NET_02))));
  }

  @Test
  void aRunWithoutFlagsHasEveryCheckOfItsPlan() {
    Plan plan = Plan.of(Profiles.AGORA_2019_05, 1, 7);
    RunOrder order = ImmutableRunOrder.builder().plan(plan).build();
    assertEquals(plan.size(), order.wholeRun());
    assertEquals(
        List.of(false, false), List.of(order.missed(), order.failFast()), "nothing but a run");
    assertEquals(
        plan.firstGenerated() + 7, plan.ids().filter(id -> !id.startsWith("property/")).count());
    assertEquals("generated/1/6", plan.id(plan.firstGenerated() + 6));
    assertEquals("generated/1/6", plan.check(plan.firstGenerated() + 6).id());
  }

  private static Outcome passed() {
    return Outcome.passed(ImmutableMultiset.of(Rule.NET_01));
  }

  private static Outcome failed(Verdict verdict) {
    return failure(verdict, Rule.NET_01);
  }

  private static Outcome failure(Verdict verdict, Rule rule) {
    return Outcome.failed(ImmutableMultiset.of(rule), broken(verdict, rule), ImmutableSet.of(rule));
  }

  private static Failure broken(Verdict verdict, Rule rule) {
    return new Failure(
        OTHER,
        verdict,
        ImmutableSet.of(rule),
        Optional.of(Divergence.Kind.MISSING),
        ImmutableList.of(),
        NOTHING,
        "it is so");
  }
}
