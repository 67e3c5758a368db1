package org.rejoin.tck.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.JsonFields;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TraceRules;

/** Reads the lines that are taken apart as a tree: whole traces, and the beginning of a channel. */
final class TreeLines {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(LineParser.NESTING)
                          .maxNumberLength(LineParser.NUMBER_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private TreeLines() {}

  /** Whether a line has a whole trace. */
  static boolean isClosed(Lines at) throws IOException {
    return tree(at).hasNonNull("scenario");
  }

  private static JsonNode tree(Lines at) throws IOException {
    return MAPPER.readTree(at.buffer(), at.start(), at.length());
  }

  /**
   * A channel's begin line.
   *
   * @throws InvalidScenarioException naming the field that is wrong
   * @throws IOException if it is not JSON
   */
  static RecordedLine.Begin begin(Lines at) throws IOException {
    JsonFields fields = new JsonFields(tree(at), "");
    long atMillis = fields.millis("begin");
    if (atMillis > LineFields.LATEST) {
      throw fields.wrong("begin", "at most " + LineFields.LATEST);
    }
    if (fields.text("channel").isEmpty()) {
      throw fields.wrong("channel", "a string that is not empty");
    }
    return new RecordedLine.Begin(
        at.number(), fields.text("channel"), atMillis, CircumstancesJson.readBegin(fields));
  }

  /** A whole trace; throws as {@link #begin} does. */
  static RecordedLine closed(Lines at) throws IOException {
    JsonNode tree = tree(at);
    JsonFields fields = new JsonFields(tree, "");
    Scenario scenario = ScenarioJson.readMessage(fields.required("scenario"));
    for (int i = 0; i < scenario.steps().size(); i++) {
      checkStep(scenario.steps().get(i), "scenario.steps[" + i + "]");
    }
    if (scenario.untilMillis() > LineFields.LATEST) {
      throw new InvalidScenarioException("scenario.until", "must be at most " + LineFields.LATEST);
    }
    ImmutableMap<Integer, String> otherReasons = takeOtherReasons(tree.path("callbacks"));
    Trace trace = ScenarioJson.readTrace(tree);
    TraceRules.problem(scenario, trace)
        .ifPresent(
            problem -> {
              throw new InvalidScenarioException("trace", problem);
            });
    Circumstances how =
        CircumstancesJson.readShared(fields)
            .mode(scenario.mode())
            .servers(scenario.servers())
            .build();
    return new RecordedLine.Closed(at.number(), scenario, trace, how, otherReasons);
  }

  /** Takes the reasons that rules are not about off the callbacks, which are as without them. */
  private static ImmutableMap<Integer, String> takeOtherReasons(JsonNode callbacks) {
    ImmutableMap.Builder<Integer, String> taken = ImmutableMap.builder();
    for (int i = 0; i < callbacks.size(); i++) {
      JsonNode reason = callbacks.get(i).path("reason");
      boolean isOne = reason.isNumber() || (reason.isTextual() && !reason.textValue().isEmpty());
      if (isOne && OpenLines.reason(reason.asText()).isEmpty()) {
        ((ObjectNode) callbacks.get(i)).remove("reason");
        taken.put(i, reason.asText());
      }
    }
    return taken.buildOrThrow();
  }

  private static void checkStep(Step step, String path) {
    if (step.action().isAboutPeer()) {
      throw new InvalidScenarioException(
          path + ".do",
          "'"
              + step.action().id()
              + "' is of one client's view; a recording says what was done to each user itself");
    }
  }
}
