package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Callback names and what they carry. */
final class Names {
  private static final ImmutableMap<String, String> APPLE_TO_AWL =
      ImmutableMap.of(
          "rtcEngineConnectionDidInterrupted", "onConnectionInterrupted",
          "rtcEngineConnectionDidLost", "onConnectionLost",
          "didOfflineOfUid", "onUserOffline",
          "didJoinedOfUid", "onUserJoined");

  private Names() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("names");
    addSwapped(theme);
    addWeb(theme);
    return theme.all();
  }

  private static void addSwapped(Theme theme) {
    theme
        .add(
            "apple-names-of-the-others",
            "iOS and macOS use the names of Android, Windows and Linux",
            Spoilt.name(
                (platform, name) ->
                    platform.family() == Family.APPLE
                        ? APPLE_TO_AWL.getOrDefault(name, name)
                        : name))
        .add(
            "awl-names-of-apple",
            "Android, Windows and Linux use the names of iOS and macOS",
            Spoilt.name(
                (platform, name) ->
                    platform.family() == Family.AWL
                        ? APPLE_TO_AWL.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(name))
                            .map(entry -> entry.getKey())
                            .findFirst()
                            .orElse(name)
                        : name))
        .add(
            "interrupted-and-lost-names-exchanged",
            "the names of interrupted and lost are exchanged",
            Spoilt.name(
                (platform, name) ->
                    name.contains("Interrupted")
                        ? name.replace("Interrupted", "Lost")
                        : name.replace("Lost", "Interrupted")))
        .add(
            "offline-and-joined-names-exchanged",
            "the names of gone and back are exchanged",
            Spoilt.callbacks((platform, said) -> exchange(said)))
        .add(
            "ios-rejoins-under-the-shipped-android-name",
            "iOS and macOS say onRejoinChannelSuccess",
            Spoilt.name(
                (platform, name) ->
                    platform.family() == Family.APPLE && name.equals("didRejoinChannel")
                        ? "onRejoinChannelSuccess"
                        : name))
        .add(
            "awl-rejoins-under-a-made-up-name",
            "Android, Windows and Linux say onRejoinChannel",
            Spoilt.name(
                (platform, name) ->
                    platform.family() == Family.AWL && name.equals("didRejoinChannel")
                        ? "onRejoinChannel"
                        : name))
        .add(
            "names-in-lower-case",
            "Linux writes its callbacks in lower case",
            Spoilt.name(
                (platform, name) ->
                    platform == Platform.LINUX ? name.toLowerCase(Locale.ROOT) : name));
  }

  private static Callback exchange(Callback said) {
    String name =
        switch (said.name()) {
          case "onUserOffline" -> "onUserJoined";
          case "onUserJoined" -> "onUserOffline";
          case "didOfflineOfUid" -> "didJoinedOfUid";
          case "didJoinedOfUid" -> "didOfflineOfUid";
          case "stream-removed" -> "stream-added";
          case "stream-added" -> "stream-removed";
          default -> said.name();
        };
    return new Callback(name, said.peer(), said.reason());
  }

  private static Scenario webAsAndroid(Scenario scenario) {
    return ImmutableScenario.copyOf(scenario)
        .withSteps(
            scenario.steps().stream()
                .map(Names::withoutContext)
                .collect(ImmutableList.toImmutableList()))
        .withParticipants(
            scenario.participants().stream()
                .map(who -> isWeb(who) ? new Participant(who.uid(), Platform.ANDROID) : who)
                .collect(ImmutableList.toImmutableList()));
  }

  /** A page is closed on Web only. */
  private static Step withoutContext(Step step) {
    return new Step(
        step.atMillis(),
        step.action(),
        step.uid(),
        step.channel(),
        step.direction(),
        Optional.empty(),
        step.server(),
        step.peer());
  }

  private static boolean isWeb(Participant who) {
    return who.platform() == Platform.WEB;
  }

  /** A trace, and what Web users are told of themselves in another. */
  private static Trace merge(Scenario scenario, Trace right, Trace other) {
    ImmutableSet<UserId> web =
        scenario.participants().stream()
            .filter(Names::isWeb)
            .map(Participant::uid)
            .collect(ImmutableSet.toImmutableSet());
    List<TracedCallback> all = new ArrayList<>(right.callbacks());
    other.callbacks().stream()
        .filter(seen -> web.contains(seen.uid()) && seen.callback().peer().isEmpty())
        .forEach(all::add);
    all.sort(Comparator.comparingLong(TracedCallback::atMillis));
    return new Trace(ImmutableList.copyOf(all), right.server());
  }

  /** Of all that Android is told of itself, Web is told this. */
  private static Behaviour webTold(String name) {
    return (scenario, profile) -> {
      Trace other = Spoilt.run(webAsAndroid(scenario), profile);
      return merge(
          scenario,
          Spoilt.run(scenario, profile),
          new Trace(
              other.callbacks().stream()
                  .filter(seen -> seen.callback().name().equals(name))
                  .collect(ImmutableList.toImmutableList()),
              other.server()));
    };
  }

  private static void addWeb(Theme theme) {
    theme
        .add(
            "web-told-of-its-own-outage",
            "Web is told of its own outage as Android is",
            (scenario, profile) ->
                merge(
                    scenario,
                    Spoilt.run(scenario, profile),
                    Spoilt.run(webAsAndroid(scenario), profile)))
        .add(
            "web-told-that-it-is-lost",
            "Web is told that it is lost, and nothing else of its own outage",
            webTold("onConnectionLost"))
        .add(
            "web-told-that-it-rejoined",
            "Web is told that it rejoined, and nothing else of its own outage",
            webTold("didRejoinChannel"))
        .add(
            "web-time-out-as-peer-leave",
            "Web is told peer-leave of who falls silent",
            Spoilt.name((platform, name) -> name.equals("stream-removed") ? "peer-leave" : name))
        .add(
            "web-goodbye-as-stream-removed",
            "Web is told stream-removed of who says goodbye",
            Spoilt.name((platform, name) -> name.equals("peer-leave") ? "stream-removed" : name))
        .add(
            "web-back-as-peer-online",
            "Web is told peer-online of who is back",
            Spoilt.name((platform, name) -> name.equals("stream-added") ? "peer-online" : name));
  }
}
