package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.ScenarioJson;

/** The other side of port protocol 1: a port of the JVM on a pair of streams. */
public final class PortServer {
  private final Port port;

  /** Serves a port; it is not closed. */
  public PortServer(Port port) {
    this.port = port;
  }

  /**
   * Answers one line with one line until there are no more.
   *
   * @throws IOException if a stream breaks
   */
  public void serve(InputStream in, OutputStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.write(answer(Messages.parse(line)).toString().getBytes(StandardCharsets.UTF_8));
      out.write('\n');
      out.flush();
    }
  }

  private ObjectNode answer(JsonNode message) {
    Fields fields = new Fields(message, "");
    if (fields.text("type").equals("hello")) {
      return hello(port.hello());
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    long id = fields.whole("id");
    try {
      String profileId = fields.text("profile");
      Profile profile =
          Profiles.ofId(profileId)
              .orElseThrow(() -> fields.wrong("profile", "a profile that this port knows"));
      return answer(
          port.run(ScenarioJson.readMessage(message.path("scenario")), profile), id, answer);
    } catch (InvalidScenarioException | ProtocolException e) {
      return answer
          .put("type", "error")
          .put("id", id)
          .put("message", String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode answer(Answer what, long id, ObjectNode answer) {
    if (what instanceof Answer.Ran ran) {
      answer.put("type", "trace").put("id", id);
      return answer.setAll(ScenarioJson.toJson(ran.trace()));
    }
    if (what instanceof Answer.Unsupported unsupported) {
      return answer.put("type", "unsupported").put("id", id).put("reason", unsupported.reason());
    }
    return answer.put("type", "error").put("id", id).put("message", what.toString());
  }

  private static ObjectNode hello(Hello hello) {
    ObjectNode tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "hello")
            .put("protocol", HelloReader.PROTOCOL)
            .put("name", hello.name())
            .put("version", hello.version());
    ArrayNode platforms = tree.putArray("platforms");
    hello.platforms().forEach(platform -> platforms.add(platform.id()));
    tree.put("view", hello.view().name().toLowerCase(Locale.ROOT))
        .put("clock", hello.clock().name().toLowerCase(Locale.ROOT));
    ArrayNode features = tree.putArray("features");
    hello.features().forEach(feature -> features.add(feature.id()));
    return tree;
  }
}
