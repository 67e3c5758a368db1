package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;

/**
 * What was observed in one run of a scenario, in order.
 *
 * @param callbacks what the apps were told; per user in the order in which its app was called
 * @param server what the servers saw, in time order; empty where a port shows none
 */
public record Trace(ImmutableList<TracedCallback> callbacks, ImmutableList<ServerEvent> server) {

  /** What a callback takes beside its texts, in characters. */
  private static final int CALLBACK_CHARACTERS = 64;

  /** The same, with only the first callbacks: as many as fit into so many characters. */
  public Trace first(int characters) {
    int left = characters;
    int kept = 0;
    while (kept < callbacks.size() && left >= size(callbacks.get(kept))) {
      left -= size(callbacks.get(kept));
      kept++;
    }
    return kept == callbacks.size() ? this : new Trace(callbacks.subList(0, kept), server);
  }

  private static int size(TracedCallback one) {
    return CALLBACK_CHARACTERS + one.callback().name().length();
  }
}
