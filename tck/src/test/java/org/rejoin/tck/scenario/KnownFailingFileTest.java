package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The list of known failures: what it may say, and how it is brought up to date. */
class KnownFailingFileTest {
  private static final ImmutableSet<String> CHECKS = ImmutableSet.of("NET-10/a", "NET-10/b", "x/c");
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

  private static final String LIST =
      """
      # Ours. Ask Li before adding to it.

      # the timer is 1 s late
      - check: NET-10/a
        reason: our timer is late   # by 1 s
        issue: https://issues.example/7
        expires: 2026-02-28
        match: seen at 16.000 s

      # web only
      - check: x/c
        reason: "unknown: yet"
      """;

  @Test
  void everyFieldIsRead() {
    assertEquals(
        ImmutableList.of(
            new KnownFailing(
                "NET-10/a",
                "our timer is late",
                Optional.of("https://issues.example/7"),
                Optional.of(TODAY),
                Optional.of("seen at 16.000 s")),
            new KnownFailing(
                "x/c", "unknown: yet", Optional.empty(), Optional.empty(), Optional.empty())),
        parse(LIST).entries());
  }

  @Test
  void nothingButCommentsIsAnEmptyList() {
    assertEquals(ImmutableList.of(), parse("").entries());
    assertEquals(ImmutableList.of(), parse("# none\n").entries());
    assertEquals(ImmutableList.of(), parse("[]").entries());
  }

  @Test
  void generatedChecksOfEverySeedAreKnown() {
    assertEquals(1, parse("- {check: generated/9/12, reason: rare}").entries().size());
  }

  @Test
  void whatIsWrongIsToldByFileLineAndField() {
    assertWrong(
        "known.yaml:4: [1].check: there is no check 'NET-10/c'; did you mean 'NET-10/a'?",
        """
        - check: NET-10/b
          reason: late

        - check: NET-10/c
          reason: late
        """);
    assertWrong("known.yaml:1: [0].reason: is missing", "- check: x/c\n");
    assertWrong(
        "known.yaml:2: [0].reason: must say why the check fails", "- check: x/c\n  reason: ' '\n");
    assertWrong(
        "known.yaml:3: [0].isue: there is no such field; did you mean 'issue'?",
        "- check: x/c\n  reason: late\n  isue: 4\n");
    assertWrong(
        "known.yaml:3: [0].expires: must be a date like 2026-12-31, was soon",
        "- check: x/c\n  reason: late\n  expires: soon\n");
    assertWrong(
        "known.yaml:3: [0].expires: expired on 2026-02-27; mend what fails, or set a later date",
        "- check: x/c\n  reason: late\n  expires: 2026-02-27\n");
    assertWrong(
        "known.yaml:2: [1].check: 'x/c' is there twice",
        "- {check: x/c, reason: late}\n- {check: x/c, reason: late}\n");
    assertWrong(
        "known.yaml:1: must be a list; each entry begins with `- check:` and has a `reason:`",
        "check: x/c\nreason: late\n");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertEquals(
        "no-such.yaml: can't be read: no such file, no permission, or not UTF-8",
        assertThrows(
                ScenarioFileException.class,
                () -> KnownFailingFile.read(Path.of("no-such.yaml"), CHECKS, TODAY))
            .getMessage());
  }

  @Test
  void aFirstListSaysWhatItIs() {
    assertEquals(
        """
        # Checks that are known to fail: each with a reason, and perhaps issue, expires and match.
        - check: x/c
          reason: not looked into yet
          match: "say \\"why\\": \\u001Bnow"
        """,
        KnownFailingEdit.update(
            Optional.empty(),
            ImmutableSet.of(),
            ImmutableMap.of("x/c", "say \"why\": \u001bnow\nlog")));
  }

  @Test
  void whatWasWrittenByHandStays() {
    assertEquals(LIST, update(LIST, ImmutableSet.of(), ImmutableMap.of()));
    assertEquals(
        LIST.replace("match: seen at 16.000 s", "match: \"seen at $1 \\\\\"")
            + "- check: NET-10/b\n  reason: not looked into yet\n  match: \"new\"\n",
        update(
            LIST,
            ImmutableSet.of(),
            ImmutableMap.of("NET-10/a", "seen at $1 \\", "NET-10/b", "new")));
  }

  @Test
  void anEntryThatPassesGoesWithTheCommentAboveIt() {
    assertEquals(
        LIST.substring(0, LIST.indexOf("\n# web only")),
        update(LIST, ImmutableSet.of("x/c"), ImmutableMap.of()));
    assertEquals(
        """
        # Ours. Ask Li before adding to it.

        # the timer is 1 s late
        # web only
        - check: x/c
          reason: "unknown: yet"
        """,
        update(LIST, ImmutableSet.of("NET-10/a"), ImmutableMap.of()));
    assertTrue(
        parse(update(LIST, ImmutableSet.of("NET-10/a", "x/c"), ImmutableMap.of()))
            .entries()
            .isEmpty());
  }

  @Test
  void aListThatCanNotBeEditedByLinesIsLeftAlone() {
    assertEquals(
        "--write-known-failing: the list can't be edited line by line; begin each entry on a line"
            + " of its own with `- check:`, and keep each match on one line",
        assertThrows(
                ScenarioFileException.class,
                () ->
                    update(
                        "[{check: x/c, reason: late}, {check: NET-10/a, reason: late}]",
                        ImmutableSet.of("x/c"),
                        ImmutableMap.of()))
            .getMessage());
  }

  private static String update(
      String old, ImmutableSet<String> passing, ImmutableMap<String, String> failing) {
    return KnownFailingEdit.update(Optional.of(parse(old)), passing, failing);
  }

  private static KnownFailingFile parse(String text) {
    return KnownFailingFile.parse(text, "known.yaml", CHECKS, TODAY);
  }

  private static void assertWrong(String message, String text) {
    assertEquals(
        message, assertThrows(ScenarioFileException.class, () -> parse(text)).getMessage());
  }
}
