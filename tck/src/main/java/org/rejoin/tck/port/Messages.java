package org.rejoin.tck.port;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;

/** The lines of port protocol 1, as the kit writes them and takes them apart. */
final class Messages {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Messages() {}

  static String hello(String kit) {
    return object("hello").put("protocol", HelloReader.PROTOCOL).put("kit", kit).toString();
  }

  static String run(long id, Scenario scenario, Profile profile) {
    return object("run")
        .put("id", id)
        .put("profile", profile.id())
        .set("scenario", ScenarioJson.toJson(scenario))
        .toString();
  }

  /**
   * Takes a line apart.
   *
   * @throws ProtocolException if it is not JSON
   */
  static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new ProtocolException("a line that is not JSON: " + e.getOriginalMessage());
    }
  }

  /** The answer in a line whose id is already known to be this scenario's. */
  static Answer answer(Fields message, Scenario scenario) {
    return switch (message.text("type")) {
      case "trace" -> new Answer.Ran(new TraceReader(scenario).read(message));
      case "unsupported" ->
          new Answer.Unsupported(message.optionalText("reason").orElse("no reason given"));
      case "error" -> new Answer.Failed(message.optionalText("message").orElse("no message given"));
      default -> throw message.wrong("type", "\"trace\", \"unsupported\" or \"error\"");
    };
  }

  private static ObjectNode object(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }
}
