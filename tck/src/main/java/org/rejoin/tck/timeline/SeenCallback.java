package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.timeline.Timeline.Status;

/**
 * A callback of a trace, with the expectation that it met as the trace was judged. Nothing is
 * decided here.
 *
 * @param callback what was seen, and when
 * @param met the expectation that it met; empty if nothing called for it
 */
public record SeenCallback(TracedCallback callback, Optional<Expectation> met) {

  /**
   * All callbacks of a trace, in its order.
   *
   * @param expected what was required or permitted of it, each with what was seen for it
   */
  public static ImmutableList<SeenCallback> all(Trace seen, ImmutableList<Expectation> expected) {
    Map<TracedCallback, Deque<Expectation>> met = new HashMap<>();
    for (Expectation one : expected) {
      one.met()
          .ifPresent(
              by -> met.computeIfAbsent(by.callback(), unused -> new ArrayDeque<>(1)).add(one));
    }
    return seen.callbacks().stream()
        .map(
            callback ->
                new SeenCallback(
                    callback,
                    Optional.ofNullable(met.get(callback))
                        .flatMap(all -> Optional.ofNullable(all.poll()))))
        .collect(ImmutableList.toImmutableList());
  }

  /** How it compares to what was expected. */
  public Status status() {
    return met.map(SeenCallback::status).orElse(Status.UNEXPECTED);
  }

  /** Whether it is a difference that it was seen, or when. */
  public boolean isDifference() {
    return switch (status()) {
      case AS_EXPECTED, PERMITTED -> false;
      case WRONG_ORDER, UNEXPECTED, MISSING -> true;
    };
  }

  private static Status status(Expectation met) {
    if (!met.met().map(Expectation.Met::inOrder).orElse(true)) {
      return Status.WRONG_ORDER;
    }
    return switch (met.level()) {
      case REQUIRED -> Status.AS_EXPECTED;
      case PERMITTED -> Status.PERMITTED;
    };
  }
}
