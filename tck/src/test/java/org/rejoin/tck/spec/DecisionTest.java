package org.rejoin.tck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;

/** The one copy of decisions and advice is whole, and every id that is named anywhere exists. */
class DecisionTest {
  private static final Pattern RULE = Pattern.compile("\\b(?:NET|KILL|DRV)-\\d+");
  private static final Pattern DECISION = Pattern.compile("\\bD-\\d+");
  private static final Pattern PROFILE = Pattern.compile("\\bagora-[\\w-]+");
  private static final Pattern CHECK = Pattern.compile("`([\\w-]+/[^`]+)`");

  @Test
  void everyDecisionIsWhole() {
    for (Decision decision : Decision.values()) {
      assertTrue(decision.question().endsWith("?"), decision.id());
      for (String sentence :
          List.of(decision.answer(), decision.substance(), decision.apart(), decision.found())) {
        assertTrue(sentence.endsWith("."), decision.id() + ": " + sentence);
      }
      assertTrue(!decision.evidence().isEmpty(), decision.id());
      assertTrue(!Bearing.of(decision).isEmpty(), decision.id() + " bears on no rule");
    }
  }

  @Test
  void theDecisionsAreTheseAndNoOthers() {
    assertEquals(
        "D-01 D-02 D-03 D-08 D-09 D-10 D-11 D-12 D-13 D-15 D-17 D-19 D-20 D-22 D-26 D-27 D-28 D-29"
            + " D-33 D-35 D-38 D-41 D-43 D-44 D-45 D-46 D-47",
        String.join(" ", Arrays.stream(Decision.values()).map(Decision::id).toList()));
    assertEquals(Optional.of(Decision.D_09), Decision.ofId("d-09"));
    assertEquals(Optional.empty(), Decision.ofId("D-99"));
  }

  @Test
  void everyScenarioThatADecisionNamesExists() {
    List<String> checks = Catalogue.checks(Profiles.AGORA_2019_05).stream().map(Check::id).toList();
    for (Decision decision : Decision.values()) {
      CHECK
          .matcher(decision.apart())
          .results()
          .map(found -> found.group(1))
          .forEach(
              id -> {
                String prefix = id.replace("**", "");
                assertTrue(
                    checks.stream()
                        .anyMatch(
                            check ->
                                id.equals(prefix) ? check.equals(id) : check.startsWith(prefix)),
                    decision.id() + " names " + id + ", which no check is called");
              });
    }
  }

  @Test
  void everyRuleHasAdviceOfItsOwn() {
    List<String> all = Arrays.stream(Rule.values()).map(Advice::on).toList();
    assertEquals(Rule.values().length, all.stream().distinct().count());
    all.forEach(advice -> assertTrue(advice.endsWith(".") && advice.length() > 80, advice));
  }

  @Test
  void everyProfileThatAnAdviceNamesExists() {
    for (Rule rule : Rule.values()) {
      PROFILE
          .matcher(Advice.on(rule))
          .results()
          .map(MatchResult::group)
          .forEach(id -> assertTrue(Profiles.ofId(id).isPresent(), rule.id() + " names " + id));
    }
  }

  @Test
  void everyIdThatIsNamedInTheSourcesOrTheDocumentsExists() throws IOException {
    Path root = Path.of("..");
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> read =
          files
              .filter(file -> file.toString().matches(".*\\.(java|yaml|md)"))
              .filter(file -> !file.toString().contains("/target/"))
              .filter(file -> !file.toString().contains("/node_modules/"))
              .filter(file -> !file.toString().contains("/src/test/"))
              .toList();
      assertTrue(read.size() > 100, "only " + read.size() + " files were found");
      for (Path file : read) {
        String text = Files.readString(file);
        for (String id : RULE.matcher(text).results().map(MatchResult::group).toList()) {
          assertTrue(Rule.ofId(id).isPresent(), file + " names " + id + ", which is no rule");
        }
        for (String id : DECISION.matcher(text).results().map(MatchResult::group).toList()) {
          assertTrue(
              Decision.ofId(id).isPresent(), file + " names " + id + ", which is no decision");
        }
      }
    }
  }
}
