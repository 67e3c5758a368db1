package org.rejoin.tck.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;

/** A scenario as a test method, to be pasted into a class that extends {@code ReconnectionTck}. */
public final class Snippet {
  private static final String INDENT = "        ";

  private Snippet() {}

  /** The method, with its annotation. */
  public static String of(Scenario scenario) {
    return "  @Test\n  void "
        + methodName(scenario.name())
        + "() {\n    judge(\n"
        + INDENT
        + "\"\"\"\n"
        + json(ScenarioJson.toJson(scenario))
            .replace("\\", "\\\\")
            .lines()
            .map(line -> INDENT + line + "\n")
            .collect(Collectors.joining())
        + INDENT
        + "\"\"\");\n  }\n";
  }

  private static String methodName(String name) {
    String method = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
    return method.isEmpty() || Character.isDigit(method.charAt(0)) ? "scenario" + method : method;
  }

  /** A field a line, and a step a line. */
  private static String json(ObjectNode tree) {
    return tree.properties().stream()
        .map(
            field ->
                "\""
                    + field.getKey()
                    + "\":"
                    + (field.getKey().equals("steps") ? list(field.getValue()) : field.getValue()))
        .collect(Collectors.joining(",\n ", "{", "}"));
  }

  private static String list(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(JsonNode::toString)
        .collect(Collectors.joining(",\n  ", "[\n  ", "]"));
  }
}
