package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Reason;
import org.rejoin.tck.spec.Rule;

/**
 * Makes hand-written scenarios of JSON trees, each with its outcomes; every field must be known.
 */
final class ExampleReader {
  private static final ImmutableSet<String> EXAMPLE =
      ImmutableSet.of("about", "expected", "expectedServer", "alternatives", "refused");

  private static final ImmutableSet<String> ALTERNATIVE =
      ImmutableSet.of("about", "expected", "expectedServer");

  private static final ImmutableSet<String> NEAR_MISS =
      ImmutableSet.of("about", "seen", "seenServer", "message");

  private static final ImmutableSet<String> CALLBACK =
      ImmutableSet.of("at", "uid", "name", "peer", "reason");

  private static final ImmutableSet<String> DESTROYED = ImmutableSet.of("at", "name", "channel");

  private static final ImmutableSet<String> ATTEMPT =
      ImmutableSet.of("at", "name", "uid", "server");

  private static final ImmutableSet<String> SERVER_EVENTS =
      ImmutableSet.of("channel-destroyed", "connect-attempt");

  private static final ImmutableSet<String> RULES =
      Arrays.stream(Rule.values()).map(Rule::id).collect(ImmutableSet.toImmutableSet());

  private final ScenarioReader scenarios;

  /** A reader; somebody else reads the fields in {@code more}. */
  ExampleReader(String... more) {
    this.scenarios =
        new ScenarioReader(true, ImmutableSet.<String>builder().addAll(EXAMPLE).add(more).build());
  }

  /** The scenario at a path, under its name among those of one origin, about some rules. */
  Example read(JsonNode item, String path, Origin origin, ImmutableSet<Rule> rules) {
    Scenario scenario = scenarios.read(item, path);
    JsonFields fields = new JsonFields(item, path);
    String id = String.join("/", origin.path()) + "/" + fields.text("name");
    Check check = new Check(id, fields.text("about"), scenario, origin);
    ImmutableList<ServerEvent> server = events(fields, "expectedServer");
    ImmutableList.Builder<Example.Alternative> alternatives = ImmutableList.builder();
    for (JsonFields other : objects(fields, "alternatives", ALTERNATIVE)) {
      alternatives.add(
          new Example.Alternative(
              other.text("about"), trace(other, "expected", "expectedServer", server)));
    }
    ImmutableList.Builder<Example.NearMiss> refused = ImmutableList.builder();
    for (JsonFields wrong : objects(fields, "refused", NEAR_MISS)) {
      refused.add(
          new Example.NearMiss(
              wrong.text("about"),
              trace(wrong, "seen", "seenServer", server),
              wrong.text("message")));
    }
    return new Example(
        check,
        rules,
        new Trace(callbacks(fields, "expected"), server),
        alternatives.build(),
        refused.build());
  }

  /** The rules that an item names; at least one. */
  static ImmutableSet<Rule> rules(JsonNode item, String path) {
    JsonFields fields = new JsonFields(item, path);
    ImmutableSet.Builder<Rule> rules = ImmutableSet.builder();
    for (JsonNode id : fields.list("rules")) {
      rules.add(
          Rule.ofId(id.asText())
              .orElseThrow(
                  () ->
                      new InvalidScenarioException(
                          fields.pathOf("rules"),
                          "there is no rule "
                              + Words.shown(id)
                              + Words.closest(id.asText(), RULES))));
    }
    if (rules.build().isEmpty()) {
      throw new InvalidScenarioException(fields.pathOf("rules"), "must name at least one rule");
    }
    return rules.build();
  }

  /** The callbacks in a field of an item. */
  static ImmutableList<TracedCallback> callbacks(JsonFields fields, String name) {
    ImmutableList<JsonNode> list = fields.list(name);
    ImmutableList.Builder<TracedCallback> callbacks = ImmutableList.builder();
    for (int i = 0; i < list.size(); i++) {
      callbacks.add(callback(new JsonFields(list.get(i), fields.pathOf(name + "[" + i + "]"))));
    }
    return callbacks.build();
  }

  /** An outcome; where its field for server events is left out, they are the expected ones. */
  private static Trace trace(
      JsonFields fields, String name, String serverName, ImmutableList<ServerEvent> otherwise) {
    return new Trace(
        callbacks(fields, name), fields.has(serverName) ? events(fields, serverName) : otherwise);
  }

  private static TracedCallback callback(JsonFields fields) {
    fields.allowOnly(CALLBACK);
    Optional<Reason> reason =
        fields.has("reason")
            ? Optional.of(fields.constant("reason", Reason.values()))
            : Optional.empty();
    return new TracedCallback(
        fields.millis("at"),
        fields.user("uid"),
        new Callback(fields.text("name"), fields.optionalUser("peer"), reason));
  }

  private static ImmutableList<ServerEvent> events(JsonFields fields, String name) {
    ImmutableList<JsonNode> list = fields.optionalList(name);
    ImmutableList.Builder<ServerEvent> events = ImmutableList.builder();
    for (int i = 0; i < list.size(); i++) {
      events.add(event(new JsonFields(list.get(i), fields.pathOf(name + "[" + i + "]"))));
    }
    return events.build();
  }

  private static ServerEvent event(JsonFields fields) {
    return switch (fields.text("name")) {
      case "channel-destroyed" -> {
        fields.allowOnly(DESTROYED);
        yield new ServerEvent.ChannelDestroyed(fields.millis("at"), fields.text("channel"));
      }
      case "connect-attempt" -> {
        fields.allowOnly(ATTEMPT);
        yield new ServerEvent.ConnectAttempt(
            fields.millis("at"), fields.user("uid"), fields.text("server"));
      }
      default ->
          throw new InvalidScenarioException(
              fields.pathOf("name"), "'" + fields.text("name") + "' is none of " + SERVER_EVENTS);
    };
  }

  private static ImmutableList<JsonFields> objects(
      JsonFields fields, String name, ImmutableSet<String> known) {
    ImmutableList<JsonNode> list = fields.optionalList(name);
    ImmutableList.Builder<JsonFields> objects = ImmutableList.builder();
    for (int i = 0; i < list.size(); i++) {
      JsonFields object = new JsonFields(list.get(i), fields.pathOf(name + "[" + i + "]"));
      object.allowOnly(known);
      objects.add(object);
    }
    return objects.build();
  }
}
