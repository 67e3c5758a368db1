package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;

/** What is wrong with a file is said in one line: which file, where, what. */
class ScenarioFilesTest {
  private static final String HEAD = "participants: [{uid: 1, platform: android}]\nuntil: 100\n";

  @Test
  void scenariosSurviveTheirFile() throws IOException {
    Generator generator = new Generator(Profiles.AGORA_2019_05, 6);
    for (int index = 0; index < 500; index++) {
      Scenario scenario = generator.generate(7, index);
      String json = ScenarioJson.toJson(scenario).toPrettyString();
      assertEquals(scenario, read("x.json", json));
    }
  }

  @Test
  void wrongWordsAndFieldsAreNamedWithTheNearest() {
    assertTold(
        "x.yaml:1: participants[0].platform: 'androd' is none of [android, windows, linux, ios,"
            + " macos, web]; did you mean 'android'?",
        "participants: [{uid: 1, platform: androd}]\nsteps: []\nuntil: 1\n");
    assertTold(
        "x.yaml:4: steps[0].chanel: there is no such field; did you mean 'channel'?",
        HEAD + "steps:\n  - {at: 0, do: join, uid: 1, chanel: x}\n");
    assertTold("x.yaml:4: steps[0].uid: is missing", HEAD + "steps:\n  - {at: 0, do: join}\n");
  }

  @Test
  void breachesOfTheScenariosRulesAreNamedWithTheirLine() {
    assertTold(
        "x.yaml:5: steps[1].at: steps must be in time order: 4 comes after 5",
        HEAD + "steps:\n  - {at: 5, do: join, uid: 1}\n  - {at: 4, do: drop, uid: 1}\n");
    assertTold(
        "x.yaml:4: steps[0].uid: no participant has uid 2",
        HEAD + "steps:\n  - {at: 5, do: join, uid: 2}\n");
    assertTold(
        "x.yaml:3: participants[1].uid: uid 1 is there twice; every user needs its own",
        """
        participants:
          - {uid: 1, platform: ios}
          - {uid: 1, platform: ios}
        steps: []
        until: 1
        """);
    assertTold(
        "x.yaml:4: steps[0].at: no step may come after until (100), was 101",
        HEAD + "steps:\n  - {at: 101, do: join, uid: 1}\n");
    assertTold(
        "x.yaml:4: steps[0].context.how: 'page-closed' exists on web only",
        HEAD + "steps:\n  - {at: 1, do: kill, uid: 1, context: {how: page-closed}}\n");
  }

  @Test
  void timesAreWholeAndNotNegative() {
    assertTold(
        "x.yaml:4: steps[0].at: must be a whole number of milliseconds, was 1.5",
        HEAD + "steps:\n  - {at: 1.5, do: join, uid: 1}\n");
    assertTold(
        "x.yaml:4: steps[0].at: must be 0 or more, was -1",
        HEAD + "steps:\n  - {at: -1, do: join, uid: 1}\n");
  }

  @Test
  void whatIsNoTextOrTooMuchOfItIsRefused() {
    assertEquals(
        "x.yaml:2: is not UTF-8 at byte 2; save it as UTF-8",
        refusal("x.yaml", new byte[] {'a', '\n', (byte) 0xFF}));
    assertEquals(
        "x.yaml: is larger than 4194304 bytes (4 MiB), the most that is read",
        refusal("x.yaml", new byte[5 << 20]));
    assertTold("x.yaml: is empty; a scenario needs participants and steps", " \n");
  }

  @Test
  void deepNestingAndDuplicatesAreRefusedInOneLine() {
    String deep = refusal("x.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    assertEquals("x.json:1: is nested deeper than 50 levels, the most that is read", deep);
    String twice = refusal("x.json", "{\"until\":1,\"until\":2}".getBytes(StandardCharsets.UTF_8));
    assertTrue(twice.startsWith("x.json:1: Duplicate field 'until'"), twice);
    String deepYaml = refusal("x.yaml", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    assertFalse(deepYaml.contains("\n"), deepYaml);
    String bomb = refusal("x.yaml", "until: {a: [".getBytes(StandardCharsets.UTF_8));
    assertFalse(bomb.contains("\n"), bomb);
  }

  @Test
  void aSecondValueIsRefused() {
    assertTold(
        "x.yaml:5: one scenario a file; here a second value begins",
        HEAD + "steps: []\n---\na: 1\n");
  }

  private static void assertTold(String message, String file) {
    assertEquals(message, refusal("x.yaml", file.getBytes(StandardCharsets.UTF_8)));
  }

  private static String refusal(String name, byte[] bytes) {
    return String.valueOf(
        assertThrows(
                ScenarioFileException.class,
                () -> ScenarioFiles.read(new ByteArrayInputStream(bytes), name))
            .getMessage());
  }

  private static Scenario read(String name, String text) throws IOException {
    return ScenarioFiles.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
  }
}
