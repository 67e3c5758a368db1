package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Mode;

/** Scenarios and traces as JSON trees in the words of the port protocol; defaults are left out. */
public final class ScenarioJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ScenarioReader STRICT = new ScenarioReader(true, ImmutableSet.of());
  private static final ScenarioReader LENIENT = new ScenarioReader(false, ImmutableSet.of());

  private ScenarioJson() {}

  /**
   * Reads a scenario in which every field must be known.
   *
   * @throws InvalidScenarioException naming the field that is wrong
   */
  public static Scenario read(JsonNode tree) {
    return STRICT.read(tree, "");
  }

  /**
   * Reads a scenario out of a message, where unknown fields are ignored.
   *
   * @throws InvalidScenarioException naming the field that is wrong
   */
  public static Scenario readMessage(JsonNode tree) {
    return LENIENT.read(tree, "scenario");
  }

  /**
   * Reads what was observed out of a message, where unknown fields are ignored: its {@code
   * callbacks} and, where it has them, its {@code server} events.
   *
   * @throws InvalidScenarioException naming the field that is wrong
   */
  public static Trace readTrace(JsonNode tree) {
    return TraceJson.read(new JsonFields(tree, ""));
  }

  /** A scenario's tree. */
  public static ObjectNode toJson(Scenario scenario) {
    ObjectNode tree = JSON.objectNode();
    if (!scenario.name().isEmpty()) {
      tree.put("name", scenario.name());
    }
    if (scenario.mode() != Mode.COMMUNICATION) {
      tree.put("mode", Words.of(scenario.mode()));
    }
    ArrayNode participants = tree.putArray("participants");
    for (Participant user : scenario.participants()) {
      participants.addObject().put("uid", user.uid().value()).put("platform", user.platform().id());
    }
    if (!scenario.servers().isEmpty()) {
      ArrayNode servers = tree.putArray("servers");
      scenario.servers().forEach(servers::add);
    }
    ArrayNode steps = tree.putArray("steps");
    scenario.steps().forEach(step -> steps.add(toJson(step)));
    return tree.put("until", scenario.untilMillis());
  }

  /** A step's tree. */
  public static ObjectNode toJson(Step step) {
    ObjectNode tree = JSON.objectNode();
    tree.put("at", step.atMillis()).put("do", step.action().id()).put("uid", step.uid().value());
    if (!step.channel().equals(Step.MAIN_CHANNEL)) {
      tree.put("channel", step.channel());
    }
    if (step.direction() != Direction.BOTH) {
      tree.put("direction", Words.of(step.direction()));
    }
    step.context()
        .ifPresent(
            context ->
                tree.putObject("context")
                    .put("how", Words.of(context.how()))
                    .put("voip", context.voip())
                    .put("foreground", context.foreground()));
    step.server().ifPresent(server -> tree.put("server", server));
    step.peer().ifPresent(peer -> tree.put("peer", peer.value()));
    return tree;
  }

  /** A callback's tree. */
  public static ObjectNode toJson(TracedCallback traced) {
    ObjectNode tree = JSON.objectNode();
    tree.put("at", traced.atMillis())
        .put("uid", traced.uid().value())
        .put("name", traced.callback().name());
    traced.callback().peer().ifPresent(peer -> tree.put("peer", peer.value()));
    traced.callback().reason().ifPresent(reason -> tree.put("reason", Words.of(reason)));
    return tree;
  }

  /** A server event's tree. */
  public static ObjectNode toJson(ServerEvent event) {
    ObjectNode tree = JSON.objectNode().put("at", event.atMillis());
    if (event instanceof ServerEvent.ChannelDestroyed destroyed) {
      tree.put("name", "channel-destroyed").put("channel", destroyed.channel());
    } else if (event instanceof ServerEvent.ConnectAttempt attempt) {
      tree.put("name", "connect-attempt")
          .put("uid", attempt.uid().value())
          .put("server", attempt.server());
    }
    return tree;
  }

  /** A trace's tree: its callbacks, and its server events where there are any. */
  public static ObjectNode toJson(Trace trace) {
    ObjectNode tree = JSON.objectNode();
    ArrayNode callbacks = tree.putArray("callbacks");
    trace.callbacks().forEach(callback -> callbacks.add(toJson(callback)));
    if (!trace.server().isEmpty()) {
      ArrayNode server = tree.putArray("server");
      trace.server().forEach(event -> server.add(toJson(event)));
    }
    return tree;
  }
}
