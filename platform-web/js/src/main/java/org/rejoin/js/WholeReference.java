package org.rejoin.js;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Event;
import org.rejoin.api.EventListener;
import org.rejoin.api.Family;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Input;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.core.Channel;
import org.rejoin.core.Client;
import org.rejoin.core.Reconnect;
import org.rejoin.platform.ios.IosCallbacks;
import org.rejoin.platform.ios.RtcEngineDelegate;
import org.rejoin.platform.nativesdk.NativeSdkCallbacks;
import org.rejoin.platform.nativesdk.RtcEngineEventHandler;
import org.rejoin.platform.web.WebClient;

/**
 * Names what api, core and the adapters offer and the module itself does not use. The compiler
 * looks at what can be reached alone, so the build compiles this too, throws the outcome away, and
 * is red when anything of it can't become JavaScript.
 */
final class WholeReference {
  private static final UserId USER = UserId.of(2);

  private WholeReference() {}

  /** Reaches all of it. */
  public static void main(String[] words) {
    Profile profile = ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withId("mine");
    Client client = new Client(UserId.of(1), Family.AWL, Mode.LIVE, profile);
    reachPackets(client);
    reachInputs(client);
    reachChannel(new Channel(profile));
    reachReconnect(new Reconnect(ImmutableList.of("one", "two"), attempt -> 1_000L * attempt));
    reachValues(profile);
    EventListener appleApp =
        new IosCallbacks<>(new RtcEngineDelegate<String>() {}, "engine", "channel", 0);
    EventListener awlApp =
        new NativeSdkCallbacks(new RtcEngineEventHandler() {}, profile, "channel", 0);
    WebClient webApp = new WebClient(profile);
    webApp.on("peer-leave", event -> reach(event.type(), event.uid()));
    webApp.off("peer-leave", event -> reach(event));
    for (Event.Kind kind : Event.Kind.values()) {
      Event event = new Event(kind, USER, 1);
      ImmutableList.of(appleApp, awlApp, webApp).forEach(listener -> listener.onEvent(event));
    }
  }

  private static void reachInputs(Client client) {
    for (Input.Kind kind : Input.Kind.values()) {
      Input input = new Input(kind, USER);
      reach(input, client.accept(input, 3), client.advanceTo(3), client.nextDeadline());
    }
  }

  private static void reachPackets(Client client) {
    reach(client.serverPacket(0), client.packet(USER, 1));
    reach(client.packet(client.indexOf(USER), 2), client.isInSession());
  }

  private static void reachChannel(Channel channel) {
    reach(channel.present(USER, 0), channel.absent(USER, 1), channel.advanceTo(2));
    reach(channel.users(), channel.nextDeadline());
  }

  private static void reachReconnect(Reconnect reconnect) {
    reconnect.start("one", 0);
    reach(reconnect.nextDeadline(), reconnect.advanceTo(10_000));
    reconnect.stop();
  }

  private static void reachValues(Profile profile) {
    for (Platform platform : Platform.values()) {
      PlatformAdapter adapter = Adapters.of(platform.family());
      reach(adapter.platforms(), adapter.table().rows(), adapter.table().family());
    }
    reach(
        Platform.ofId("web"),
        Profiles.ofId("mine"),
        profile.aliases(),
        USER.compareTo(UserId.of(3)));
    reach(profile.windowMillis(Family.WEB, Mode.LIVE), profile.channelDestroyedAfterMillis());
    reach(profile.thresholds(), profile.longestMillis());
  }

  private static void reach(Object... values) {
    for (Object value : values) {
      System.out.println(value + " " + value.hashCode() + " " + value.equals(USER));
    }
  }
}
