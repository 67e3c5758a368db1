package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.tck.scenario.Catalogue;

/** Schema, documentation and code say the same of every line. */
class RecordingSchemaTest {
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Pattern EXAMPLES = Pattern.compile("(?ms)^```jsonl\\n(.*?)^```$");
  private static final Pattern INLINE = Pattern.compile("`(\\{\"channel\".*?})`");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemas(
                  ImmutableMap.of(
                      "urn:rejoin:recording:1",
                      resource("recording-1.schema.json"),
                      "urn:rejoin:port-protocol:1",
                      resource("../port/protocol-1.schema.json"))));

  private static final Schema LINE = REGISTRY.getSchema("{\"$ref\":\"urn:rejoin:recording:1\"}");

  @Test
  void theSchemaKeepsToItsOwnStandard() {
    Schema standard =
        REGISTRY.getSchema("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}");
    assertEquals(
        List.of(), standard.validate(resource("recording-1.schema.json"), InputFormat.JSON));
  }

  @Test
  void whatTheKitWritesIsInTheSchema() {
    Catalogue.checks(Recordings.PROFILE).stream()
        .filter(check -> !check.id().startsWith("matrix/"))
        .map(check -> Recordings.ofReference(check.scenario()))
        .forEach(
            recorded -> {
              assertAccepted(recorded.closed());
              recorded.open("c1").forEach(RecordingSchemaTest::assertAccepted);
            });
  }

  @Test
  void examplesInTheGuideAreInTheSchema() throws IOException {
    String guide = Files.readString(Path.of("RECORDINGS.md"));
    int examples = 0;
    for (Matcher block = EXAMPLES.matcher(guide); block.find(); examples++) {
      LINES.splitToList(block.group(1)).forEach(RecordingSchemaTest::assertAccepted);
    }
    for (Matcher line = INLINE.matcher(guide); line.find(); examples++) {
      assertAccepted(line.group(1));
    }
    assertTrue(examples >= 5, examples + " examples");
  }

  @ParameterizedTest
  @MethodSource("good")
  void schemaAndKitAcceptTheSame(String line) {
    assertAccepted(line);
    assertEquals(List.of(), refusals(line));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void schemaAndKitRefuseTheSame(String line) {
    assertFalse(LINE.validate(line, InputFormat.JSON).isEmpty(), () -> "accepted: " + line);
    assertFalse(refusals(line).isEmpty(), () -> "the kit accepts " + line);
  }

  static List<String> good() {
    return LINES.splitToList(resource("good-lines.jsonl"));
  }

  static List<String> bad() {
    return LINES.splitToList(resource("bad-lines.jsonl"));
  }

  private static List<String> refusals(String line) {
    return Recordings.check(line + "\n").firstBrokenLines();
  }

  private static void assertAccepted(String line) {
    assertEquals(List.of(), LINE.validate(line, InputFormat.JSON), line);
  }

  private static String resource(String name) {
    try {
      return Resources.toString(
          Resources.getResource(RecordingSchemaTest.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("resource " + name, e);
    }
  }
}
