package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** What was done and what was seen, in few words, and what the oracle says of it. Immutable. */
record Trial(
    Scenario scenario,
    Trace trace,
    Profile profile,
    ImmutableSet<Feature> features,
    Tolerance tolerance) {

  /** Users 1, 2 and so on, that all join at 0. */
  static Trial joined(Platform... platforms) {
    Trial trial = of(platforms);
    for (int uid = 1; uid <= platforms.length; uid++) {
      trial = trial.step(0, Action.JOIN, uid);
    }
    return trial;
  }

  /** Users 1, 2 and so on, that have done nothing yet. */
  static Trial of(Platform... platforms) {
    return new Trial(
        ImmutableScenario.builder()
            .addAllParticipants(
                IntStream.range(0, platforms.length)
                    .mapToObj(i -> new Participant(UserId.of(i + 1), platforms[i]))
                    .toList())
            .untilMillis(60_000)
            .build(),
        new Trace(ImmutableList.of(), ImmutableList.of()),
        Profiles.AGORA_2019_05,
        ImmutableSet.of(),
        Tolerance.EXACT);
  }

  Trial within(long earlyMillis, long lateMillis) {
    return new Trial(scenario, trace, profile, features, new Tolerance(earlyMillis, lateMillis));
  }

  Trial with(Feature... declared) {
    return new Trial(scenario, trace, profile, ImmutableSet.copyOf(declared), tolerance);
  }

  Trial under(Profile other) {
    return new Trial(scenario, trace, other, features, tolerance);
  }

  Trial until(long millis) {
    return doing(ImmutableScenario.copyOf(scenario).withUntilMillis(millis));
  }

  Trial servers(String... servers) {
    return doing(ImmutableScenario.copyOf(scenario).withServers(servers));
  }

  Trial step(long atMillis, Action action, long uid) {
    return step(Step.of(atMillis, action, UserId.of(uid)));
  }

  Trial step(Step step) {
    return doing(
        ImmutableScenario.copyOf(scenario)
            .withSteps(Iterables.concat(scenario.steps(), List.of(step))));
  }

  private Trial doing(Scenario other) {
    return new Trial(other, trace, profile, features, tolerance);
  }

  /** The user's app is told something of the user itself. */
  Trial told(long atMillis, long uid, String name) {
    return told(atMillis, uid, new Callback(name, Optional.empty(), Optional.empty()));
  }

  /** The user's app is told something of another user. */
  Trial told(long atMillis, long uid, String name, long peer) {
    return told(atMillis, uid, new Callback(name, Optional.of(UserId.of(peer)), Optional.empty()));
  }

  Trial told(long atMillis, long uid, String name, long peer, Reason reason) {
    return told(
        atMillis, uid, new Callback(name, Optional.of(UserId.of(peer)), Optional.of(reason)));
  }

  private Trial told(long atMillis, long uid, Callback callback) {
    return seeing(
        new Trace(
            ImmutableList.<TracedCallback>builder()
                .addAll(trace.callbacks())
                .add(new TracedCallback(atMillis, UserId.of(uid), callback))
                .build(),
            trace.server()));
  }

  Trial destroyed(long atMillis, String channel) {
    return shown(new ServerEvent.ChannelDestroyed(atMillis, channel));
  }

  Trial tried(long atMillis, long uid, String server) {
    return shown(new ServerEvent.ConnectAttempt(atMillis, UserId.of(uid), server));
  }

  private Trial shown(ServerEvent event) {
    return seeing(
        new Trace(
            trace.callbacks(),
            ImmutableList.<ServerEvent>builder().addAll(trace.server()).add(event).build()));
  }

  private Trial seeing(Trace other) {
    return new Trial(scenario, other, profile, features, tolerance);
  }

  Judgement judge() {
    return new Oracle(profile, features, tolerance).judge(scenario, trace);
  }

  void assertAccepted() {
    assertRefused();
  }

  /** The oracle finds these differences and no other. */
  void assertRefused(String... messages) {
    Judgement judgement = judge();
    assertEquals(
        List.of(messages), judgement.divergences().stream().map(Divergence::message).toList());
    assertEquals(messages.length == 0, judgement.conforms());
  }
}
