package org.rejoin.tck.property;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import org.rejoin.api.Callback;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;

/** The users of a scenario, and the words for them and for what they are told. Immutable. */
final class People {
  private final ImmutableMap<UserId, Platform> platforms;

  People(Scenario scenario) {
    this.platforms =
        scenario.participants().stream()
            .collect(ImmutableMap.toImmutableMap(Participant::uid, Participant::platform));
  }

  Platform platform(UserId user) {
    Platform platform = platforms.get(user);
    if (platform == null) {
      throw new IllegalArgumentException("nobody has uid " + user);
    }
    return platform;
  }

  Family family(UserId user) {
    return platform(user).family();
  }

  /** Such as {@code web user 2}. */
  String named(UserId user) {
    return platform(user).id() + " user " + user;
  }

  /** Such as {@code 15.000 s}. */
  static String time(long millis) {
    return String.format(Locale.ROOT, "%.3f s", millis / 1_000.0);
  }

  /** Such as {@code `stream-removed(1)`}. */
  static String told(Callback callback) {
    String peer = callback.peer().map(UserId::toString).orElse("");
    String reason =
        callback.reason().map(why -> ", " + why.name().toLowerCase(Locale.ROOT)).orElse("");
    return "`" + callback.name() + "(" + peer + reason + ")`";
  }
}
