package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rejoin.api.Callback;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;

/**
 * The words of divergences: sentences for a person, with times in seconds. Why something is due is
 * known when it comes up and hardly ever said, so those remember what they need and speak when they
 * are asked.
 */
final class Sentences {
  private static final ImmutableSet<Event.Kind> QUIT = Sets.immutableEnumSet(Event.Kind.USER_QUIT);

  private Sentences() {}

  /** Such as {@code 15.000 s}. */
  static String time(long millis) {
    return millis / 1000 + "." + String.valueOf(1000 + millis % 1000).substring(1) + " s";
  }

  /** Such as {@code `stream-removed(1)`}. */
  static String callback(Callback callback) {
    String peer = callback.peer().map(UserId::toString).orElse("");
    String reason =
        callback.reason().map(why -> ", " + why.name().toLowerCase(Locale.ROOT)).orElse("");
    return "`" + callback.name() + "(" + peer + (peer.isEmpty() ? "" : reason) + ")`";
  }

  /** Why something is due, and when. */
  static String due(Open open) {
    Expectation due = open.expectation();
    return open.because().get()
        + ", so "
        + callback(due.callback())
        + " is due at "
        + time(due.atMillis());
  }

  static Supplier<String> serverSilent(Seat seat) {
    long sinceMillis = seat.lastDataMillis;
    return () -> seat + " last heard the server at " + time(sinceMillis);
  }

  static Supplier<String> serverHeard(Seat seat, long nowMillis) {
    return () -> seat + " was interrupted and hears the server again at " + time(nowMillis);
  }

  static Supplier<String> userSilent(Seat seat, Pair pair) {
    long sinceMillis = pair.lastHeardMillis;
    return pair.announced
        ? () ->
            seat
                + " was told of user "
                + pair.peer
                + " at "
                + time(sinceMillis)
                + " and has not heard it"
        : () -> seat + " last heard user " + pair.peer + " at " + time(sinceMillis);
  }

  static Supplier<String> foundSilent(Seat seat, Pair pair, long nowMillis) {
    Supplier<String> silent = userSilent(seat, pair);
    return () ->
        silent.get() + ", and finds it absent when it hears the server again at " + time(nowMillis);
  }

  static Supplier<String> goodbye(Seat seat, Pair pair, Cause cause, long nowMillis) {
    return cause == Cause.KILLED_APPLE
        ? () ->
            seat
                + " is there when user "
                + pair.peer
                + " is killed at "
                + time(nowMillis)
                + ", which on iOS and macOS is a goodbye"
        : () -> seat + " got the goodbye of user " + pair.peer + " at " + time(nowMillis);
  }

  static Supplier<String> back(Seat seat, Pair pair, long nowMillis) {
    return () ->
        seat
            + " was told that user "
            + pair.peer
            + " is gone, and hears it again at "
            + time(nowMillis);
  }

  static Supplier<String> met(Seat seat, Pair pair, long nowMillis) {
    return () -> seat + " hears user " + pair.peer + " for the first time at " + time(nowMillis);
  }

  /** Why nothing local is due. */
  static String nothingLocal(Seat seat, ImmutableSet<Event.Kind> kinds) {
    if (!seat.inSession()) {
      return notInSession(seat);
    }
    if (kinds.contains(Event.Kind.REJOINED) && seat.reached == Seat.Outage.YOUNG) {
      return seat + " was not interrupted in this session";
    }
    return seat.isDeaf()
        ? serverSilent(seat).get()
        : seat + " hears the server and has been told all there was";
  }

  /** Why nothing about a user is due. */
  static String nothingRemote(Seat seat, Pair pair, ImmutableSet<Event.Kind> kinds) {
    if (!seat.inSession()) {
      return notInSession(seat);
    }
    if (!pair.met) {
      return seat + " never heard of user " + pair.peer + " in this session";
    }
    if (pair.gone) {
      return seat + " was told already that user " + pair.peer + " is gone";
    }
    if (pair.heard) {
      return seat + " hears user " + pair.peer + " and was not told otherwise";
    }
    if (seat.isDeaf()) {
      return userSilent(seat, pair).get() + ", and is cut off itself";
    }
    return userSilent(seat, pair).get()
        + (kinds.equals(QUIT) ? ", and no goodbye of user " + pair.peer + " arrived" : "");
  }

  private static String notInSession(Seat seat) {
    return seat + (seat.dead ? " is dead" : " is in no channel");
  }

  static String names(Iterable<String> names) {
    return Streams.stream(names).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
