package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Ports that say they live in real time, and are as late or early as such a port may be (D-44). */
final class RealClocks {
  private RealClocks() {}

  static ImmutableList<Variant> all() {
    return ImmutableList.of(
        of(
            "real-clock-late",
            "on a real clock everything is told 600 ms late (D-44)",
            (scenario, profile) -> late(scenario, Spoilt.run(scenario, profile), 600)),
        of(
            "real-clock-early",
            "on a real clock deadlines fall 250 ms early, since the last packet did (D-44)",
            Quirks.shift(RealClocks::isDeadline, -250)));
  }

  private static Variant of(String id, String sentence, Behaviour behaviour) {
    return new Variant(
        id,
        sentence,
        Profiles.AGORA_2019_05,
        () ->
            new BehavingPort(
                BehavingPort.bare(id)
                    .clock(Hello.Clock.REAL)
                    .timeScale(0.1)
                    .addAllFeatures(Variants.without(Feature.ATTEMPTS))
                    .build(),
                behaviour));
  }

  private static Trace late(Scenario scenario, Trace right, long millis) {
    return new Trace(
        right.callbacks().stream()
            .map(
                seen ->
                    new TracedCallback(
                        seen.atMillis() == 0 ? 0 : seen.atMillis() + millis,
                        seen.uid(),
                        seen.callback()))
            .filter(seen -> seen.atMillis() <= scenario.untilMillis())
            .collect(ImmutableList.toImmutableList()),
        right.server());
  }

  /** Whether something is told because time has passed, and not because something was heard. */
  private static boolean isDeadline(Said said) {
    return switch (said.kind()) {
      case INTERRUPTED, LOST -> true;
      case USER_DROPPED -> said.me().heardFromMillis < said.atMillis() - 250;
      case REJOINED, USER_QUIT, USER_JOINED -> false;
    };
  }
}
