package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.rejoin.api.Callback;
import org.rejoin.api.Profile;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.TracedCallback;

/** Tells anybody anything at any time, each time something else. */
final class Noise extends Altered {
  private static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "onConnectionInterrupted",
          "onConnectionLost",
          "didRejoinChannel",
          "onRejoinChannelSuccess",
          "onUserOffline",
          "didJoinedOfUid",
          "stream-added",
          "stream-removed",
          "peer-leave",
          "",
          "noSuchCallback");

  private final SplittableRandom random = new SplittableRandom(1);

  @Override
  ImmutableList<TracedCallback> callbacks(
      Scenario scenario, Profile profile, ImmutableList<TracedCallback> right) {
    return IntStream.range(0, random.nextInt(20))
        .mapToObj(unused -> callback(scenario))
        .sorted(Comparator.comparingLong(TracedCallback::atMillis))
        .collect(ImmutableList.toImmutableList());
  }

  private TracedCallback callback(Scenario scenario) {
    return new TracedCallback(
        random.nextLong(scenario.untilMillis() + 1),
        user(scenario),
        new Callback(
            NAMES.get(random.nextInt(NAMES.size())),
            random.nextBoolean() ? Optional.of(user(scenario)) : Optional.empty(),
            random.nextBoolean() ? Optional.of(Reason.QUIT) : Optional.empty()));
  }

  /** Perhaps itself. */
  private UserId user(Scenario scenario) {
    return scenario.participants().get(random.nextInt(scenario.participants().size())).uid();
  }
}
