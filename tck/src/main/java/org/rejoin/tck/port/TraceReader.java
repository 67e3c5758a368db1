package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rejoin.api.Callback;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Reads what a port observed in one scenario, and holds it to what a trace may say. */
final class TraceReader {
  private final long untilMillis;
  private final ImmutableSet<UserId> users;
  private final ImmutableSet<UserId> peers;
  private final Map<UserId, Long> lastMillis = new HashMap<>();

  TraceReader(Scenario scenario) {
    this.untilMillis = scenario.untilMillis();
    this.users =
        scenario.participants().stream()
            .map(Participant::uid)
            .collect(ImmutableSet.toImmutableSet());
    // A scenario as one client sees it has the others in its steps alone.
    this.peers =
        Stream.concat(
                users.stream(), scenario.steps().stream().flatMap(step -> step.peer().stream()))
            .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Reads a message of type trace.
   *
   * @throws ProtocolException naming the field that is wrong
   */
  Trace read(Fields message) {
    ImmutableList.Builder<TracedCallback> callbacks = ImmutableList.builder();
    int index = 0;
    for (JsonNode item : message.list("callbacks")) {
      callbacks.add(callback(new Fields(item, "callbacks[" + index + "].")));
      index++;
    }
    ImmutableList.Builder<ServerEvent> server = ImmutableList.builder();
    index = 0;
    for (JsonNode item : message.optionalList("server")) {
      server.add(serverEvent(new Fields(item, "server[" + index + "].")));
      index++;
    }
    return new Trace(callbacks.build(), server.build());
  }

  private TracedCallback callback(Fields fields) {
    UserId uid = user(fields, "uid", users);
    long atMillis = time(fields);
    long before = lastMillis.getOrDefault(uid, 0L);
    if (atMillis < before) {
      throw fields.wrong("at", "no earlier than " + before + ", the callback before it at " + uid);
    }
    lastMillis.put(uid, atMillis);
    Optional<UserId> peer =
        fields.has("peer") ? Optional.of(user(fields, "peer", peers)) : Optional.empty();
    return new TracedCallback(
        atMillis, uid, new Callback(fields.text("name"), peer, reason(fields)));
  }

  private static Optional<Reason> reason(Fields fields) {
    return fields
        .optionalText("reason")
        .map(
            word ->
                switch (word) {
                  case "quit" -> Reason.QUIT;
                  case "dropped" -> Reason.DROPPED;
                  default -> throw fields.wrong("reason", "\"quit\" or \"dropped\"");
                });
  }

  private ServerEvent serverEvent(Fields fields) {
    long atMillis = time(fields);
    return switch (fields.text("name")) {
      case "channel-destroyed" ->
          new ServerEvent.ChannelDestroyed(atMillis, fields.text("channel"));
      case "connect-attempt" ->
          new ServerEvent.ConnectAttempt(
              atMillis, user(fields, "uid", users), fields.text("server"));
      default -> throw fields.wrong("name", "\"channel-destroyed\" or \"connect-attempt\"");
    };
  }

  private long time(Fields fields) {
    long atMillis = fields.whole("at");
    if (atMillis < 0 || atMillis > untilMillis) {
      throw fields.wrong("at", "from 0 to the scenario's until, " + untilMillis);
    }
    return atMillis;
  }

  private static UserId user(Fields fields, String name, ImmutableSet<UserId> users) {
    long value = fields.whole(name);
    for (UserId user : users) {
      if (user.value() == value) {
        return user;
      }
    }
    throw fields.wrong(name, "a uid of the scenario " + users);
  }
}
