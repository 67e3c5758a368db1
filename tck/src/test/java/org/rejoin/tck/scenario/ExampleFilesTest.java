package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.spec.Rule;

/** Every file of hand-written scenarios belongs to something, and what is wrong in one is named. */
class ExampleFilesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/rejoin/tck/scenario");

  private static final String SCENARIO =
      """
      - name: x
        about: y
        participants: [{uid: 1, platform: android}]
        steps: []
        until: 1
      """;

  @TempDir Path folder;

  @Test
  void noFileBelongsToNoRuleThemeOrProfile() throws IOException {
    assertEquals(List.of(), strays(RESOURCES));
  }

  @Test
  void aStrayFileIsNamedWithWhatItWouldHaveToBe() throws IOException {
    for (String directory : new String[] {"rules", "situations", "profiles"}) {
      Files.createDirectories(folder.resolve(directory));
    }
    Files.writeString(folder.resolve("rules/NET-99.yaml"), SCENARIO);
    Files.writeString(folder.resolve("rules/NET-01.yml"), SCENARIO);
    Files.writeString(folder.resolve("situations/weather.yaml"), SCENARIO);
    Files.writeString(folder.resolve("profiles/agora-2019-05.yaml"), SCENARIO);
    Files.writeString(folder.resolve("profiles/agora-current.yaml"), SCENARIO);
    assertEquals(
        List.of(
            "rules/NET-01.yml belongs to no rule; name it after one, as in NET-01.yaml",
            "rules/NET-99.yaml belongs to no rule; name it after one, as in NET-01.yaml",
            "situations/weather.yaml belongs to no theme; name it after one of Situations.THEMES,"
                + " as in many-users.yaml",
            "profiles/agora-2019-05.yaml belongs to no profile but the default; name it after one,"
                + " as in agora-2020-timeline.yaml"),
        strays(folder));
  }

  @Test
  void aRuleWithoutAFileOrWithoutAScenarioIsNamed() {
    assertEquals(
        "rule NET-99 has no file rules/NET-99.yaml",
        assertThrows(
                IllegalStateException.class,
                () -> ExampleFile.read("rules/NET-99.yaml", "rule NET-99", ExampleFilesTest::read))
            .getMessage());
    assertEquals(
        "rule NET-99 has no scenario in x.yaml",
        assertThrows(
                IllegalStateException.class,
                () -> ExampleFile.parse("[]", "x.yaml", "rule NET-99", ExampleFilesTest::read))
            .getMessage());
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() {
    assertTold("x.yaml:1: must be a list of scenarios", "name: x\n");
    assertTold("x.yaml:1: [0].expected: is missing", SCENARIO + "  rules: [NET-01]\n");
    assertTold(
        "x.yaml:6: [0].rules: there is no rule \"NET-0l\"; did you mean 'NET-01'?",
        SCENARIO + "  rules: [NET-0l]\n");
    assertTold("x.yaml:6: [0].rules: must name at least one rule", SCENARIO + "  rules: []\n");
    assertTold(
        "x.yaml:8: [0].expected[0].pier: there is no such field; did you mean 'peer'?",
        SCENARIO + "  rules: [NET-01]\n  expected:\n    - {at: 1, uid: 1, name: x, pier: 2}\n");
    assertTold(
        "x.yaml:8: [0].expectedServer[0].name: 'destroyed' is none of [channel-destroyed,"
            + " connect-attempt]",
        SCENARIO + "  rules: [NET-01]\n  expectedServer:\n    - {at: 1, name: destroyed}\n");
    assertTold(
        "x.yaml:9: [0].refused[0].expected: there is no such field",
        SCENARIO
            + "  rules: [NET-01]\n  expected: []\n  refused:\n    - {about: z, expected: []}\n");
  }

  private static List<String> strays(Path resources) throws IOException {
    ImmutableList.Builder<String> strays = ImmutableList.builder();
    strays.addAll(
        strays(
            resources,
            "rules",
            names(Arrays.asList(Rule.values()), Rule::id),
            "rule; name it after one, as in NET-01.yaml"));
    strays.addAll(
        strays(
            resources,
            "situations",
            names(Situations.THEMES, Function.identity()),
            "theme; name it after one of Situations.THEMES, as in many-users.yaml"));
    strays.addAll(
        strays(
            resources,
            "profiles",
            names(Profiles.ALL.subList(1, Profiles.ALL.size()), Profile::id),
            "profile but the default; name it after one, as in agora-2020-timeline.yaml"));
    return strays.build();
  }

  private static List<String> strays(
      Path resources, String directory, ImmutableSet<String> known, String belongs)
      throws IOException {
    try (Stream<Path> files = Files.list(resources.resolve(directory))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !known.contains(name))
          .sorted()
          .map(name -> directory + "/" + name + " belongs to no " + belongs)
          .toList();
    }
  }

  private static <T> ImmutableSet<String> names(List<T> owners, Function<T, String> id) {
    return owners.stream()
        .map(owner -> id.apply(owner) + ".yaml")
        .collect(ImmutableSet.toImmutableSet());
  }

  private static void assertTold(String message, String file) {
    assertEquals(
        message,
        assertThrows(
                ScenarioFileException.class,
                () -> ExampleFile.parse(file, "x.yaml", "rule NET-01", ExampleFilesTest::read))
            .getMessage());
  }

  private static Example read(JsonNode item, String path) {
    return new ExampleReader("rules")
        .read(item, path, new Origin.Situation(), ExampleReader.rules(item, path));
  }
}
