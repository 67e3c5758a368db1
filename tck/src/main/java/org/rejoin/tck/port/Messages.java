package org.rejoin.tck.port;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.timeline.SafeText;

/** The lines of port protocol 1, as the kit writes them and takes them apart. */
final class Messages {
  private static final int MAX_DEPTH = 100;

  /** As much of a broken line as is shown, before and after the place where it breaks. */
  private static final int SHOWN = 20;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

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
    try (JsonParser parser = MAPPER.createParser(line)) {
      JsonNode message = tree(parser);
      if (message == null) {
        throw new ProtocolException("an empty line");
      }
      if (parser.nextToken() != null) {
        throw new ProtocolException("more than one object in a line: is a \\n missing?");
      }
      return message;
    } catch (StreamConstraintsException e) {
      throw new ProtocolException(
          "JSON that is nested deeper than "
              + MAX_DEPTH
              + " levels, or has an endless number or name");
    } catch (JsonProcessingException e) {
      throw new ProtocolException("not JSON" + near(line, e));
    } catch (IOException e) {
      throw new UncheckedIOException("a text can always be read", e);
    }
  }

  /** A field that is there twice is refused by a parser that stands right behind it. */
  private static @Nullable JsonNode tree(JsonParser parser) throws IOException {
    try {
      return parser.readValueAsTree();
    } catch (MismatchedInputException e) {
      String name = parser.currentName();
      String which = name == null ? "" : ": `" + SafeText.clean(name, SHOWN) + "`";
      throw new ProtocolException("a field is there twice" + which);
    }
  }

  private static String near(String line, JsonProcessingException e) {
    int at = (int) Math.max(0, Math.min(line.length(), e.getLocation().getCharOffset()));
    String shown = line.substring(Math.max(0, at - SHOWN), Math.min(line.length(), at + SHOWN));
    return " at character " + (at + 1) + ", near `" + SafeText.clean(shown) + "`";
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
