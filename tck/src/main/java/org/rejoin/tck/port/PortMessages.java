package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.rejoin.tck.scenario.ScenarioJson;

/** The messages of port protocol 1 that a port says; what is as it is anyway is left out. */
final class PortMessages {
  private PortMessages() {}

  static ObjectNode hello(Hello hello) {
    ObjectNode tree =
        object("hello")
            .put("protocol", HelloReader.PROTOCOL)
            .put("name", hello.name())
            .put("version", hello.version());
    ArrayNode platforms = tree.putArray("platforms");
    hello.platforms().forEach(platform -> platforms.add(platform.id()));
    tree.put("view", hello.view().name().toLowerCase(Locale.ROOT))
        .put("clock", hello.clock().name().toLowerCase(Locale.ROOT));
    ArrayNode features = tree.putArray("features");
    hello.features().forEach(feature -> features.add(feature.id()));
    if (hello.concurrency() != 1) {
      tree.put("concurrency", hello.concurrency());
    }
    if (hello.timeScale() != 1) {
      tree.put("timeScale", hello.timeScale());
    }
    hello.profile().ifPresent(profile -> tree.put("profile", profile));
    if (!hello.unsupported().isEmpty()) {
      ArrayNode gaps = tree.putArray("unsupported");
      hello.unsupported().forEach(gap -> gaps.add(gap(gap)));
    }
    return tree;
  }

  static ObjectNode error(long id, String message) {
    return object("error").put("id", id).put("message", message);
  }

  /** What a port answers; a port of the JVM says in the same words what a program would. */
  static ObjectNode answer(long id, Answer answer) {
    if (answer instanceof Answer.Ran ran) {
      return object("trace").put("id", id).setAll(ScenarioJson.toJson(ran.trace()));
    }
    if (answer instanceof Answer.Unsupported unsupported) {
      return object("unsupported").put("id", id).put("reason", unsupported.reason());
    }
    return answer instanceof Answer.Failed failed
        ? error(id, failed.message())
        : error(id, "the port answered " + answer);
  }

  private static ObjectNode gap(Hello.Gap gap) {
    ObjectNode tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("feature", gap.feature())
            .put("reason", gap.reason());
    gap.issue().ifPresent(issue -> tree.put("issue", issue));
    return tree;
  }

  private static ObjectNode object(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }
}
