package org.rejoin.tck.guide;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** The SDK behind the kit's interface. */
public final class AcmePort implements Port {
  @Override
  public Hello hello() {
    return ImmutableHello.builder()
        .name("acme-android")
        .version("4.2.0")
        .addPlatforms(Platform.ANDROID)
        .view(Hello.View.CLIENT)
        .clock(Hello.Clock.VIRTUAL)
        .addFeatures(Feature.LEAVE, Feature.KILL)
        .addUnsupported(new Hello.Gap("attempts", "the SDK shows none", Optional.empty()))
        .build();
  }

  @Override
  public Answer run(Scenario scenario, Profile profile) {
    ManualScheduler time = new ManualScheduler();
    UserId user = scenario.participants().get(0).uid();
    ImmutableList.Builder<TracedCallback> seen = ImmutableList.builder();
    AcmeClient client =
        new AcmeClient(
            time, (name, peer) -> seen.add(callback(time.nowMillis(), user, name, peer)));
    for (Step step : scenario.steps()) {
      time.advanceTo(step.atMillis());
      apply(step, client);
    }
    time.advanceTo(scenario.untilMillis() + 1);
    return new Answer.Ran(new Trace(seen.build(), ImmutableList.of()));
  }

  private static void apply(Step step, AcmeClient client) {
    long peer = step.peer().map(UserId::value).orElse(0L);
    switch (step.action()) {
      case JOIN, RESTART -> client.join();
      case LEAVE, KILL -> client.end();
      case DROP -> client.disconnected();
      case RESTORE -> client.reconnected();
      case PEER_HEARD -> client.heard(peer);
      case PEER_SILENT -> client.silent(peer);
      case PEER_LEFT -> client.left(peer);
    }
  }

  private static TracedCallback callback(long atMillis, UserId user, String name, long peer) {
    Optional<UserId> about = peer == 0 ? Optional.empty() : Optional.of(UserId.of(peer));
    return new TracedCallback(atMillis, user, new Callback(name, about, Optional.empty()));
  }
}
