package org.rejoin.tck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multisets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.api.Callback;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.spec.Rule;

/**
 * The explorer says by which rule each app is told something, or nothing, exactly as the oracle
 * does, which was written apart from it; and a link holds a whole scenario.
 */
class StoriesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ImmutableSet<Feature> ALL = ImmutableSet.copyOf(Feature.values());

  /** The rules that speak of nothing but silence, so that the explorer names all of theirs. */
  private static final ImmutableSet<Rule> OF_SILENCE =
      ImmutableSet.of(
          Rule.NET_03, Rule.NET_07, Rule.NET_13, Rule.NET_14, Rule.KILL_06, Rule.KILL_08);

  private static final Splitter WORDS = Splitter.on(' ');

  @TempDir Path folder;

  @Test
  void everyRulesPresetTellsWhatWasWrittenByHandFromTheText() throws Exception {
    Node.assume();
    ImmutableList<RuleExample> examples = RuleExamples.all();
    ImmutableList<Scenario> scenarios =
        examples.stream()
            .map(example -> example.check().scenario())
            .collect(ImmutableList.toImmutableList());
    List<JsonNode> stories = stories(scenarios, Profiles.AGORA_2019_05);
    for (int i = 0; i < stories.size(); i++) {
      List<String> expected =
          examples.get(i).example().expected().callbacks().stream()
              .map(it -> line(it.atMillis(), it.uid(), it.callback()))
              .sorted()
              .toList();
      List<String> told =
          texts(stories.get(i), "told").stream().map(StoriesTest::withoutRules).sorted().toList();
      assertEquals(expected, told, examples.get(i).check().id());
    }
  }

  @Test
  void theRulesAreTheOraclesInAFewScenarios() throws Exception {
    Node.assume();
    assertRulesAreTheOracles(ImmutableList.of(Profiles.AGORA_2019_05), 100);
  }

  @Tag("ci")
  @Test
  void theRulesAreTheOraclesInThousandsOfScenarios() throws Exception {
    Node.demand();
    assertRulesAreTheOracles(Profiles.ALL, 5_000);
  }

  private void assertRulesAreTheOracles(ImmutableList<Profile> profiles, int generated)
      throws Exception {
    for (Profile profile : profiles) {
      List<Scenario> scenarios = new ArrayList<>();
      Catalogue.checks(profile).stream().map(Check::scenario).forEach(scenarios::add);
      Generator generator = new Generator(profile, 5);
      for (long index = 0; index < generated; index++) {
        scenarios.add(generator.generate(7, index));
      }
      List<JsonNode> stories = stories(ImmutableList.copyOf(scenarios), profile);
      for (int i = 0; i < stories.size(); i++) {
        assertRulesAreTheOracles(scenarios.get(i), stories.get(i), profile);
      }
    }
  }

  private static void assertRulesAreTheOracles(Scenario scenario, JsonNode story, Profile profile) {
    Answer.Ran ran = (Answer.Ran) new ReferencePort().run(scenario, profile);
    Judgement judgement = new Oracle(profile, ALL).judge(scenario, ran.trace());
    assertEquals(
        judgement.expected().stream()
            .filter(it -> it.level() == Expectation.Level.REQUIRED)
            .map(
                it ->
                    line(it.atMillis(), it.uid(), it.callback())
                        + it.rules().stream()
                            .map(rule -> " " + rule.id())
                            .collect(Collectors.joining()))
            .sorted()
            .toList(),
        ImmutableList.<String>builder()
            .addAll(texts(story, "told"))
            .addAll(texts(story, "first"))
            .build()
            .stream()
            .sorted()
            .toList(),
        () -> ScenarioJson.toJson(scenario).toString());
    assertEquals(
        Multisets.copyHighestCountFirst(
            ImmutableMultiset.copyOf(
                judgement.exercised().stream().filter(OF_SILENCE::contains).toList())),
        Multisets.copyHighestCountFirst(
            ImmutableMultiset.copyOf(
                texts(story, "silences").stream()
                    .map(id -> Rule.ofId(id).orElseThrow())
                    .filter(OF_SILENCE::contains)
                    .toList())),
        () -> ScenarioJson.toJson(scenario).toString());
  }

  /** What the page makes of each scenario, from its link; the link brings back the scenario. */
  private List<JsonNode> stories(ImmutableList<Scenario> scenarios, Profile profile)
      throws Exception {
    Node node = Node.in(folder);
    Path book = Files.writeString(node.file("book.json"), Book.tree().toString());
    List<String> links = scenarios.stream().map(it -> ExplorerLink.fragment(it, profile)).toList();
    List<String> lines =
        node.run(
            links.stream()
                .map(it -> JsonNodeFactory.instance.objectNode().put("fragment", it).toString())
                .toList(),
            "stories.mjs",
            book.toString());
    assertEquals(scenarios.size(), lines.size());
    List<JsonNode> stories = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode story = JSON.readTree(lines.get(i));
      assertEquals(scenarios.get(i), ScenarioJson.read(story.get("scenario")));
      assertEquals(links.get(i), story.get("again").textValue());
      stories.add(story);
    }
    return stories;
  }

  private static List<String> texts(JsonNode story, String field) {
    List<String> texts = new ArrayList<>();
    story.get(field).forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static String withoutRules(String line) {
    return String.join(" ", WORDS.splitToList(line).subList(0, 5));
  }

  private static String line(long atMillis, UserId uid, Callback callback) {
    return String.join(
        " ",
        Long.toString(atMillis),
        uid.toString(),
        callback.name(),
        callback.peer().map(UserId::toString).orElse("-"),
        callback.reason().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse("-"));
  }
}
