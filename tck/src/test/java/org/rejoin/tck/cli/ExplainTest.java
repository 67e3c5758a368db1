package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rejoin.api.Profiles;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.spec.Decision;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.timeline.DisplayWidth;

/** What {@code rejoin explain} and {@code rejoin list} show. */
class ExplainTest {
  private static final int COLUMNS = 100;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aRuleIsExplainedInThisOrder() {
    assertEquals(0, run("explain", "NET-10"));
    List<String> parts =
        List.of(
            "NET-10 (required)\nOn Web, an observer",
            "\nThe text says:\n  如果 B 是 Web",
            "\n  If B is on Web",
            "\nWhat the text leaves open, and we decided",
            "\n  D-03  What holds at exactly 4, 10 or 20 s?",
            "\nIts scenarios (`rejoin run --only 'NET-10/*'` runs them):\n  NET-10/",
            "\nThe first of them as it should be:\n",
            "stream-removed(1)",
            "\nWhat to look at when it fails:\n  Web's window is 10 s, not 20 s");
    int from = 0;
    for (String part : parts) {
      int at = text(out).indexOf(part, from);
      assertTrue(at >= from, "missing or out of order: " + part + "\n" + text(out));
      from = at + part.length();
    }
  }

  @Test
  void aNumberStaysWithItsUnitAndANameInOnePiece() {
    String wide = "x".repeat(94);
    assertEquals("  " + wide + "\n  4 s.", Paragraphs.of(wide + " 4 s.", 2));
    assertEquals("  " + wide + "\n  on-time", Paragraphs.of(wide + " on-time", 2));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void everyRuleFitsATerminal(Rule rule) {
    assertEquals(0, run("explain", rule.id()));
    assertFits();
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void everyDecisionIsExplainedToo(Decision decision) {
    assertEquals(0, run("explain", decision.id()));
    assertTrue(text(out).startsWith(decision.id() + " (decision)\n"), text(out));
    assertFits();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NET5    | did you mean NET-05? `rejoin list` shows all",
        "kill_3  | did you mean KILL-03? `rejoin list` shows all",
        "NTE-05  | did you mean NET-05? `rejoin list` shows all",
        "NET-99  | did you mean NET-09? `rejoin list` shows all",
        "D-3     | did you mean D-03? `rejoin list` shows all",
        "d9      | did you mean D-09? `rejoin list` shows all"
      })
  void aMisspeltRuleIsAnsweredWithTheNearest(String misspelt, String advice) {
    assertEquals(2, run("explain", misspelt));
    assertEquals(
        "rejoin: explain: there is no rule '" + misspelt + "'; " + advice + "\n", text(err));
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything", "NET-4x", "NET-12345678901234567890"})
  void whatIsNearNoRuleOrTooManyIsAnsweredWithAllOfThem(String misspelt) {
    assertEquals(2, run("explain", misspelt));
    String begin =
        "rejoin: explain: there is no rule '" + misspelt + "'; there are NET-01, NET-02,";
    assertTrue(text(err).startsWith(begin), text(err));
    assertEquals(1, text(err).lines().count());
  }

  @Test
  void listCountsTheScenariosOfEveryGroup() throws IOException {
    assertEquals(0, run("list", "--json"));
    JsonNode list = new ObjectMapper().readTree(text(out));
    assertEquals(
        List.of("rules", "checks", "properties", "matrixCells", "exhaustive"), names(list));
    assertEquals(
        new ObjectMapper()
            .readTree(
                "{\"id\":\"property/shift\",\"rules\":[\"DRV-03\"],\"sample\":100,\"sentence\":\"The"
                    + " same script some time later gives the same trace that much later.\"}"),
        list.path("properties").path(4));
    assertEquals(Properties.ALL.size(), list.path("properties").size());
    long counted = 0;
    for (JsonNode group : list.path("checks")) {
      counted += group.path("count").longValue();
    }
    assertEquals(Catalogue.checks(Profiles.AGORA_2019_05).size(), counted);
    for (JsonNode rule : list.path("rules")) {
      assertTrue(rule.path("scenarios").intValue() > 0, rule.toString());
    }
  }

  @Test
  void listFitsATerminalAndNamesEveryRuleAndGroup() {
    assertEquals(0, run("list"));
    assertFits();
    for (Rule rule : Rule.values()) {
      assertTrue(text(out).contains("\n" + rule.id() + " "), rule.id());
    }
    for (Property property : Properties.ALL) {
      assertTrue(text(out).contains("\n" + property.id() + " "), property.id());
    }
    assertTrue(
        text(out).contains("\nmatrix                 1,008  216 cells, each in all"), text(out));
    assertTrue(text(out).contains("\nboundary "), text(out));
  }

  private void assertFits() {
    text(out)
        .lines()
        .forEach(line -> assertTrue(DisplayWidth.of(line) <= COLUMNS, "too wide: " + line));
    assertFalse(text(out).lines().anyMatch(line -> line.endsWith(" ")), text(out));
  }

  private static List<String> names(JsonNode tree) {
    List<String> names = new ArrayList<>();
    tree.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private int run(String... args) {
    return Main.run(print(out), print(err), args);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }
}
