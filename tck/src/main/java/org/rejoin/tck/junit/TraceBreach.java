package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** What a port of the JVM can put into a trace although no run of the scenario can show it. */
final class TraceBreach {
  private TraceBreach() {}

  /** The first callback at an impossible time or for nobody; empty if there is none. */
  static Optional<String> in(Scenario scenario, Trace trace) {
    ImmutableSet<UserId> users =
        scenario.participants().stream()
            .map(Participant::uid)
            .collect(ImmutableSet.toImmutableSet());
    Map<UserId, Long> lastMillis = new HashMap<>();
    for (TracedCallback seen : trace.callbacks()) {
      long before = lastMillis.getOrDefault(seen.uid(), 0L);
      if (!users.contains(seen.uid())) {
        return Optional.of(seen + " is for a user that is not in it " + users);
      }
      if (seen.atMillis() < before || seen.atMillis() > scenario.untilMillis()) {
        return Optional.of(
            seen
                + " must be from "
                + before
                + " (0, or the callback before it) to "
                + scenario.untilMillis()
                + " (the end)");
      }
      lastMillis.put(seen.uid(), seen.atMillis());
    }
    return Optional.empty();
  }
}
