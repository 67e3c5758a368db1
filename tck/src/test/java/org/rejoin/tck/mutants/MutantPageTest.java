package org.rejoin.tck.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A survivor that the page leaves out, and a row whose mutant is dead, are both told. */
class MutantPageTest {
  private static final Mutant BOUNDARY =
      new Mutant("Client.packet", "changed conditional boundary");
  private static final Mutant CALL = new Mutant("Alarm.arm", "removed call to Alarm::cancel");

  private final MutantPage page =
      new MutantPage(
          """
          # Mutants

          | `Not.here` | is above the sections | 1 | so it is of no module |

          ## core

          | place | change | how many | why it survives |
          |---|---|---|---|
          | `Client.packet` | changed conditional boundary | 2 | both ways lead to the same |

          ## tck

          | `Oracle.judge` | negated conditional | 1 | of another module |
          """);

  @Test
  void thePageThatListsWhatSurvivesAgrees() {
    assertEquals(List.of(), differences(List.of(BOUNDARY, BOUNDARY), List.of()));
  }

  @Test
  void aSurvivorThatIsNotListedIsTold() {
    assertEquals(
        List.of(
            "core, Alarm.arm: removed call to Alarm::cancel: 1 survive, tck/MUTANTS.md lists 0: write"
                + " a test that sees it, or add a row with the reason",
            "core, Client.packet: changed conditional boundary: 3 survive, tck/MUTANTS.md lists 2:"
                + " write a test that sees it, or add a row with the reason"),
        differences(List.of(BOUNDARY, BOUNDARY, BOUNDARY, CALL), List.of()));
  }

  @Test
  void aRowWhoseMutantIsDeadIsTold() {
    assertEquals(
        List.of(
            "core, Client.packet: changed conditional boundary: 1 survive, tck/MUTANTS.md lists 2:"
                + " take it off the page"),
        differences(List.of(BOUNDARY), List.of(CALL)));
  }

  @Test
  void aMutantThatRanOutOfTimeMayBeListedOrNot() {
    assertEquals(List.of(), differences(List.of(BOUNDARY), List.of(BOUNDARY, CALL)));
  }

  @Test
  void aModuleWithoutASectionHasNoSurvivors() {
    assertEquals(ImmutableMultiset.of(), page.listed("platform-web"));
  }

  @Test
  void aRowWithoutAReasonIsNoRow() {
    assertEquals(
        "tck/MUTANTS.md: a row is | `Class.method` | change | how many | why |, not:"
            + " | `Client.packet` | negated conditional | 1 |  |",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new MutantPage("## core\n| `Client.packet` | negated conditional | 1 |  |")
                        .listed("core"))
            .getMessage());
  }

  @Test
  void aReportIsReadWithoutPackagesAndLambdas() {
    MutantReport report =
        MutantReport.parse(
            "<mutations>"
                + mutation("SURVIVED", "org.rejoin.core.Client", "packet", "negated conditional")
                + mutation(
                    "NO_COVERAGE",
                    "org.rejoin.core.realtime.Alarm",
                    "lambda$arm$7",
                    "removed call to org/rejoin/core/realtime/Alarm::cancel")
                + mutation("TIMED_OUT", "org.rejoin.core.Client", "packet", "negated conditional")
                + mutation("KILLED", "org.rejoin.core.Client", "packet", "negated conditional")
                + "</mutations>");
    Mutant negated = new Mutant("Client.packet", "negated conditional");
    assertEquals(
        new MutantReport(ImmutableMultiset.of(negated, CALL), ImmutableMultiset.of(negated), 1),
        report);
  }

  @Test
  void whatIsNoReportIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> MutantReport.parse("<mutations>"));
  }

  private static String mutation(String status, String type, String method, String change) {
    return "<mutation status='"
        + status
        + "'><mutatedClass>"
        + type
        + "</mutatedClass><mutatedMethod>"
        + method
        + "</mutatedMethod><description>"
        + change
        + "</description></mutation>";
  }

  private ImmutableList<String> differences(List<Mutant> survivors, List<Mutant> undecided) {
    return page.differences(
        "core",
        new MutantReport(
            ImmutableMultiset.copyOf(survivors), ImmutableMultiset.copyOf(undecided), 9));
  }
}
