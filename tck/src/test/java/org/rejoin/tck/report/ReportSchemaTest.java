package org.rejoin.tck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.recording.RecordingCheck;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.ImmutableRunResult;
import org.rejoin.tck.run.RunResult;

/** {@code report.json} is as its published schema says, whatever was found. */
class ReportSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = resource(ReportJson.class, "report.schema.json");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemas(
                  ImmutableMap.of(
                      "urn:rejoin:report:1",
                      TEXT,
                      "urn:rejoin:port-protocol:1",
                      resource(Port.class, "protocol-1.schema.json"))));
  private static final Schema REPORT = REGISTRY.getSchema("{\"$ref\":\"urn:rejoin:report:1\"}");

  static Stream<Named<RunResult>> runs() {
    return Runs.all().entrySet().stream().map(run -> Named.of(run.getKey(), run.getValue()));
  }

  @Test
  void theSchemaKeepsToItsOwnStandard() {
    Schema standard =
        REGISTRY.getSchema("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}");
    assertEquals(List.of(), standard.validate(TEXT, InputFormat.JSON));
  }

  @Test
  void whatAFailureLooksLikeIsAccepted() throws JsonProcessingException {
    Failure failure = Runs.failing().failures().get(0);
    aReportIsAcceptedAndHasNoFieldThatTheSchemaDoesNotName(
        ImmutableRunResult.copyOf(Runs.failing())
            .withFailures(failure.withLooksLike(Optional.of("windows exchanged"))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aReportIsAcceptedAndHasNoFieldThatTheSchemaDoesNotName(RunResult result)
      throws JsonProcessingException {
    ObjectNode report = ReportJson.of(result, "rejoin 0.1.0");
    assertEquals(List.of(), refusals(report));
    Set<String> unknown = new TreeSet<>();
    JsonNode schema = JSON.readTree(TEXT);
    collect(report, schema.path("properties"), "", unknown);
    for (String list : List.of("failure", "known", "stale", "defect", "rule", "cell", "reason")) {
      String field =
          switch (list) {
            case "known" -> "knownFailing";
            case "stale" -> "stale";
            case "cell" -> "matrix";
            case "reason" -> "notRun";
            default -> list + "s";
          };
      JsonNode named = schema.at("/$defs/" + list + "/properties");
      report.path(field).forEach(item -> collect(item, named, field + ".", unknown));
    }
    JsonNode coverage = schema.at("/$defs/coverage/properties");
    collect(report.path("coverage"), coverage, "coverage.", unknown);
    JsonNode pairs = schema.at("/$defs/pairs/properties");
    collect(report.at("/coverage/twoUsers"), pairs, "coverage.twoUsers.", unknown);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void aReportOfRecordingsIsAcceptedToo() {
    RecordingCheck check =
        new RecordingCheck(
            Profiles.AGORA_2019_05, Optional.empty(), OptionalLong.empty(), failure -> {});
    String lines =
        """
        {"channel":"c1","at":0,"do":"join","uid":1,"platform":"android"}
        {"channel":"c1","at":100,"uid":1,"name":"onJoinChannelSuccess"}
        {"channel":"c1","at":5000,"do":"drop","uid":1}
        {"channel":"c1","end":77000}
        {"channel":"c2","at":0,"do":"join","uid":1,"platform":"android"}
        {"channel":"c2","at":5000,"do":"drop","uid":1}
        {"channel":"c2","end":77000}
        no line
        """;
    check.add("a.jsonl", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    check.addUnreadable("b.jsonl", "there is no such file");
    ObjectNode report =
        RecordingJson.of(check.result(), ImmutableList.of("a.jsonl", "b.jsonl"), "rejoin 0.1.0");
    assertEquals(2, report.path("exit").intValue());
    assertEquals(1, report.path("failures").size());
    assertEquals(1, report.path("recordings").path("inconclusive").size());
    assertEquals(1, report.path("recordings").path("ignored").size());
    assertEquals(List.of(), refusals(report));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kit",
        "/counts/hang",
        "/rules/0/verdict",
        "/coverage/twoUsers",
        "/failures/0/scenario/until"
      })
  void aReportThatLacksSomethingIsRefused(String what) {
    ObjectNode report = ReportJson.of(Runs.failing(), "rejoin 0.1.0");
    int last = what.lastIndexOf('/');
    ((ObjectNode) report.at(what.substring(0, last))).remove(what.substring(last + 1));
    assertFalse(refusals(report).isEmpty());
  }

  private static List<?> refusals(ObjectNode report) {
    return REPORT.validate(report.toString(), InputFormat.JSON);
  }

  private static void collect(JsonNode item, JsonNode named, String path, Set<String> unknown) {
    item.fieldNames()
        .forEachRemaining(
            field -> {
              if (!named.has(field)) {
                unknown.add(path + field);
              }
            });
  }

  private static String resource(Class<?> beside, String name) {
    try {
      return Resources.toString(Resources.getResource(beside, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("resource " + name, e);
    }
  }
}
