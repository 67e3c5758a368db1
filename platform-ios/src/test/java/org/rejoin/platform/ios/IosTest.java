package org.rejoin.platform.ios;

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
import org.rejoin.api.Profiles;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;

/** What iOS and macOS say what the text says. */
class IosTest {
  private final PlatformAdapter adapter = new IosAdapter();

  @Test
  void everyKindHasItsPublishedCallback() {
    assertEquals(
        ImmutableMap.of(
            Event.Kind.INTERRUPTED,
                CallbackSignature.of("rtcEngineConnectionDidInterrupted", "engine"),
            Event.Kind.LOST, CallbackSignature.of("rtcEngineConnectionDidLost", "engine"),
            Event.Kind.REJOINED,
                CallbackSignature.of("didRejoinChannel", "engine", "channel", "uid", "elapsed"),
            Event.Kind.USER_DROPPED,
                CallbackSignature.of("didOfflineOfUid", "engine", "uid", "reason"),
            Event.Kind.USER_QUIT,
                CallbackSignature.of("didOfflineOfUid", "engine", "uid", "reason"),
            Event.Kind.USER_JOINED,
                CallbackSignature.of("didJoinedOfUid", "engine", "uid", "elapsed")),
        adapter.table().rows());
  }

  @Test
  void aCallbackCarriesThePeerAndTheReason() {
    assertEquals(
        Optional.of(
            new Callback(
                "didOfflineOfUid", Optional.of(UserId.of(2)), Optional.of(Reason.DROPPED))),
        adapter.callback(
            new Event(Event.Kind.USER_DROPPED, UserId.of(2), 1), Profiles.AGORA_2019_05));
  }

  @Test
  void theServiceLoaderFindsItForItsPlatforms() {
    List<PlatformAdapter> found = ImmutableList.copyOf(ServiceLoader.load(PlatformAdapter.class));
    assertEquals(1, found.size());
    assertEquals(Set.of(Platform.IOS, Platform.MACOS), found.get(0).platforms());
  }

  @Test
  void theDelegateHasAMethodForEveryName() {
    Set<String> names = new TreeSet<>();
    adapter.table().rows().values().forEach(row -> names.add(row.name()));
    Set<String> methods = new TreeSet<>();
    Arrays.stream(RtcEngineDelegate.class.getMethods()).map(Method::getName).forEach(methods::add);
    assertEquals(names, methods);
  }

  @Test
  void everyEventReachesItsMethod() {
    List<String> calls = new ArrayList<>();
    RtcEngineDelegate<String> delegate =
        new RtcEngineDelegate<>() {
          @Override
          public void rtcEngineConnectionDidInterrupted(String engine) {
            calls.add(engine + " interrupted");
          }

          @Override
          public void rtcEngineConnectionDidLost(String engine) {
            calls.add(engine + " lost");
          }

          @Override
          public void didRejoinChannel(String engine, String channel, long uid, int elapsed) {
            calls.add(engine + " rejoined " + channel + " " + uid + " " + elapsed);
          }

          @Override
          public void didJoinedOfUid(String engine, long uid, int elapsed) {
            calls.add(engine + " joined " + uid + " " + elapsed);
          }

          @Override
          public void didOfflineOfUid(String engine, long uid, OfflineReason reason) {
            calls.add(engine + " offline " + uid + " " + reason);
          }
        };
    deliverAll(new IosCallbacks<>(delegate, "kit", "room", 1_000));
    assertEquals(
        List.of(
            "kit interrupted",
            "kit lost",
            "kit rejoined room 2 9000",
            "kit offline 2 DROPPED",
            "kit offline 2 QUIT",
            "kit joined 2 9000"),
        calls);
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
    RtcEngineDelegate<String> delegate =
        new RtcEngineDelegate<>() {
          @Override
          public void didRejoinChannel(String engine, String channel, long uid, int elapsed) {
            told.add(elapsed);
          }

          @Override
          public void didJoinedOfUid(String engine, long uid, int elapsed) {
            told.add(elapsed);
          }
        };
    IosCallbacks<String> callbacks = new IosCallbacks<>(delegate, "kit", "room", 1_000);
    for (Event.Kind kind : Event.Kind.values()) {
      callbacks.onEvent(new Event(kind, UserId.of(2), 1_000 + sinceJoinMillis));
    }
    assertEquals(List.of(elapsed, elapsed), told);
  }

  @Test
  void aDelegateMayOverrideNothing() {
    IosCallbacks<String> callbacks =
        new IosCallbacks<>(new RtcEngineDelegate<>() {}, "kit", "room", 0);
    deliverAll(callbacks);
    assertEquals(2, RtcEngineDelegate.OfflineReason.values().length);
  }

  private static void deliverAll(IosCallbacks<String> callbacks) {
    for (Event.Kind kind : Event.Kind.values()) {
      callbacks.onEvent(new Event(kind, UserId.of(2), 10_000));
    }
  }
}
