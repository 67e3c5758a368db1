package org.rejoin.tck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.rejoin.api.Profiles;
import org.rejoin.tck.report.Runs;
import org.rejoin.tck.report.html.Browser;
import org.rejoin.tck.report.html.HtmlReport;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioFiles;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;

/** The explorer in a browser: built by mouse, keyboard and finger, it tells what the text says. */
@Tag("ci")
@TestInstance(Lifecycle.PER_CLASS)
class ExplorerInBrowserTest {
  private static final Path AXE = Path.of("target/axe/axe.min.js");
  private static final int WIDE = 1_200;
  private static final int NARROW = 360;

  /** Android user 1 and Web user 2 join and nothing else happens until 40 s. */
  private static final String TWO = "agora-2019-05;communication;1android,2web;;0j1,0j2;40000;";

  private static final List<String> CUT_AT_5_BACK_AT_20 =
      List.of(
          "9.000 s 1 Android onConnectionInterrupted() NET-01",
          "15.000 s 1 Android onConnectionLost() NET-05",
          "15.000 s 2 Web stream-removed(1) NET-10",
          "20.000 s 1 Android didRejoinChannel() NET-11",
          "20.000 s 2 Web stream-added(1) NET-17");

  private Optional<Browser> started = Optional.empty();
  private Path folder = Path.of("");
  private String axe = "";

  static Stream<RuleExample> presets() {
    return RuleExamples.all().stream();
  }

  @BeforeAll
  void openTheBrowser(@TempDir Path place) throws IOException {
    folder = place;
    assumeTrue(Browser.isThere(), Browser.NEEDED);
    axe = Files.readString(AXE);
    Files.writeString(folder.resolve("explorer.html"), ExplorerPage.html());
    started = Optional.of(Browser.start(folder.resolve("profile")));
  }

  @AfterAll
  void closeTheBrowser() {
    started.ifPresent(Browser::close);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyRulesPresetTellsWhatTheTextSays(RuleExample example) {
    Browser browser = open("", WIDE, "light");
    browser.run(
        "const it = document.getElementById('rule'); it.value = arguments[0];"
            + "it.dispatchEvent(new Event('change', {bubbles: true}));"
            + "const which = document.getElementById('example'); which.value = arguments[1];"
            + "which.dispatchEvent(new Event('change', {bubbles: true}))",
        example.rule().id(),
        example.check().id());
    assertEquals(example.check().about(), browser.text("#about"));
    assertEquals(
        example.example().expected().callbacks().stream()
            .map(
                it ->
                    "%d.%03d s %s %s(%s)"
                        .formatted(
                            it.atMillis() / 1000,
                            it.atMillis() % 1000,
                            it.uid(),
                            it.callback().name(),
                            it.callback().peer().map(Object::toString).orElse("")))
            .sorted()
            .toList(),
        told(browser).stream()
            .map(it -> it.replaceFirst("^(\\S+ s \\d+) \\S+ (\\S+).*", "$1 $2"))
            .sorted()
            .toList());
    assertTrue(browser.text("#rules").contains(example.rule().id()), browser.text("#rules"));
    for (SeedLine line : example.rule().lines()) {
      assertTrue(
          browser.text("#rules").contains(line.chinese().replace("`", "").strip()), line.name());
    }
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void theMousePullsTheCableAndPlugsItIn() {
    Browser browser = open(TWO, WIDE, "light");
    assertEquals(List.of(), told(browser));
    drag(browser, 1, 5_000, 12_000);
    assertEquals(
        List.of(
            "9.000 s 1 Android onConnectionInterrupted() NET-01",
            "12.000 s 1 Android didRejoinChannel() NET-11"),
        told(browser));
    drag(browser, 1, 12_000, 20_000);
    assertEquals(CUT_AT_5_BACK_AT_20, told(browser));
    click(browser, "#undo");
    click(browser, "#undo");
    assertEquals(List.of(), told(browser));
  }

  @Test
  void aReturnThatIsDraggedOutNeverComes() {
    Browser browser = open(TWO, WIDE, "light");
    drag(browser, 1, 5_000, 20_000);
    drag(browser, 1, 20_000, 40_000);
    assertEquals(CUT_AT_5_BACK_AT_20.subList(0, 3), told(browser));
    assertTrue(address(browser).endsWith("0j1,0j2,5000d1;40000;"), address(browser));
  }

  @Test
  void aFingerDoesWhatTheMouseDoes() {
    Browser browser = open(TWO, NARROW, "light");
    WebElement track = track(browser, 1);
    browser.run("arguments[0].scrollIntoView({block: 'center'})", track);
    PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
    PointerInput.Origin at = PointerInput.Origin.fromElement(track);
    Sequence sequence = new Sequence(finger, 0);
    sequence.addAction(finger.createPointerMove(Duration.ZERO, at, x(browser, 5_000), 14));
    sequence.addAction(finger.createPointerDown(0));
    sequence.addAction(
        finger.createPointerMove(Duration.ofMillis(100), at, x(browser, 20_000), 14));
    sequence.addAction(finger.createPointerUp(0));
    browser.driver().perform(List.of(sequence));
    assertEquals(5, told(browser).size(), told(browser)::toString);
    assertTrue(address(browser).matches(".*;0j1,0j2,\\d+d1,\\d+r1;40000;"), address(browser));
  }

  @Test
  void theKeyboardAloneBuildsTheSame() {
    Browser browser = open(TWO, WIDE, "light");
    focus(browser, "#range");
    press(browser, Keys.HOME);
    focus(browser, ".lane:first-child [data-key=drop]");
    press(browser, Keys.ENTER);
    assertTrue(active(browser).startsWith("Reconnect: user 1"), active(browser));
    focus(browser, "[data-part=start]");
    press(browser, Keys.PAGE_UP);
    assertEquals("User 1: cut off 5.000 s", active(browser));
    focus(browser, "[data-part=end]");
    assertEquals("User 1: network never back after the end", active(browser));
    press(browser, Keys.PAGE_DOWN, Keys.PAGE_DOWN, Keys.PAGE_DOWN, Keys.PAGE_DOWN);
    assertEquals("User 1: network back 20.000 s", active(browser));
    press(browser, Keys.ARROW_RIGHT, Keys.ARROW_LEFT);
    press(
        browser, Keys.chord(Keys.SHIFT, Keys.ARROW_LEFT), Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    focus(browser, "#range");
    press(browser, Keys.END);
    assertEquals(CUT_AT_5_BACK_AT_20, told(browser));
    focus(browser, "[data-part=start]");
    press(browser, Keys.DELETE);
    assertEquals(List.of(), told(browser));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void killRestartAndLeaveAreButtonsThatActNow() {
    Browser browser = open(TWO, WIDE, "light");
    goTo(browser, 5_000);
    click(browser, ".lane:first-child [value=kill]");
    goTo(browser, 17_000);
    assertEquals("process killed", browser.text(".lane:first-child .state"));
    click(browser, ".lane:first-child [value=restart]");
    goTo(browser, 30_000);
    click(browser, ".lane:first-child [value=leave]");
    goTo(browser, 40_000);
    assertEquals(
        List.of(
            "15.000 s 2 Web stream-removed(1) KILL-07",
            "17.000 s 2 Web stream-added(1) NET-17 DRV-05",
            "30.000 s 2 Web peer-leave(1) DRV-06"),
        told(browser));
  }

  @Test
  void timeIsSteppedThroughAndPlayed() {
    Browser browser = open(TWO.replace("0j2", "0j2,5000d1,20000r1"), WIDE, "light");
    goTo(browser, 0);
    assertEquals(List.of(), told(browser));
    click(browser, "#next");
    click(browser, "#next");
    assertEquals(CUT_AT_5_BACK_AT_20.subList(0, 1), told(browser));
    click(browser, "#next");
    assertEquals(CUT_AT_5_BACK_AT_20.subList(0, 3), told(browser));
    click(browser, "#back");
    assertEquals(CUT_AT_5_BACK_AT_20.subList(0, 1), told(browser));
    browser.run("document.getElementById('speed').value = '40'");
    click(browser, "#play");
    assertEquals(
        "40.000 s",
        browser.waitFor(
            "const time = document.getElementById('time');"
                + "const look = () => time.textContent === '40.000 s' ? done(time.textContent)"
                + " : setTimeout(look, 20); look()"));
    assertEquals(CUT_AT_5_BACK_AT_20, told(browser));
    assertEquals("Play", browser.text("#play"));
  }

  @Test
  void anotherProfilePutsItsConstantsAndNamesInForce() {
    Browser browser = open(TWO.replace("0j2", "0j2,5000d1,20000r1"), WIDE, "light");
    choose(browser, "#profile", "agora-current");
    assertEquals(
        List.of(
            "9.000 s 1 Android onConnectionInterrupted() NET-01",
            "15.000 s 2 Web stream-removed(1) NET-10",
            "19.000 s 1 Android onConnectionLost() NET-05",
            "20.000 s 1 Android onRejoinChannelSuccess() NET-11",
            "20.000 s 2 Web stream-added(1) NET-17"),
        told(browser));
    assertTrue(address(browser).startsWith("agora-current;"), address(browser));
  }

  @Test
  void theAddressBringsTheScenarioBack() {
    Browser browser = open(TWO, WIDE, "light");
    drag(browser, 1, 5_000, 20_000);
    String address = address(browser);
    List<String> told = told(browser);
    assertEquals(
        "agora-2019-05;communication;1android,2web;;0j1,0j2,5000d1,20000r1;40000;", address);
    open(TWO, WIDE, "light");
    assertEquals(List.of(), told(browser));
    open(address, WIDE, "light");
    assertEquals(told, told(browser));
    assertEquals(address, address(browser));
  }

  @Test
  void anAddressWithoutAScenarioIsSaidToBeOne() {
    Browser browser = open("agora-2019-05;communication;1symbian;;;0;", WIDE, "light");
    assertEquals(
        "The link does not hold a scenario: there is no platform 'symbian'.",
        browser.text("#problem"));
    assertEquals(7, told(browser).size());
  }

  @Test
  void whatIsSavedIsTheScenarioAndADrawing() throws IOException {
    Browser browser = open(TWO.replace("0j2", "0j2,5000d1:uplink,20000r1"), WIDE, "light");
    browser.run(
        "window.saved = []; URL.createObjectURL = blob => { blob.text().then(text =>"
            + " saved.push(text)); return 'data:,'; }; URL.revokeObjectURL = () => {}");
    click(browser, "#save-scenario");
    click(browser, "#save-picture");
    String texts =
        browser
            .waitFor(
                "const look = () => saved.length === 2 ? done(saved.join('\\f')) : setTimeout(look, 20); look()")
            .toString();
    List<String> saved = new ArrayList<>(Splitter.on('\f').splitToList(texts));
    saved.sort((one, other) -> Boolean.compare(one.startsWith("<svg"), other.startsWith("<svg")));
    Path file = Files.writeString(folder.resolve("scenario.json"), saved.get(0));
    Scenario scenario = ScenarioFiles.read(file);
    assertEquals(address(browser), ExplorerLink.fragment(scenario, Profiles.AGORA_2019_05));
    assertTrue(saved.get(1).contains("stream-removed(1)"), saved.get(1));
  }

  @ParameterizedTest
  @CsvSource({"1200, light", "1200, dark", "360, light", "360, dark"})
  void axeFindsNothingAndNothingIsWiderThanTheWindow(int width, String scheme) {
    Browser browser = open("", width, scheme);
    browser.run("document.querySelector('#told button').click()");
    browser.run("document.querySelector('[data-part=start]').focus()");
    assertEquals(List.of(), browser.complaints());
    assertEquals(
        0,
        browser.number(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        "pixels to scroll sideways");
    browser.run(axe);
    assertEquals(
        List.of(),
        browser.waitFor(
            """
            const told = node => node.html.slice(0, 200) + ' ' + node.failureSummary;
            const all = found => found.violations.map(
              it => it.id + ': ' + it.nodes.slice(0, 3).map(told).join(' | '));
            axe.run({resultTypes: ['violations']}).then(it => done(all(it)), it => done(['axe: ' + it]));
            """));
  }

  @Test
  void aFailureOfAReportOpensInIt() throws IOException {
    Path report = folder.resolve("index.html");
    Files.writeString(report, HtmlReport.of(Runs.failing(), Runs.SHOW, "rejoin 0.1.0"));
    Browser browser = started.orElseThrow();
    browser.open(report, WIDE, "light");
    String link =
        browser
            .waitFor("done(document.querySelector('.card[open] a[href^=\"explorer.html#\"]').href)")
            .toString();
    browser.open(link, WIDE, "light");
    assertTrue(link.endsWith("/explorer.html#" + address(browser)), link);
    assertTrue(browser.number("document.querySelectorAll('.lane').length") > 0);
    assertEquals("", browser.text("#problem"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void everyRuleHasAPreset() {
    Browser browser = open("", WIDE, "light");
    assertEquals(
        Rule.values().length + 1,
        browser.number("document.querySelectorAll('#rule option').length"));
  }

  private Browser open(String fragment, int width, String scheme) {
    Browser browser = started.orElseThrow();
    // A page that is open already would only be told that its fragment is another.
    browser.driver().get("about:blank");
    browser.open(folder.resolve("explorer.html").toUri() + "#" + fragment, width, scheme);
    return browser;
  }

  /** What is in the list of what was told, but for what was told nothing. */
  @SuppressWarnings("unchecked")
  private static List<String> told(Browser browser) {
    return (List<String>)
        browser.waitFor(
            """
            done([...document.querySelectorAll('#told li.told:not([hidden])')].map(it =>
              ['.at', '.who', '.what code', '.ids'].map(part => it.querySelector(part).textContent).join(' ')));
            """);
  }

  private static String address(Browser browser) {
    return browser.waitFor("done(location.hash.slice(1))").toString();
  }

  /** The focused thing's name, and where it is. */
  private static String active(Browser browser) {
    return browser
        .waitFor(
            "const it = document.activeElement;"
                + "done([it.getAttribute('aria-label'), it.getAttribute('aria-valuetext')].filter(Boolean).join(' '))")
        .toString();
  }

  private static WebElement track(Browser browser, int uid) {
    return browser.driver().findElement(By.cssSelector("[data-uid='" + uid + "']"));
  }

  private static void drag(Browser browser, int uid, long from, long to) {
    WebElement track = track(browser, uid);
    browser.run("arguments[0].scrollIntoView({block: 'center'})", track);
    new Actions(browser.driver())
        .moveToElement(track, x(browser, from), bar(browser, uid))
        .clickAndHold()
        .moveToElement(track, x(browser, (from + to) / 2), bar(browser, uid))
        .moveToElement(track, x(browser, to), bar(browser, uid))
        .release()
        .perform();
  }

  /** Where an instant is, from the middle of a lane. */
  private static int x(Browser browser, long millis) {
    return (int)
        browser.number(
            "(() => { const width = document.getElementById('axis').clientWidth;"
                + "return Math.round(14 + "
                + millis
                + " / 40000 * (width - 28) - width / 2); })()");
  }

  /** Where the bar is, from the middle of a lane. */
  private static int bar(Browser browser, int uid) {
    return (int)
        browser.number(
            "(() => { const track = document.querySelector(\"[data-uid='"
                + uid
                + "']\"); const bar = track.querySelector('rect.span');"
                + "return Math.round(Number(bar.getAttribute('y')) + 9 - track.clientHeight / 2); })()");
  }

  private static void goTo(Browser browser, long millis) {
    browser.run(
        "const it = document.getElementById('range'); it.value = arguments[0];"
            + "it.dispatchEvent(new Event('input', {bubbles: true}))",
        millis);
  }

  private static void choose(Browser browser, String selector, String value) {
    browser.run(
        "const it = document.querySelector(arguments[0]); it.value = arguments[1];"
            + "it.dispatchEvent(new Event('change', {bubbles: true}))",
        selector,
        value);
  }

  private static void click(Browser browser, String selector) {
    WebElement it = browser.driver().findElement(By.cssSelector(selector));
    browser.run("arguments[0].scrollIntoView({block: 'center'})", it);
    it.click();
  }

  private static void focus(Browser browser, String selector) {
    browser.run("document.querySelector(arguments[0]).focus()", selector);
  }

  private static void press(Browser browser, CharSequence... keys) {
    for (CharSequence key : keys) {
      browser.driver().switchTo().activeElement().sendKeys(key);
    }
  }
}
