package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.UserId;

/** What every trace keeps to, wherever it comes from; a breach is told by its field. */
public final class TraceRules {
  private TraceRules() {}

  /**
   * The first breach of what a trace of this scenario may say: a uid or peer that is nobody's, a
   * time that is negative, past the scenario's {@code until}, or earlier than the one before it.
   *
   * @return one line that names the field; empty if there is no breach
   */
  public static Optional<String> problem(Scenario scenario, Trace trace) {
    ImmutableSet<UserId> users =
        scenario.participants().stream()
            .map(Participant::uid)
            .collect(ImmutableSet.toImmutableSet());
    Optional<String> problem = callbacks(scenario, trace, users);
    return problem.isPresent() ? problem : server(scenario, trace, users);
  }

  private static Optional<String> callbacks(
      Scenario scenario, Trace trace, ImmutableSet<UserId> users) {
    Map<UserId, Long> lastMillis = new HashMap<>();
    for (int i = 0; i < trace.callbacks().size(); i++) {
      TracedCallback seen = trace.callbacks().get(i);
      Optional<UserId> peer = seen.callback().peer();
      if (!users.contains(seen.uid())) {
        return nobody("callbacks[" + i + "].uid", seen.uid(), users);
      }
      if (peer.isPresent() && !users.contains(peer.get())) {
        return nobody("callbacks[" + i + "].peer", peer.get(), users);
      }
      Optional<String> time = time("callbacks", i, seen.atMillis(), scenario);
      if (time.isPresent()) {
        return time;
      }
      long before = lastMillis.getOrDefault(seen.uid(), 0L);
      if (seen.atMillis() < before) {
        return wrong(
            "callbacks[" + i + "].at",
            "no earlier than " + before + ", the callback before it at " + seen.uid(),
            seen.atMillis());
      }
      lastMillis.put(seen.uid(), seen.atMillis());
    }
    return Optional.empty();
  }

  private static Optional<String> server(
      Scenario scenario, Trace trace, ImmutableSet<UserId> users) {
    for (int i = 0; i < trace.server().size(); i++) {
      ServerEvent event = trace.server().get(i);
      Optional<String> time = time("server", i, event.atMillis(), scenario);
      if (time.isPresent()) {
        return time;
      }
      if (event instanceof ServerEvent.ConnectAttempt attempt && !users.contains(attempt.uid())) {
        return nobody("server[" + i + "].uid", attempt.uid(), users);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> time(String list, int index, long atMillis, Scenario scenario) {
    return atMillis < 0 || atMillis > scenario.untilMillis()
        ? wrong(
            list + "[" + index + "].at",
            "from 0 to the scenario's until, " + scenario.untilMillis(),
            atMillis)
        : Optional.empty();
  }

  private static Optional<String> nobody(String field, UserId was, ImmutableSet<UserId> users) {
    return wrong(field, "a uid of the scenario " + users, was);
  }

  private static Optional<String> wrong(String field, String expected, Object was) {
    return Optional.of("`" + field + "` must be " + expected + ", was " + was);
  }
}
