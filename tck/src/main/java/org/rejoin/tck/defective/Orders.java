package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Traces that differ from others in what is free. */
final class Orders {
  private static final Comparator<TracedCallback> REVERSED =
      Comparator.comparingLong(TracedCallback::atMillis)
          .thenComparing(TracedCallback::uid, Comparator.reverseOrder())
          .thenComparing(seen -> seen.callback().peer().isPresent())
          .thenComparing(Orders::peer, Comparator.reverseOrder());

  private Orders() {}

  /**
   * The same trace, and at each instant the last user first. What one is told of itself stays first
   * and what it is told of one user stays in order.
   */
  static Trace reversed(Trace trace) {
    return new Trace(ImmutableList.sortedCopyOf(REVERSED, trace.callbacks()), trace.server());
  }

  private static UserId peer(TracedCallback seen) {
    return seen.callback().peer().orElse(seen.uid());
  }

  /** The same trace without what servers see. */
  static Trace withoutServer(Trace trace) {
    return new Trace(trace.callbacks(), ImmutableList.of());
  }
}
