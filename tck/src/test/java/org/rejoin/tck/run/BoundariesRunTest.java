package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Boundaries;
import org.rejoin.tck.scenario.Scenario;

/** The boundaries of constants that the default profile does not have, on ports. */
class BoundariesRunTest {
  private static final Profile LIVE =
      ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withLiveGoneAfterMillis(30_000);

  @Test
  void theReferencePassesThoseOfALiveWindowAndOfGivingUp() {
    for (Profile profile : List.of(LIVE, Profiles.AGORA_2020_TIMELINE, Profiles.AGORA_CURRENT)) {
      RunResult result =
          new ConformanceRun(new ReferencePort(), profile).run(Boundaries.checks(profile), 1);
      assertEquals(List.of(), result.failures(), profile.toString());
    }
  }

  @Test
  void aPortThatForgetsTheLiveWindowFailsThere() {
    Port forgetful = new PortUnder(Profiles.AGORA_2019_05, new ReferencePort());
    List<Failure> failures =
        new ConformanceRun(forgetful, LIVE).run(Boundaries.checks(LIVE), 1).failures();
    assertEquals(
        Set.of("live-gone"),
        failures.stream()
            .map(failure -> failure.check().id().split("/", -1)[1])
            .collect(Collectors.toSet()));
    assertEquals(
        "android user 2 last heard user 1 at 5.000 s, so `onUserOffline(1, dropped)` is due at"
            + " 35.000 s; seen at 25.000 s",
        failures.stream()
            .filter(failure -> failure.check().id().endsWith("ios-android/drop/30001"))
            .map(Failure::message)
            .collect(Collectors.joining()));
  }

  /** A port that plays by another profile than the one that it is told. */
  private record PortUnder(Profile other, Port port) implements Port {
    @Override
    public Hello hello() {
      return port.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return port.run(scenario, other);
    }
  }
}
