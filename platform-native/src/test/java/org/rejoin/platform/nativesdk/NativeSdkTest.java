package org.rejoin.platform.nativesdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rejoin.api.Callback;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;

/** Android, Windows and Linux say what the text says they say. */
class NativeSdkTest {
  private final PlatformAdapter adapter = new NativeSdkAdapter();

  @Test
  void everyKindHasItsPublishedCallback() {
    assertEquals(
        ImmutableMap.of(
            Event.Kind.INTERRUPTED, CallbackSignature.of("onConnectionInterrupted"),
            Event.Kind.LOST, CallbackSignature.of("onConnectionLost"),
            Event.Kind.REJOINED,
                CallbackSignature.of("didRejoinChannel", "channel", "uid", "elapsed"),
            Event.Kind.USER_DROPPED, CallbackSignature.of("onUserOffline", "uid", "reason"),
            Event.Kind.USER_QUIT, CallbackSignature.of("onUserOffline", "uid", "reason"),
            Event.Kind.USER_JOINED, CallbackSignature.of("onUserJoined", "uid", "elapsed")),
        adapter.table().rows());
  }

  @Test
  void aCallbackCarriesThePeerAndTheReason() {
    assertEquals(
        Optional.of(
            new Callback("onUserOffline", Optional.of(UserId.of(2)), Optional.of(Reason.QUIT))),
        callback(Event.Kind.USER_QUIT, 2, Profiles.AGORA_2019_05));
    assertEquals(
        Optional.of(
            new Callback("onUserOffline", Optional.of(UserId.of(2)), Optional.of(Reason.DROPPED))),
        callback(Event.Kind.USER_DROPPED, 2, Profiles.AGORA_2019_05));
    assertEquals(
        Optional.of(new Callback("onUserJoined", Optional.of(UserId.of(2)), Optional.empty())),
        callback(Event.Kind.USER_JOINED, 2, Profiles.AGORA_2019_05));
    assertEquals(
        Optional.of(new Callback("onConnectionLost", Optional.empty(), Optional.empty())),
        callback(Event.Kind.LOST, 1, Profiles.AGORA_2019_05));
  }

  @Test
  void aProfileMayPutAnotherNameInForce() {
    assertEquals(
        Optional.of(new Callback("didRejoinChannel", Optional.empty(), Optional.empty())),
        callback(Event.Kind.REJOINED, 1, Profiles.AGORA_2019_05));
    assertEquals(
        Optional.of(new Callback("onRejoinChannelSuccess", Optional.empty(), Optional.empty())),
        callback(Event.Kind.REJOINED, 1, Profiles.AGORA_CURRENT));
  }

  @Test
  void theServiceLoaderFindsItForItsPlatforms() {
    List<PlatformAdapter> found = ImmutableList.copyOf(ServiceLoader.load(PlatformAdapter.class));
    assertEquals(1, found.size());
    assertEquals(
        Set.of(Platform.ANDROID, Platform.WINDOWS, Platform.LINUX), found.get(0).platforms());
  }

  @Test
  void theHandlerHasAMethodForEveryNameAndAlias() {
    Set<String> names = new TreeSet<>(Set.of("onRejoinChannelSuccess"));
    adapter.table().rows().values().forEach(row -> names.add(row.name()));
    Set<String> methods = new TreeSet<>();
    Arrays.stream(RtcEngineEventHandler.class.getMethods())
        .map(Method::getName)
        .forEach(methods::add);
    assertEquals(names, methods);
  }

  @Test
  void everyEventReachesItsMethod() {
    assertEquals(
        List.of(
            "interrupted",
            "lost",
            "didRejoin room 1 9000",
            "joined 2 9000",
            "offline 2 1",
            "offline 2 0"),
        calls(Profiles.AGORA_2019_05));
  }

  @Test
  void theShippedNameIsCalledWhereItIsInForce() {
    assertEquals("rejoinSuccess room 1 9000", calls(Profiles.AGORA_2020_TIMELINE).get(2));
  }

  @ParameterizedTest(name = "{0} ms after the join: {1}")
  @CsvSource({
    "2147483646, 2147483646",
    "2147483647, 2147483647",
    "2147483648, 2147483647",
    "4294967296, 2147483647",
    "9007199254740992, 2147483647"
  })
  void elapsedStaysFullOnceItIs(long sinceJoinMillis, int elapsed) {
    List<Integer> told = new ArrayList<>();
    RtcEngineEventHandler handler =
        new RtcEngineEventHandler() {
          @Override
          public void didRejoinChannel(String channel, long uid, int elapsed) {
            told.add(elapsed);
          }

          @Override
          public void onUserJoined(long uid, int elapsed) {
            told.add(elapsed);
          }
        };
    NativeSdkCallbacks callbacks =
        new NativeSdkCallbacks(handler, Profiles.AGORA_2019_05, "room", 1_000);
    for (Event.Kind kind : Event.Kind.values()) {
      callbacks.onEvent(new Event(kind, UserId.of(2), 1_000 + sinceJoinMillis));
    }
    assertEquals(List.of(elapsed, elapsed), told);
  }

  @Test
  void aHandlerMayOverrideNothing() {
    NativeSdkCallbacks callbacks =
        new NativeSdkCallbacks(
            new RtcEngineEventHandler() {}, Profiles.AGORA_2019_05, "room", 1_000);
    for (Event.Kind kind : Event.Kind.values()) {
      callbacks.onEvent(new Event(kind, UserId.of(1), 10_000));
    }
    assertEquals(0, RtcEngineEventHandler.USER_OFFLINE_QUIT);
    assertEquals(1, RtcEngineEventHandler.USER_OFFLINE_DROPPED);
  }

  private Optional<Callback> callback(Event.Kind kind, long uid, Profile profile) {
    return adapter.callback(new Event(kind, UserId.of(uid), 10_000), profile);
  }

  private static List<String> calls(Profile profile) {
    List<String> calls = new ArrayList<>();
    RtcEngineEventHandler handler =
        new RtcEngineEventHandler() {
          @Override
          public void onConnectionInterrupted() {
            calls.add("interrupted");
          }

          @Override
          public void onConnectionLost() {
            calls.add("lost");
          }

          @Override
          public void didRejoinChannel(String channel, long uid, int elapsed) {
            calls.add("didRejoin " + channel + " " + uid + " " + elapsed);
          }

          @Override
          public void onRejoinChannelSuccess(String channel, long uid, int elapsed) {
            calls.add("rejoinSuccess " + channel + " " + uid + " " + elapsed);
          }

          @Override
          public void onUserJoined(long uid, int elapsed) {
            calls.add("joined " + uid + " " + elapsed);
          }

          @Override
          public void onUserOffline(long uid, int reason) {
            calls.add("offline " + uid + " " + reason);
          }
        };
    NativeSdkCallbacks callbacks = new NativeSdkCallbacks(handler, profile, "room", 1_000);
    callbacks.onEvent(new Event(Event.Kind.INTERRUPTED, UserId.of(1), 10_000));
    callbacks.onEvent(new Event(Event.Kind.LOST, UserId.of(1), 10_000));
    callbacks.onEvent(new Event(Event.Kind.REJOINED, UserId.of(1), 10_000));
    callbacks.onEvent(new Event(Event.Kind.USER_JOINED, UserId.of(2), 10_000));
    callbacks.onEvent(new Event(Event.Kind.USER_DROPPED, UserId.of(2), 10_000));
    callbacks.onEvent(new Event(Event.Kind.USER_QUIT, UserId.of(2), 10_000));
    return calls;
  }
}
