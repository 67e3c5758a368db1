package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Holds two traces of a port beside each other. */
final class Traces {
  private Traces() {}

  /**
   * In what a second trace differs from the first, in a sentence; empty if in nothing. With a real
   * clock the times may differ, and users are compared one by one.
   */
  static Optional<String> difference(Trace first, Trace second, Hello.Clock clock) {
    return users(first, second).stream()
        .flatMap(user -> difference(of(first, user), of(second, user), user, clock).stream())
        .findFirst();
  }

  /** When the last of the callbacks came that a quiet scenario has not; empty if there is none. */
  static Optional<Long> lastOfItsOwnMillis(Trace trace, Trace quiet) {
    ImmutableSet<String> known =
        quiet.callbacks().stream().map(Traces::who).collect(ImmutableSet.toImmutableSet());
    return trace.callbacks().stream()
        .filter(one -> !known.contains(who(one)))
        .map(TracedCallback::atMillis)
        .max(Long::compare);
  }

  /** A time of a scenario or of the wall, in seconds. */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f s", millis / 1_000.0);
  }

  /** The same of a duration. */
  static String seconds(Duration duration) {
    return seconds(duration.toMillis());
  }

  private static Optional<String> difference(
      ImmutableList<TracedCallback> first,
      ImmutableList<TracedCallback> second,
      UserId user,
      Hello.Clock clock) {
    for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
      Optional<TracedCallback> was = at(first, i);
      Optional<TracedCallback> is = at(second, i);
      if (!was.map(one -> key(one, clock)).equals(is.map(one -> key(one, clock)))) {
        return Optional.of(
            "user " + user + " was told " + shown(was) + " at first and " + shown(is) + " later");
      }
    }
    return Optional.empty();
  }

  private static ImmutableSet<UserId> users(Trace first, Trace second) {
    return ImmutableList.of(first, second).stream()
        .flatMap(trace -> trace.callbacks().stream())
        .map(TracedCallback::uid)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableList<TracedCallback> of(Trace trace, UserId user) {
    return trace.callbacks().stream()
        .filter(one -> one.uid().equals(user))
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<TracedCallback> at(ImmutableList<TracedCallback> list, int index) {
    return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }

  private static String who(TracedCallback one) {
    return one.uid() + " " + one.callback();
  }

  private static String key(TracedCallback one, Hello.Clock clock) {
    return switch (clock) {
      case VIRTUAL -> one.atMillis() + " " + one.callback();
      case REAL -> String.valueOf(one.callback());
    };
  }

  private static String shown(Optional<TracedCallback> one) {
    return one.map(
            told ->
                told.callback().name()
                    + told.callback().peer().map(peer -> "(" + peer + ")").orElse("")
                    + " at "
                    + seconds(told.atMillis()))
        .orElse("nothing");
  }
}
