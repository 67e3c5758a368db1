package org.rejoin.tck.defective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

/** What the audit says of tables that are not as claimed, each whole sentence of it. */
class AuditTest {
  private static final Defect LATE = Defects.all().get(1);
  private static final Defect EARLY = Defects.all().get(0);
  private static final ImmutableMap<String, ImmutableMap<String, String>> BOTH_NAMED =
      ImmutableMap.of(
          EARLY.id(), ImmutableMap.of("a", "it * early"), LATE.id(), ImmutableMap.of("b", "late"));

  @Test
  void whatIsAsClaimedIsNoProblem() {
    assertProblems(table("a", "it came early", "b", "late"), claims(BOTH_NAMED));
  }

  @Test
  void aDefectThatSurvivesIsAProblem() {
    KillTable table = table("a", "it came early", "b", "late").without("b");
    assertProblems(
        table,
        claims(BOTH_NAMED),
        "defect interrupted-a-millisecond-late: it survives, no check finds it");
  }

  @Test
  void aCheckThatFindsNothingIsAProblem() {
    KillTable table =
        new KillTable(
            ImmutableSet.of("a", "b", "idle"), table("a", "it came early", "b", "late").trials());
    assertProblems(
        table,
        claims(BOTH_NAMED),
        "check idle: it finds no defect",
        "check idle: it is named as the killer of no defect",
        "check idle: it is the only one to find no defect, and no reason is given");
  }

  @Test
  void aKillerThatIsGoneOrDoesNotFindOrSaysSomethingElseIsAProblem() {
    ImmutableMap<String, ImmutableMap<String, String>> wrong =
        ImmutableMap.of(
            EARLY.id(),
            ImmutableMap.of("a", "it came late", "b", "late", "gone", "early"),
            LATE.id(),
            ImmutableMap.of("b", "late"));
    assertProblems(
        table("a", "it came early", "b", "late"),
        claims(wrong),
        "defect interrupted-a-millisecond-early: a says \"it came early\" and should say \"it came"
            + " late\"",
        "defect interrupted-a-millisecond-early: b is named as its killer and does not find it",
        "defect interrupted-a-millisecond-early: its killer gone is not among the checks");
  }

  @Test
  void aDefectWithoutANamedKillerAndANameWithoutADefectAreProblems() {
    assertProblems(
        table("a", "it came early", "b", "late"),
        claims(
            ImmutableMap.of(
                EARLY.id(),
                ImmutableMap.of("a", "it came early", "b", "late"),
                "no-such",
                ImmutableMap.of("b", "late"))),
        "defect interrupted-a-millisecond-early: b is named as its killer and does not find it",
        "defect interrupted-a-millisecond-late: no check is named as its killer",
        "killers are named for no-such, which is no defect");
  }

  /**
   * Whatever is not named stays green, and what is named is blamed; and each rule by some defect.
   */
  @Test
  void anotherRuleThanTheNamedOnesAndARuleThatNoDefectBreaksAreProblems() {
    KillTable table =
        new KillTable(
            ImmutableSet.of("a", "b"),
            ImmutableList.of(
                new Trial(
                    EARLY, ImmutableMap.of("a", "it came early"), Blame.of("NET-01 DRV-01", "")),
                new Trial(LATE, ImmutableMap.of("b", "late"), Blame.of("NET-01", "NET-11"))));
    ImmutableMap<String, Blame> named =
        ImmutableMap.of(
            EARLY.id(), Blame.of("NET-01", "DRV-01"), LATE.id(), Blame.of("NET-01", "NET-11"));
    ImmutableList<String> problems =
        Audit.problems(table, new Claims(BOTH_NAMED, ImmutableMap.of(), named));
    assertEquals(
        "defect interrupted-a-millisecond-early: it is blamed on NET-01 DRV-01 and should be on"
            + " NET-01, and later DRV-01",
        problems.get(0));
    assertEquals("rule NET-02: no defect is blamed on it", problems.get(1));
    assertEquals(38, problems.size(), problems::toString);
  }

  @Test
  void aReasonMustBeNeededAndTrue() {
    KillTable table =
        new KillTable(
            ImmutableSet.of("a", "b", "c"),
            ImmutableList.of(
                new Trial(EARLY, ImmutableMap.of("a", "it came early", "c", "early"), Blame.NONE),
                new Trial(LATE, ImmutableMap.of("b", "late", "c", "late"), Blame.NONE)));
    ImmutableMap<String, ImmutableMap<String, String>> named =
        ImmutableMap.of(
            EARLY.id(), ImmutableMap.of("a", "it came early", "c", "early"),
            LATE.id(), ImmutableMap.of("b", "late"));
    Claims.Reason byA = reason("a");
    Claims.Reason byC = reason("c");
    assertProblems(
        table,
        new Claims(
            named, ImmutableMap.of("a", byC, "b", byC, "c", reason("a", "b")), ImmutableMap.of()));
    assertProblems(
        table,
        new Claims(named, ImmutableMap.of("a", byC, "b", byC, "c", byA), ImmutableMap.of()),
        "check c: its reason does not hold, none of a finds interrupted-a-millisecond-late");
    assertProblems(
        table("a", "it came early", "b", "late"),
        new Claims(BOTH_NAMED, ImmutableMap.of("a", byC, "no-such", byC), ImmutableMap.of()),
        "check a: it alone finds interrupted-a-millisecond-early, so it needs no reason",
        "a reason is given for no-such, which is no check");
  }

  private static Claims.Reason reason(String... with) {
    return new Claims.Reason(Claims.Kind.PART_OF, ImmutableList.copyOf(with), "");
  }

  private static KillTable table(String first, String saysFirst, String second, String saysSecond) {
    return new KillTable(
        ImmutableSet.of(first, second),
        ImmutableList.of(
            new Trial(EARLY, ImmutableMap.of(first, saysFirst), Blame.NONE),
            new Trial(LATE, ImmutableMap.of(second, saysSecond), Blame.NONE)));
  }

  private static Claims claims(ImmutableMap<String, ImmutableMap<String, String>> killers) {
    return new Claims(killers, ImmutableMap.of(), ImmutableMap.of());
  }

  private static void assertProblems(KillTable table, Claims claims, String... problems) {
    assertEquals(ImmutableList.copyOf(problems), Audit.problems(table, claims));
  }
}
