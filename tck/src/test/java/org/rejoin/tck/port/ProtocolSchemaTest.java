package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;

/** Schema, documentation and code say the same of every message. */
class ProtocolSchemaTest {
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern MESSAGE = Pattern.compile("(?m)^(kit {2}> |port < )(\\{.*)$");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemas(
                  ImmutableMap.of(
                      "urn:rejoin:port-protocol:1", resource("protocol-1.schema.json"))));
  private static final Schema FROM_KIT = definition("fromKit");
  private static final Schema FROM_PORT = definition("fromPort");
  private static final Schema SCENARIO = definition("scenario");

  /** The scenario that every trace in an example is of. */
  private static final Scenario SOME =
      ImmutableScenario.builder()
          .addParticipants(new Participant(UserId.of(1), Platform.ANDROID))
          .addParticipants(new Participant(UserId.of(2), Platform.WEB))
          .addParticipants(new Participant(UserId.of(3), Platform.IOS))
          .untilMillis(30_000)
          .build();

  @Test
  void theSchemaKeepsToItsOwnStandard() {
    Schema standard =
        REGISTRY.getSchema("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}");
    assertEquals(
        List.of(), standard.validate(resource("protocol-1.schema.json"), InputFormat.JSON));
  }

  @Test
  void whatTheKitWritesIsInTheSchema() {
    assertAccepted(FROM_KIT, Messages.hello(Kit.name()));
    Stream<Scenario> known = Catalogue.checks(Profiles.AGORA_2019_05).stream().map(Check::scenario);
    Generator generator = new Generator(Profiles.AGORA_2019_05, 6);
    Stream<Scenario> made = IntStream.range(0, 200).mapToObj(index -> generator.generate(7, index));
    Stream.concat(known, made)
        .forEach(
            scenario ->
                assertAccepted(FROM_KIT, Messages.run(1, scenario, Profiles.AGORA_2019_05)));
  }

  @Test
  void whatTheReferenceWritesAsAPortIsInTheSchemaAndIsRead() throws IOException {
    ImmutableList<Scenario> scenarios =
        Catalogue.checks(Profiles.AGORA_2019_05).stream()
            .map(Check::scenario)
            .collect(ImmutableList.toImmutableList());
    StringBuilder in = new StringBuilder(Messages.hello("kit")).append('\n');
    for (int id = 0; id < scenarios.size(); id++) {
      in.append(Messages.run(id, scenarios.get(id), Profiles.AGORA_2019_05)).append('\n');
    }
    in.append("{\"type\":\"run\",\"id\":99,\"profile\":\"none\",\"scenario\":{}}\n");
    List<String> answers = LINES.splitToList(served(in.toString()));
    assertEquals(scenarios.size() + 2, answers.size());
    answers.forEach(answer -> assertAccepted(FROM_PORT, answer));
    HelloReader.read(Messages.parse(answers.get(0)));
    for (int id = 0; id < scenarios.size(); id++) {
      Fields trace = new Fields(Messages.parse(answers.get(id + 1)), "");
      Messages.answer(trace, scenarios.get(id));
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void schemaAndKitAcceptTheSame(String line) {
    assertEquals(List.of(), refusalsBySchema(line));
    assertEquals(List.of(), refusalByKit(line));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void schemaAndKitRefuseTheSame(String line) {
    assertTrue(!refusalsBySchema(line).isEmpty(), () -> "the schema accepts " + line);
    assertTrue(!refusalByKit(line).isEmpty(), () -> "the kit accepts " + line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PORT-PROTOCOL.md", "FIRST-PORT.md", "../README.md"})
  void examplesInTheDocumentsAreOfTheProtocol(String document) throws IOException {
    String text = Files.readString(Path.of(document));
    int examples = 0;
    for (Matcher block = BLOCK.matcher(text); block.find(); ) {
      if (block.group(1).equals("json")) {
        assertAccepted(SCENARIO, block.group(2));
        ScenarioJson.read(Messages.parse(block.group(2)));
        examples++;
      }
      for (Matcher message = MESSAGE.matcher(block.group(2)); message.find(); examples++) {
        boolean fromKit = message.group(1).startsWith("kit");
        assertAccepted(fromKit ? FROM_KIT : FROM_PORT, message.group(2));
        assertEquals(List.of(), refusalByKit(message.group(2)), message.group(2));
      }
    }
    assertTrue(examples > 0, document + " has no example");
  }

  static List<String> good() {
    return LINES.splitToList(resource("good-messages.jsonl"));
  }

  static List<String> bad() {
    return LINES.splitToList(resource("bad-messages.jsonl"));
  }

  private static List<?> refusalsBySchema(String line) {
    return (isRun(line) ? FROM_KIT : FROM_PORT).validate(line, InputFormat.JSON);
  }

  /** What the kit's readers say against a line; nothing if they take it. */
  private static List<String> refusalByKit(String line) {
    try {
      JsonNode message = Messages.parse(line);
      Fields fields = new Fields(message, "");
      String type = fields.text("type");
      if (type.equals("run")) {
        fields.whole("id");
        fields.text("profile");
        ScenarioJson.readMessage(message.path("scenario"));
      } else if (message.has("kit")) {
        fields.whole("protocol");
      } else if (type.equals("hello")) {
        HelloReader.read(message);
      } else {
        fields.whole("id");
        Messages.answer(fields, SOME);
      }
      return List.of();
    } catch (ProtocolException | InvalidScenarioException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isRun(String line) {
    return line.contains("\"type\":\"run\"");
  }

  private static void assertAccepted(Schema schema, String json) {
    assertEquals(List.of(), schema.validate(json, InputFormat.JSON), json);
  }

  private static Schema definition(String name) {
    return REGISTRY.getSchema("{\"$ref\":\"urn:rejoin:port-protocol:1#/$defs/" + name + "\"}");
  }

  private static String served(String in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PortServer(new ReferencePort())
        .serve(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    try {
      return Resources.toString(
          Resources.getResource(ProtocolSchemaTest.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("test resource " + name, e);
    }
  }
}
