package org.rejoin.tck.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.rejoin.tck.report.Runs;
import org.rejoin.tck.run.RunResult;

/** The page in a browser: nothing goes wrong, nobody is shut out, the filters filter. */
@Tag("ci")
@TestInstance(Lifecycle.PER_CLASS)
class PageInBrowserTest {
  private static final Path AXE = Path.of("target/axe/axe.min.js");

  /** As wide as a desk's and as a telephone's window. */
  private static final List<Integer> WIDTHS = List.of(1_200, 360);

  private static final String ROWS = "[...document.querySelectorAll('.row')]";
  private static final String ON = "document.querySelectorAll('.row:not([data-off])').length";

  private Optional<Browser> started = Optional.empty();
  private Path folder = Path.of("");
  private String axe = "";

  static Stream<String> runs() {
    return Runs.all().keySet().stream();
  }

  @BeforeAll
  void openTheBrowser(@TempDir Path place) throws IOException {
    folder = place;
    assumeTrue(Browser.isThere(), Browser.NEEDED);
    axe = Files.readString(AXE);
    for (Map.Entry<String, RunResult> run : Runs.all().entrySet()) {
      String page = HtmlReport.of(run.getValue(), Runs.SHOW, "rejoin 0.1.0");
      Files.writeString(file(run.getKey()), page);
    }
    started = Optional.of(Browser.start(folder.resolve("profile")));
  }

  @AfterAll
  void closeTheBrowser() {
    started.ifPresent(Browser::close);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void nothingGoesWrongAndNothingIsWiderThanTheWindow(String run) {
    for (int width : WIDTHS) {
      Browser browser = open(run, width, "light");
      assertEquals(List.of(), browser.complaints());
      browser.run("document.querySelectorAll('details').forEach(it => { it.open = true; })");
      assertEquals(
          0,
          browser.number(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth"),
          "pixels to scroll sideways");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "conformant, 1200, light",
    "failing, 1200, light",
    "failing, 1200, dark",
    "failing, 360, light",
    "real clock, 1200, light",
    "known failing, 360, dark",
    "hostile, 1200, light",
  })
  void axeFindsNothing(String run, int width, String scheme) {
    Browser browser = open(run, width, scheme);
    // One of each kind of thing; there are thousands, and axe looks at each for long.
    browser.run(
        "document.querySelectorAll('.card[open] details, #checks .group:first-of-type,"
            + " #checks .group:first-of-type li:first-child details, .kind .group,"
            + " #rules tr:nth-child(-n + 3) details').forEach(it => { it.open = true; })");
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

  @ParameterizedTest
  @CsvSource({
    "verdict, hang, it.dataset.v === 'hang'",
    "rule, NET-10, (it.dataset.r || '').split(' ').includes('NET-10')",
    "platform, macos, it.tagName === 'TR' || it.dataset.p.split(' ').includes('macos')",
    "text, net-10/ANDROID, it.textContent.toLowerCase().includes('net-10/android')",
  })
  void aFilterLeavesWhatFitsAndNothingElse(String filter, String value, String fits) {
    Browser browser = open("failing", 1_200, "light");
    long all = browser.number(ROWS + ".length");
    set(browser, filter, value);
    long on = browser.number(ON);
    assertTrue(0 < on && on < all, () -> on + " of " + all);
    assertEquals(on + " of " + all + " shown", browser.text("#filter-count"));
    assertEquals(
        0,
        browser.number(
            ROWS + ".filter(it => !it.matches('[data-off]') && !(" + fits + ")).length"));
    assertEquals(
        filter.equals("platform")
            ? browser.number("document.querySelectorAll('tr.row').length")
            : 0,
        browser.number(ROWS + ".filter(it => it.matches('[data-off]') && (" + fits + ")).length"));
    assertEquals(
        0,
        browser.number(
            "[...document.querySelectorAll('.kind:not([data-off]),.group:not([data-off])')]"
                + ".filter(it => !it.querySelector('.row:not([data-off])')).length"));
    browser.run("document.querySelector('#filters button').click()");
    assertEquals("done", browser.waitFor("setTimeout(() => done('done'))"));
    assertEquals("", browser.text("#filter-count"));
    assertEquals(0, browser.number("document.querySelectorAll('[data-off]').length"));
  }

  @Test
  void filtersAddUpAndSayWhenNothingFits() {
    Browser browser = open("failing", 1_200, "light");
    set(browser, "verdict", "pass");
    set(browser, "platform", "web");
    set(browser, "text", "no such thing");
    assertEquals("nothing fits", browser.text("#filter-count"));
    assertEquals(0, browser.number(ON));
  }

  @Test
  void aCellOfTheMatrixLeadsToItsChecksEvenIfTheyWereFilteredAway() {
    Browser browser = open("failing", 1_200, "light");
    set(browser, "verdict", "crash");
    set(browser, "text", "no such thing");
    browser.run("document.querySelector('.matrix a[href=\"#matrix-ios-web\"]').click()");
    assertEquals(
        true,
        browser.waitFor(
            "setTimeout(() => { const it = document.getElementById('matrix-ios-web');"
                + "done(it.open && it.checkVisibility()"
                + " && it.getBoundingClientRect().top < innerHeight); }, 100)"));
  }

  @Test
  void everyFailureInFullHasOnePictureThatFitsTheWindow() {
    for (int width : WIDTHS) {
      Browser browser = open("failing", width, "light");
      browser.run("document.querySelectorAll('.card').forEach(it => { it.open = true; })");
      assertTrue(browser.number("document.querySelectorAll('.card figure').length") > 10);
      assertEquals(
          0,
          browser.number(
              "[...document.querySelectorAll('.card figure')].filter(it => [...it.children]"
                  + ".filter(svg => svg.getBoundingClientRect().height > 50).length !== 1).length"));
    }
  }

  @Test
  void withoutScriptsEverythingIsThereButTheFilters() {
    Browser browser = started.orElseThrow();
    browser.allowScripts(false);
    try {
      open("failing", 1_200, "light");
      assertFalse(browser.shows("#filters"));
      assertTrue(browser.shows(".card[open] svg.rejoin-wide"));
    } finally {
      browser.allowScripts(true);
    }
  }

  private Path file(String run) {
    return folder.resolve(run.replace(' ', '-') + ".html");
  }

  private Browser open(String run, int width, String scheme) {
    Browser browser = started.orElseThrow();
    browser.open(file(run), width, scheme);
    return browser;
  }

  private static void set(Browser browser, String filter, String value) {
    browser.run(
        "const it = document.getElementById('filter-' + arguments[0]); it.value = arguments[1];"
            + "it.dispatchEvent(new Event('input', {bubbles: true}))",
        filter,
        value);
  }
}
