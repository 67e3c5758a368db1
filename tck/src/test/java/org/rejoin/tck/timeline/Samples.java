package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Scenarios that are worth looking at, and what the reference does in them. */
final class Samples {
  static final Profile DEFAULT = Profiles.AGORA_2019_05;
  private static final ImmutableSet<Feature> ALL = ImmutableSet.copyOf(Feature.values());

  private Samples() {}

  /** A scenario whose users, 1 and up, are on these platforms and join at once. */
  static ImmutableScenario.Builder joined(String name, Platform... platforms) {
    ImmutableScenario.Builder scenario = ImmutableScenario.builder().name(name);
    for (int i = 0; i < platforms.length; i++) {
      scenario.addParticipants(new Participant(UserId.of(i + 1), platforms[i]));
      scenario.addSteps(step(0, Action.JOIN, i + 1));
    }
    return scenario;
  }

  static Step step(long atMillis, Action action, int uid) {
    return Step.of(atMillis, action, UserId.of(uid));
  }

  static Scenario droppedFor12s() {
    return joined("android dropped for 12 s", Platform.ANDROID, Platform.WEB, Platform.IOS)
        .addSteps(step(5_000, Action.DROP, 1), step(17_000, Action.RESTORE, 1))
        .untilMillis(77_000)
        .build();
  }

  static Scenario droppedFor27s() {
    return joined("dropped for 27 s", Platform.ANDROID, Platform.WEB, Platform.IOS)
        .addSteps(step(5_000, Action.DROP, 1), step(32_000, Action.RESTORE, 1))
        .untilMillis(45_000)
        .build();
  }

  static Scenario killedWhileCutOff() {
    return joined("killed while cut off", Platform.IOS, Platform.WEB, Platform.LINUX)
        .addSteps(step(3_000, Action.DROP, 1), step(11_000, Action.KILL, 1))
        .addSteps(step(30_000, Action.RESTART, 1), step(31_000, Action.RESTORE, 1))
        .addSteps(step(34_000, Action.LEAVE, 2))
        .untilMillis(40_000)
        .build();
  }

  static Scenario overlapping() {
    return joined("overlapping", Platform.ANDROID, Platform.WEB, Platform.MACOS, Platform.WINDOWS)
        .addSteps(step(5_000, Action.DROP, 1))
        .addSteps(step(8_000, Action.DROP, 3).withDirection(Direction.UPLINK))
        .addSteps(step(12_000, Action.DROP, 2), step(16_000, Action.RESTORE, 1))
        .addSteps(step(24_000, Action.RESTORE, 2), step(33_000, Action.RESTORE, 3))
        .addSteps(step(36_000, Action.DROP, 4).withDirection(Direction.DOWNLINK))
        .addSteps(step(44_000, Action.RESTORE, 4), step(47_000, Action.KILL, 3))
        .untilMillis(55_000)
        .build();
  }

  static Scenario cutOffFor25Minutes() {
    return joined("cut off for 25 minutes", Platform.ANDROID, Platform.WEB)
        .addServers("s1", "s2", "s3")
        .addSteps(step(5_000, Action.DROP, 1))
        .addSteps(step(1_505_000, Action.RESTORE, 1).withServer("s2"))
        .addSteps(step(1_510_000, Action.KILL, 1), step(1_510_000, Action.KILL, 2))
        .untilMillis(1_530_000)
        .build();
  }

  static Trace referenceTrace(Scenario scenario) {
    Answer answer = new ReferencePort().run(scenario, DEFAULT);
    return ((Answer.Ran) answer).trace();
  }

  static Timeline ofReference(Scenario scenario) {
    return judged(scenario, referenceTrace(scenario));
  }

  static Timeline judged(Scenario scenario, Trace trace) {
    return Timeline.of(
        scenario, trace, new Oracle(DEFAULT, ALL).judge(scenario, trace).expected(), DEFAULT);
  }

  /** The reference with three mistakes: lost is forgotten, removed late, joined said twice. */
  static Timeline failing() {
    Scenario scenario = droppedFor27s();
    List<TracedCallback> callbacks = new ArrayList<>(referenceTrace(scenario).callbacks());
    callbacks.removeIf(it -> it.callback().name().equals("onConnectionLost"));
    callbacks.replaceAll(
        it ->
            it.callback().name().equals("stream-removed")
                ? new TracedCallback(25_000, it.uid(), it.callback())
                : it);
    callbacks.add(callback(32_000, 3, "didJoinedOfUid", 1));
    return judged(scenario, new Trace(ImmutableList.copyOf(callbacks), ImmutableList.of()));
  }

  /** Names and channels that a port made up to do harm. */
  static Timeline hostile() {
    Scenario scenario = joined("敵対的 <b>&amp;\u202E", Platform.WEB).untilMillis(9_000).build();
    ImmutableList<TracedCallback> callbacks =
        ImmutableList.of(
            callback(1_000, 1, "</text><script>alert(1)</script>\u001B[31m频道\u0000", 2),
            callback(1_000, 1, "\uD800\uFFFF\u2028\u2066" + "x".repeat(100_000), 2),
            callback(2_000, 1, "\" onload=\"alert(1)' ]]>", 2),
            callback(Long.MAX_VALUE, 1, "e" + "\u0301".repeat(500), 2));
    ServerEvent destroyed = new ServerEvent.ChannelDestroyed(3_000, "<x>\u0007频道\r\n");
    return Timeline.of(
        scenario, new Trace(callbacks, ImmutableList.of(destroyed)), ImmutableList.of(), DEFAULT);
  }

  static TracedCallback callback(long atMillis, int uid, String name, long peer) {
    Callback callback = new Callback(name, Optional.of(UserId.of(peer)), Optional.empty());
    return new TracedCallback(atMillis, UserId.of(uid), callback);
  }

  static TracedCallback callback(long atMillis, int uid, String name) {
    Callback callback = new Callback(name, Optional.empty(), Optional.empty());
    return new TracedCallback(atMillis, UserId.of(uid), callback);
  }
}
