package org.rejoin.tck.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.report.FailureKind;
import org.rejoin.tck.report.Runs;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.ImmutableRunOrder;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;

/** The page has everything, needs nothing, and is harmed by nobody's words. */
class HtmlReportTest {
  /** Each run's page, made once. */
  private static final ImmutableMap<String, String> PAGES =
      ImmutableMap.copyOf(Maps.transformValues(Runs.all(), HtmlReportTest::page));

  static Stream<Named<String>> pages() {
    return PAGES.entrySet().stream().map(page -> Named.of(page.getKey(), page.getValue()));
  }

  static Stream<String> runs() {
    return PAGES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageIsOneSmallFileThatNamesNoOtherButTheExplorer(String page) {
    assertTrue(page.length() < 2_500_000, () -> page.length() + " characters");
    String own = page.replace("http://www.w3.org/2000/svg", "");
    assertEquals(List.of(), tags(own, "<[^>]*\\s(src|srcset|action|data|poster)=[^>]*>"));
    assertEquals(List.of(), tags(own, "<[^>]*\\shref=\"(?!#|data:,\"|explorer\\.html#)[^>]*>"));
    assertEquals(List.of(), tags(own, "url\\((?!#)[^)]*"));
    assertFalse(own.contains("@import"), "a style sheet that fetches");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void onlyThePagesOwnStyleAndScriptCount(String page) {
    String policy =
        "default-src &#x27;none&#x27;; img-src data:; style-src &#x27;"
            + hash(inside(page, "style"))
            + "&#x27;; script-src &#x27;"
            + hash(inside(page, "script"))
            + "&#x27;; base-uri &#x27;none&#x27;; form-action &#x27;none&#x27;";
    assertTrue(page.contains(policy), page.substring(0, 900));
    assertEquals(1, tags(page, "<script").size());
    assertEquals(List.of(), tags(page, "<[^>]*\\s(style|on[a-z]+)=[^>]*>"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCharacterIsPlain(String page) {
    page.codePoints().distinct().forEach(HtmlReportTest::assertPlain);
  }

  private static void assertPlain(int point) {
    boolean plain =
        switch (Character.getType(point)) {
          case Character.CONTROL -> point == '\n';
          case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
          default -> true;
        };
    assertTrue(plain, () -> "U+" + Integer.toHexString(point));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void idsAreGivenOnceAndLinksLeadSomewhere(String page) {
    List<String> ids = tags(page, "\\sid=\"([^\"]*)\"");
    assertEquals(ids.stream().distinct().toList(), ids);
    List<String> lost =
        tags(page, "\\shref=\"#([^\"]*)\"").stream().filter(id -> !ids.contains(id)).toList();
    assertEquals(List.of(), lost);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyCheckThatIsWrittenCanBeFound(String run) {
    RunResult result = of(Runs.all(), run);
    Set<String> shown =
        ImmutableSet.copyOf(tags(of(PAGES, run), "<code class=\"check-id\">([^<]*)</code>"));
    assertEquals(
        List.of(),
        result.written().stream()
            .map(it -> it.check().id())
            .filter(id -> !shown.contains(id))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theSameResultGivesTheSameBytes(String run) {
    assertEquals(of(PAGES, run), page(of(Runs.all(), run)));
  }

  @Test
  void everyKindOfFailureHasARuleASentenceAndACommand() {
    RunResult result = Runs.failing();
    String page = page(result);
    for (FailureKind kind : FailureKind.of(result.failures())) {
      assertShown(page, kind.rules().isEmpty() ? kind.verdict().id() : ">" + kind.title() + " <");
      assertShown(page, code(kind.first().message()));
      assertShown(page, "rejoin run --only " + kind.first().check().id());
      for (Rule rule : kind.rules()) {
        for (SeedLine line : rule.lines()) {
          assertShown(page, code(line.chinese()));
        }
      }
    }
    assertTrue(tags(page, "<svg id=\"failure-|id=\"failure-[0-9]+-w-title\"").size() > 10);
    assertShown(page, "<strong>missing</strong>");
    assertShown(page, "<strong>unexpected</strong>");
  }

  @Test
  void reasonsGapsAndWarningsAreThere() {
    String incomplete = page(Runs.realClock());
    Runs.realClock().incompleteBecause().forEach(gap -> assertShown(incomplete, escaped(gap)));
    assertShown(incomplete, "we are never late");
    assertShown(incomplete, "the port was restarted too often");
    assertShown(incomplete, escaped("1 line of standard output was no answer: 'debug'"));
    assertShown(incomplete, "judged up to 100 ms early and 900 ms late");
    assertShown(incomplete, "3 checks failed among others and passed alone");
    assertShown(incomplete, "leave: not yet (#7)");
    String known = page(Runs.knownFailing());
    assertShown(known, "Issue: #12. Expires after 2030-01-02.");
    assertShown(
        known, "NET-03/web-hears-nothing-of-its-outage passes now; take it out of the list");
    assertShown(page(Runs.interrupted()), "the run was interrupted");
  }

  @Test
  void everyRulesOwnPictureIsAsItShouldBeUnderEveryProfile() {
    for (Profile profile : Profiles.ALL) {
      RunResult result =
          new ConformanceRun(new ReferencePort(), profile)
              .run(
                  ImmutableRunOrder.builder()
                      .plan(Plan.of(ImmutableList.of(), profile, 1))
                      .build());
      String page = page(result);
      for (Rule rule : Rule.values()) {
        assertShown(page, "id=\"rule-" + rule.id() + "-w-title\"");
      }
      // The style sheet speaks of them, the pictures don't.
      assertEquals(List.of(), tags(page, "class=\"[^\"]*\\bmissing\\b[^\"]*\""), profile.id());
      assertEquals(List.of(), tags(page, "class=\"[^\"]*\\bunexpected\\b[^\"]*\""), profile.id());
    }
  }

  @Test
  void manyNumbersAreToldInFewCharacters() {
    assertEquals("0–41, 43, 45–46", Ranges.of(numbers(42, 43, 45, 46)));
    assertEquals("", Ranges.of(IntStream.empty()));
  }

  private static IntStream numbers(int below, int... more) {
    return IntStream.concat(IntStream.range(0, below), IntStream.of(more));
  }

  private static String page(RunResult result) {
    return HtmlReport.of(result, Runs.SHOW, "rejoin 0.1.0");
  }

  private static <T> T of(ImmutableMap<String, T> all, String run) {
    return Optional.ofNullable(all.get(run)).orElseThrow();
  }

  private static void assertShown(String page, String text) {
    assertTrue(page.contains(text), () -> "not on the page: " + text);
  }

  private static List<String> tags(String page, String pattern) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map((MatchResult it) -> it.group(it.groupCount() == 1 ? 1 : 0))
        .toList();
  }

  private static String inside(String page, String element) {
    String open = "<" + element + ">";
    int from = page.indexOf(open) + open.length();
    return page.substring(from, page.indexOf("</" + element + ">", from));
  }

  private static String hash(String text) {
    byte[] hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }

  private static String code(String sentence) {
    return escaped(sentence).replaceAll("`([^`]*)`", "<code>$1</code>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#x27;");
  }
}
