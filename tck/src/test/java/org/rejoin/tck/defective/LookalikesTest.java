package org.rejoin.tck.defective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.report.FailureText;
import org.rejoin.tck.report.ImmutableShow;
import org.rejoin.tck.report.JUnitXml;
import org.rejoin.tck.report.ReportJson;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.report.SummaryMarkdown;
import org.rejoin.tck.report.html.HtmlReport;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Shrinking;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;

/** Every report says what a failure looks like, on the smallest scenario found. */
class LookalikesTest {
  private static final Show SHOW = ImmutableShow.builder().build();
  private static final String SENTENCE = "the window starts again when the user is killed";

  private final RunResult result = Held.RESULT;

  /** Judged once for all tests. */
  private static final class Held {
    static final RunResult RESULT = judged("window-from-the-kill", "killed-while-cut-off");
  }

  private static RunResult judged(String defect, String checks) {
    ImmutableList<Check> some =
        Catalogue.checks(Profiles.AGORA_2019_05).stream()
            .filter(check -> check.id().contains(checks))
            .collect(ImmutableList.toImmutableList());
    Defect wrong =
        Defects.all().stream().filter(it -> it.id().equals(defect)).findFirst().orElseThrow();
    RunResult run = new ConformanceRun(wrong.port(), Profiles.AGORA_2019_05).run(some, 1);
    return Lookalikes.named(Shrinking.of(run, unused -> wrong.port(), Duration.ofSeconds(5)));
  }

  @Test
  void theFirstThreeOfAKindAreTold() {
    RunResult many = judged("never-interrupted", "NET-");
    ImmutableList<Failure> alike =
        many.failures().stream()
            .filter(failure -> failure.rules().equals(many.failures().get(0).rules()))
            .collect(ImmutableList.toImmutableList());
    assertTrue(alike.size() > 3, () -> "too few: " + alike.size());
    for (int i = 0; i < alike.size(); i++) {
      assertEquals(i < 3, alike.get(i).looksLike().isPresent(), alike.get(i).check().id());
    }
  }

  @Test
  void aPortThatIsRightLooksLikeNothing() {
    ImmutableList<Check> some = Catalogue.checks(Profiles.AGORA_2019_05).subList(0, 3);
    RunResult right = new ConformanceRun(new ReferencePort(), Profiles.AGORA_2019_05).run(some, 1);
    assertEquals(right, Lookalikes.named(right));
  }

  @Test
  void whatGivesNoTraceLooksLikeNothing() {
    Port hangs =
        new BehavingPort(
            "hangs",
            (scenario, profile) -> {
              throw new IllegalStateException("no answer");
            });
    RunResult run =
        new ConformanceRun(hangs, Profiles.AGORA_2019_05)
            .run(Catalogue.checks(Profiles.AGORA_2019_05).subList(0, 1), 1);
    Failure failure = run.failures().get(0);
    assertEquals(Verdict.FAIL, failure.verdict());
    assertEquals(
        failure, Lookalikes.named(failure, Profiles.AGORA_2019_05, hangs.hello(), Tolerance.EXACT));
  }

  /** Nothing is due and nothing seen; that the server keeps the channel is the difference. */
  @Test
  void whatOnlyAServerShowsIsToldToo() {
    assertEquals(
        Optional.of("a channel without users lives for ever"),
        judged("channel-never-destroyed", "KILL-10/last-user-killed")
            .failures()
            .get(0)
            .looksLike());
  }

  /** Made smaller, it looks as if gone came late as well; the whole scenario tells them apart. */
  @Test
  void whatItLookedLikeBeforeItWasMadeSmallerDecides() {
    Failure failure = result.failures().get(0);
    assertEquals(
        ImmutableList.of("gone is told a second late", SENTENCE),
        LooksLike.all(
            failure.check().scenario(),
            failure.seen(),
            result.profile(),
            result.port(),
            Tolerance.EXACT,
            unused -> true));
    assertEquals(Optional.of(SENTENCE), failure.looksLike());
  }

  /** Late is not never, nor a millisecond late; and what holds in one mode is not said of both. */
  @ParameterizedTest
  @CsvSource({
    "gone-after-90s, gone is told 90 s after the last packet",
    "short-outages-told-at-15s, 'interrupted is told 15 s after the last data, and only then'",
    "gone-never-told-in-live-mode, in live mode gone is never told after silence",
    "gone-never-told-after-a-background-kill,"
        + " gone is never told of a user that was killed in the background"
  })
  void aHintIsWithdrawnThatAnotherCheckRefutes(String defect, String sentence) {
    assertEquals(ImmutableSet.of(sentence), hints(judged(defect, "")));
  }

  /** What others are told there is the kit's matter, and speaks against no defect. */
  @Test
  void aHintOfAPortThatHostsOneClientIsRefutedByThatClientAlone() {
    Port reference = new ReferencePort(ImmutableSet.of(Platform.WEB), Hello.View.CLIENT);
    Port wrong =
        new Port() {
          @Override
          public Hello hello() {
            return reference.hello();
          }

          @Override
          public Answer run(Scenario scenario, Profile profile) {
            return reference.run(
                scenario, ImmutableProfile.copyOf(profile).withWebGoneAfterMillis(20_000));
          }
        };
    RunResult run =
        new ConformanceRun(wrong, Profiles.AGORA_2019_05)
            .run(Catalogue.checks(Profiles.AGORA_2019_05), 1);
    String hints = String.join("; or ", hints(Lookalikes.named(run)));
    assertTrue(hints.contains("Web has the window of 20 s"), hints);
  }

  /** No known defect is like it: what is shown of the shortest scenarios looked like "never". */
  @Test
  void whatIsLateInAWayThatNobodyKnowsLooksLikeNothing() {
    Behaviour late =
        Quirks.goneDue((sight, right) -> Math.max(right, sight.lastHeardMillis + 80_000));
    RunResult run =
        new ConformanceRun(new BehavingPort("late", late), Profiles.AGORA_2019_05)
            .run(Catalogue.checks(Profiles.AGORA_2019_05), 1);
    assertEquals(ImmutableSet.of(), hints(Lookalikes.named(run)));
  }

  /** As in JUnit, where a failure is told before the checks after it are run. */
  @Test
  void onlyWhatHasPassedSoFarRefutesAHint() {
    Failure live =
        judged("gone-never-told-in-live-mode", "situation/a-live-channel-has").failures().get(0);
    assertEquals(
        Optional.of(
            "gone is never told after silence; or in live mode gone is never told after silence"),
        lookalikes().named(live).looksLike());
    Lookalikes later = lookalikes();
    later.passed(
        Catalogue.checks(Profiles.AGORA_2019_05).stream()
            .filter(check -> check.id().equals("NET-10/android-dropped-12s"))
            .findFirst()
            .orElseThrow());
    assertEquals(
        Optional.of("in live mode gone is never told after silence"),
        later.named(live).looksLike());
  }

  private static Lookalikes lookalikes() {
    return new Lookalikes(Profiles.AGORA_2019_05, new ReferencePort().hello(), Tolerance.EXACT);
  }

  private static ImmutableSet<String> hints(RunResult run) {
    return run.failures().stream()
        .flatMap(failure -> failure.looksLike().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  @Test
  void theTerminalSaysIt() {
    Failure failure = result.failures().get(0);
    String text = FailureText.of(failure, result.profile(), SHOW);
    assertEquals("  looks like: " + SENTENCE, text.lines().skip(2).findFirst().orElse(""), text);
  }

  @Test
  void everyOtherReportSaysItToo() {
    assertEquals(
        SENTENCE, ReportJson.of(result, "rejoin 0.1.0").at("/failures/0/looksLike").asText());
    assertTrue(JUnitXml.of(result, SHOW, "rejoin 0.1.0").contains("\nlooks like: " + SENTENCE));
    assertTrue(SummaryMarkdown.of(result, SHOW).contains("\nlooks like: " + SENTENCE));
    String page = HtmlReport.of(result, SHOW, "rejoin 0.1.0");
    assertTrue(
        page.contains("<p><strong>Looks like: </strong><bdi>" + SENTENCE + "</bdi></p>"), page);
  }

  @Test
  void thePageShowsTheSmallestScenarioAndTheCommandThatRunsIt() {
    Failure failure = result.failures().get(0);
    String token = ReportJson.of(result, "rejoin 0.1.0").at("/failures/0/replay").asText();
    String page = HtmlReport.of(result, SHOW, "rejoin 0.1.0");
    assertTrue(
        page.contains(
            "<span>This scenario: </span><code class=\"typed\">rejoin replay " + token + "</code>"),
        page);
    assertTrue(
        page.contains(
            "<span>The check again: </span><code class=\"typed\">rejoin run --only "
                + failure.check().id()
                + " --scenarios 0</code>"),
        page);
    assertTrue(page.contains("The scenario was made smaller, from "), page);
  }
}
