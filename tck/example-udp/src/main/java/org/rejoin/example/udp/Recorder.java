package org.rejoin.example.udp;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rejoin.api.Callback;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * Writes down what is seen in one scenario, at the time at which the port sees it. Clients could
 * stamp it themselves and sooner, but Java's clocks are not comparable between processes. Safe for
 * several threads.
 */
final class Recorder {
  private final ScenarioClock clock;
  private final long untilMillis;
  private final List<TracedCallback> callbacks = new ArrayList<>();
  private final List<ServerEvent> server = new ArrayList<>();

  Recorder(ScenarioClock clock, long untilMillis) {
    this.clock = clock;
    this.untilMillis = untilMillis;
  }

  /** An app was called back. */
  synchronized void add(UserId user, Callback callback) {
    long atMillis = clock.millisAt(System.nanoTime());
    if (atMillis <= untilMillis) {
      callbacks.add(new TracedCallback(atMillis, user, callback));
    }
  }

  /** The relay destroyed a channel. */
  synchronized void addDestroyed(String channel) {
    long atMillis = clock.millisAt(System.nanoTime());
    if (atMillis <= untilMillis) {
      server.add(new ServerEvent.ChannelDestroyed(atMillis, channel));
    }
  }

  synchronized Trace trace() {
    return new Trace(ImmutableList.copyOf(callbacks), ImmutableList.copyOf(server));
  }
}
