package org.rejoin.tck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;

/** The page is one file that has everything and fetches nothing. */
class ExplorerPageTest {
  private static final int LARGEST = 500_000;
  private static final int MOST_LINES = 200;
  private static final String PAGE = ExplorerPage.html();

  @Test
  void thePageIsOneSmallFileThatNamesNoOther() {
    assertTrue(PAGE.length() < LARGEST, () -> PAGE.length() + " characters");
    assertEquals(List.of(), found("<[^>]*\\s(src|srcset|action|poster)=[^>]*>"));
    assertEquals(List.of(), found("<[^>]*\\shref=\"(?!#|data:,\")[^>]*>"));
    assertEquals(List.of(), found("@import|url\\("));
    assertEquals(List.of(), found("\\{\\{[a-z.]+\\}\\}"), "not put in");
    assertEquals(PAGE, ExplorerPage.html());
  }

  @Test
  void onlyThePagesOwnStyleAndScriptCount() {
    List<String> styles = inside("<style[^>]*>(.*?)</style>");
    List<String> scripts = inside("<script type=\"module\">(.*?)</script>");
    assertEquals(2, styles.size());
    assertEquals(1, scripts.size());
    assertEquals(2, found("<script").size(), "its data is the other");
    String policy =
        "default-src 'none'; img-src data:; style-src"
            + hash(styles.get(0))
            + hash(styles.get(1))
            + "; script-src"
            + hash(scripts.get(0))
            + "; base-uri 'none'; form-action 'none'";
    assertTrue(PAGE.contains("content=\"" + policy + "\""), policy);
    assertEquals(List.of(), found("<[a-z][^>]*\\s(style|on[a-z]+)=\"[^>]*>"));
  }

  @Test
  void theDataIsThatOfTheKit() throws IOException {
    JsonNode book =
        new ObjectMapper()
            .readTree(
                inside("<script type=\"application/json\" id=\"book\">(.*?)</script>").get(0));
    int place = 0;
    for (Rule rule : Rule.values()) {
      JsonNode told = book.path("all").get(place++);
      assertEquals(rule.id(), told.path("id").textValue());
      assertEquals(rule.sentence(), told.path("sentence").textValue());
      assertEquals(rule.lines().size(), told.path("lines").size());
    }
    for (SeedLine line : SeedLine.values()) {
      JsonNode told = book.path("lines").path(line.name());
      assertEquals(line.chinese(), told.path("chinese").textValue());
      assertEquals(line.english(), told.path("english").textValue());
    }
    assertEquals(RuleExamples.all().size(), book.path("presets").size());
    int preset = 0;
    for (RuleExample example : RuleExamples.all()) {
      JsonNode told = book.path("presets").get(preset++);
      assertEquals(example.check().id(), told.path("id").textValue());
      assertEquals(example.check().scenario(), ScenarioJson.read(told.path("scenario")));
    }
    assertEquals(Profiles.ALL.size(), book.path("profiles").size());
  }

  @Test
  void everyModuleCanBeReadInOneGo() throws IOException {
    for (String file : ExplorerPage.MODULES) {
      if (file.endsWith(".mjs")) {
        List<String> lines =
            Resources.readLines(
                Resources.getResource("org/rejoin/tck/explorer/" + file), StandardCharsets.UTF_8);
        assertTrue(lines.size() <= MOST_LINES, file + " has " + lines.size() + " lines");
        assertTrue(lines.get(0).startsWith("// "), file + " does not say what it is");
      }
    }
  }

  private static List<String> found(String pattern) {
    String markup = PAGE.replaceAll("(?s)(<script type=\"module\">).*?(</script>)", "$1$2");
    return Pattern.compile(pattern).matcher(markup).results().map(MatchResult::group).toList();
  }

  private static List<String> inside(String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(PAGE)
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  private static String hash(String text) {
    byte[] sum = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return " 'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
  }
}
