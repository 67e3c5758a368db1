package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Family;
import org.rejoin.tck.spec.Rule;

/** The tables say what the oracle says, for every family and every key. */
class RuleTablesTest {
  @Test
  void thereIsATableOfLocalEventsAndOneOfEachThingToSayOfOthers() {
    assertEquals(
        ImmutableSet.of("local", "silent", "quit", "back", "unnoticed"),
        RuleTables.byName().keySet());
  }

  @Test
  void localEventsAreThoseAboutTheUserItself() {
    ImmutableTable<Family, String, ImmutableSet<Rule>> local = table("local");
    assertEquals(ImmutableSet.of("interrupted", "lost", "rejoined"), local.columnKeySet());
    assertEquals(ImmutableSet.copyOf(Family.values()), local.rowKeySet());
    assertEquals(ImmutableSet.of(Rule.NET_02), local.get(Family.APPLE, "interrupted"));
    assertEquals(ImmutableSet.of(Rule.NET_07), local.get(Family.WEB, "lost"));
    assertEquals(ImmutableSet.of(Rule.NET_11), local.get(Family.AWL, "rejoined"));
  }

  @Test
  void othersAreByEveryCauseOfAnAbsence() {
    for (String name : ImmutableSet.of("silent", "quit", "back", "unnoticed")) {
      assertEquals(
          ImmutableSet.of(
              "none",
              "dropped",
              "killed-awl",
              "killed-web",
              "killed-apple",
              "left",
              "unsent-goodbye"),
          table(name).columnKeySet(),
          name);
      assertEquals(ImmutableSet.copyOf(Family.values()), table(name).rowKeySet(), name);
    }
  }

  @Test
  void whatIsSaidOfOthersIsByTheRuleOfItsCause() {
    assertEquals(ImmutableSet.of(Rule.KILL_05), table("silent").get(Family.APPLE, "killed-awl"));
    assertEquals(ImmutableSet.of(Rule.KILL_03), table("quit").get(Family.WEB, "killed-apple"));
    assertEquals(ImmutableSet.of(Rule.NET_15), table("back").get(Family.AWL, "dropped"));
    assertEquals(ImmutableSet.of(Rule.KILL_08), table("unnoticed").get(Family.WEB, "killed-awl"));
  }

  @Test
  void aFirstMeetingHasARuleOfItsOwn() {
    assertEquals(ImmutableSet.of(Rule.DRV_04), RuleTables.met());
  }

  private static ImmutableTable<Family, String, ImmutableSet<Rule>> table(String name) {
    return RuleTables.byName().getOrDefault(name, ImmutableTable.of());
  }
}
