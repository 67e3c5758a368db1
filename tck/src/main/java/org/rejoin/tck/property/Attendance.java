package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Who is in which channel from when to when, as the script alone says. Immutable. */
final class Attendance {
  private final ImmutableListMultimap<UserId, Stretch> stretches;

  private Attendance(ImmutableListMultimap<UserId, Stretch> stretches) {
    this.stretches = stretches;
  }

  /**
   * Some time, longer than an instant, in which nothing changed for a user in a channel.
   *
   * @param fromMillis its first instant
   * @param toMillis its end
   * @param isLast whether it lasts to the end of the scenario and nothing has ended it
   * @param session which of the user's sessions it belongs to, from 1
   * @param channel which channel
   * @param audible whether others hear the user
   * @param hears whether the user hears others
   */
  record Stretch(
      long fromMillis,
      long toMillis,
      boolean isLast,
      int session,
      String channel,
      boolean audible,
      boolean hears) {

    boolean overlaps(Stretch other) {
      return channel.equals(other.channel)
          && Math.max(fromMillis, other.fromMillis) < Math.min(toMillis, other.toMillis);
    }
  }

  static Attendance of(Scenario scenario) {
    ImmutableListMultimap.Builder<UserId, Stretch> stretches = ImmutableListMultimap.builder();
    Map<UserId, Whereabouts> users = new HashMap<>();
    Map<UserId, Long> sinceMillis = new HashMap<>();
    for (Participant who : scenario.participants()) {
      users.put(who.uid(), new Whereabouts());
      sinceMillis.put(who.uid(), 0L);
    }
    for (Step step : scenario.steps()) {
      Whereabouts user = users.getOrDefault(step.uid(), new Whereabouts());
      long fromMillis = sinceMillis.getOrDefault(step.uid(), 0L);
      stretch(user, fromMillis, step.atMillis(), false)
          .ifPresent(it -> stretches.put(step.uid(), it));
      user.apply(step);
      sinceMillis.put(step.uid(), step.atMillis());
    }
    users.forEach(
        (uid, user) ->
            stretch(user, sinceMillis.getOrDefault(uid, 0L), scenario.untilMillis(), true)
                .ifPresent(it -> stretches.put(uid, it)));
    return new Attendance(stretches.build());
  }

  private static Optional<Stretch> stretch(
      Whereabouts user, long fromMillis, long toMillis, boolean isLast) {
    return user.channel()
        .filter(unused -> fromMillis < toMillis)
        .map(
            channel ->
                new Stretch(
                    fromMillis,
                    toMillis,
                    isLast,
                    user.session(),
                    channel,
                    user.isAudible(),
                    user.hears()));
  }

  /** Of one user, in time order. */
  ImmutableList<Stretch> of(UserId user) {
    return stretches.get(user);
  }

  /** Of all users, in no order. */
  ImmutableList<Stretch> all() {
    return stretches.values().asList();
  }

  /** What a user is in at the end of the scenario. */
  Optional<Stretch> last(UserId user) {
    return of(user).stream().filter(Stretch::isLast).findFirst();
  }
}
