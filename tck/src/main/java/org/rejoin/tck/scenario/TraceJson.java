package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Reason;

/** Makes a trace of JSON fields; those that are not known are ignored. */
final class TraceJson {
  private static final ImmutableSet<String> SERVER_EVENTS =
      ImmutableSet.of("channel-destroyed", "connect-attempt");

  private TraceJson() {}

  static Trace read(JsonFields fields) {
    ImmutableList<JsonNode> callbacks = fields.list("callbacks");
    ImmutableList<JsonNode> events = fields.optionalList("server");
    ImmutableList.Builder<TracedCallback> seen = ImmutableList.builder();
    for (int i = 0; i < callbacks.size(); i++) {
      seen.add(callback(new JsonFields(callbacks.get(i), fields.pathOf("callbacks[" + i + "]"))));
    }
    ImmutableList.Builder<ServerEvent> server = ImmutableList.builder();
    for (int i = 0; i < events.size(); i++) {
      server.add(event(new JsonFields(events.get(i), fields.pathOf("server[" + i + "]"))));
    }
    return new Trace(seen.build(), server.build());
  }

  private static TracedCallback callback(JsonFields fields) {
    Optional<Reason> reason =
        fields.has("reason")
            ? Optional.of(fields.constant("reason", Reason.values()))
            : Optional.empty();
    return new TracedCallback(
        fields.millis("at"),
        fields.user("uid"),
        new Callback(fields.text("name"), fields.optionalUser("peer"), reason));
  }

  private static ServerEvent event(JsonFields fields) {
    long atMillis = fields.millis("at");
    String name = fields.text("name");
    return switch (name) {
      case "channel-destroyed" ->
          new ServerEvent.ChannelDestroyed(atMillis, fields.text("channel"));
      case "connect-attempt" ->
          new ServerEvent.ConnectAttempt(atMillis, fields.user("uid"), fields.text("server"));
      default ->
          throw new InvalidScenarioException(
              fields.pathOf("name"), "'" + name + "' is none of " + SERVER_EVENTS);
    };
  }
}
