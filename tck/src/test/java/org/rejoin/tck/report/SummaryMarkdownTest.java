package org.rejoin.tck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.run.RunResult;

/** The summary and the badge, as CI shows them. */
class SummaryMarkdownTest {
  @Test
  void aConformantRunIsToldInAFewLines() {
    assertEquals(
        """
        ## Rejoin: conformant

        rejoin-reference 0\\.1\\.0, profile `agora-2019-05`, seed 1.

        | outcome | checks |
        |---|--:|
        | pass | 1735 |

        39 of 39 rules were exercised and hold.
        """,
        SummaryMarkdown.of(Runs.conformant(), Runs.SHOW));
  }

  @Test
  void aFailureIsToldByItsKindWithTheRuleTheSentenceAndTheCommand() {
    String summary = SummaryMarkdown.of(Runs.failing(), Runs.SHOW);
    assertTrue(
        summary.contains(
            """
            - NET-01: On Android, Windows and Linux, a user that has heard nothing from the server for 4 s is told `onConnectionInterrupted`.

            ~~~text
            NET-01/interrupted-after-4s
            android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at 9.000 s; not seen
            again: rejoin run --only NET-01/interrupted-after-4s --scenarios 0
            ~~~
            """),
        summary);
    assertTrue(summary.contains("\n### hang ("), summary);
  }

  @Test
  void gapsWarningsAndWhatIsStaleAreThere() {
    String incomplete = SummaryMarkdown.of(Runs.realClock(), Runs.SHOW);
    assertTrue(incomplete.contains("\n### Incomplete\n\n- the port does not offer leave\n"));
    assertTrue(incomplete.contains("\n### Warnings\n\n- 1 line of standard output"));
    assertTrue(incomplete.contains("\n### Warnings of the real clock\n"));
    assertTrue(
        SummaryMarkdown.of(Runs.knownFailing(), Runs.SHOW)
            .contains(
                "\n### Known failures that do not hold any more\n\n"
                    + "- NET-03/web-hears-nothing-of-its-outage passes now\\; take it out of the"
                    + " list\n"));
  }

  @Test
  void whatAPortSaysIsNoMarkup() {
    String summary = SummaryMarkdown.of(Runs.hostile(), Runs.SHOW);
    assertTrue(summary.length() < 60_000, () -> summary.length() + " characters");
    assertTrue(summary.chars().allMatch(each -> each == '\n' || each >= ' '), summary);
    boolean fenced = false;
    for (String line : summary.lines().toList()) {
      if (line.matches("~{5,}(text)?")) {
        fenced = !fenced;
      } else if (!fenced) {
        assertFalse(line.matches(".*(?<!\\\\)[<>\\[\\]@#`*_|].*") && isSaid(line), line);
      }
    }
    assertFalse(fenced);
  }

  /** Whether a line outside of fences holds words of the port's. */
  private static boolean isSaid(String line) {
    return line.contains("evil") && !line.startsWith("### ") && !line.contains(", profile `");
  }

  @Test
  void theSameResultGivesTheSameBytes() {
    RunResult failing = Runs.failing();
    assertEquals(
        SummaryMarkdown.of(failing, Runs.SHOW), SummaryMarkdown.of(Runs.failing(), Runs.SHOW));
  }

  @Test
  void aBadgeSaysTheVerdict() {
    assertEquals(
        List.of(
            "{\"schemaVersion\":1,\"label\":\"rejoin\",\"message\":\"conformant\",\"color\":\"brightgreen\"}\n",
            "{\"schemaVersion\":1,\"label\":\"rejoin\",\"message\":\"not conformant\",\"color\":\"red\"}\n",
            "{\"schemaVersion\":1,\"label\":\"rejoin\",\"message\":\"incomplete\",\"color\":\"yellow\"}\n"),
        List.of(
            Badge.of(Runs.conformant()), Badge.of(Runs.failing()), Badge.of(Runs.incomplete())));
  }
}
