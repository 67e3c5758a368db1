package org.rejoin.tck.oracle;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.function.ToLongFunction;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * Hands what a trace shows to an acceptor, in time order: a port keeps that for each user, not for
 * all of them together. At one instant servers come before callbacks.
 */
final class Playback {
  /** Beyond every instant. */
  static final long THE_END = Long.MAX_VALUE;

  private final Acceptor acceptor;
  private final ImmutableList<ServerEvent> server;
  private final ImmutableList<TracedCallback> callbacks;

  private int shown;
  private int told;

  Playback(Trace trace, Acceptor acceptor) {
    this.acceptor = acceptor;
    this.server = inOrder(trace.server(), ServerEvent::atMillis);
    this.callbacks = inOrder(trace.callbacks(), TracedCallback::atMillis);
  }

  /** Hands over what comes before an instant. */
  void goOnTo(long millis) {
    while (true) {
      long shownMillis = shown < server.size() ? server.get(shown).atMillis() : THE_END;
      long toldMillis = told < callbacks.size() ? callbacks.get(told).atMillis() : THE_END;
      if (Math.min(shownMillis, toldMillis) >= millis) {
        return;
      }
      if (shownMillis <= toldMillis) {
        acceptor.server(server.get(shown));
        shown++;
      } else {
        acceptor.callback(callbacks.get(told));
        told++;
      }
    }
  }

  private static <T> ImmutableList<T> inOrder(ImmutableList<T> all, ToLongFunction<T> atMillis) {
    Comparator<T> byTime = Comparator.comparingLong(atMillis);
    return Comparators.isInOrder(all, byTime) ? all : ImmutableList.sortedCopyOf(byTime, all);
  }
}
