package org.rejoin.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;

/** Web says what the text says it says, and nothing of its own outage. */
class WebTest {
  private final PlatformAdapter adapter = new WebAdapter();
  private final List<WebEvent> seen = new ArrayList<>();

  @Test
  void everyKindHasItsPublishedCallbackOrIsSilentInWriting() {
    assertEquals(
        ImmutableMap.of(
            Event.Kind.INTERRUPTED,
            CallbackSignature.SILENT,
            Event.Kind.LOST,
            CallbackSignature.SILENT,
            Event.Kind.REJOINED,
            CallbackSignature.SILENT,
            Event.Kind.USER_DROPPED,
            CallbackSignature.of("stream-removed", "event"),
            Event.Kind.USER_QUIT,
            CallbackSignature.of("peer-leave", "event"),
            Event.Kind.USER_JOINED,
            CallbackSignature.of("stream-added", "event")),
        adapter.table().rows());
    assertEquals(Family.WEB, adapter.table().family());
  }

  @Test
  void aCallbackNamesThePeerAndTheNameSaysTheReason() {
    assertEquals(
        Optional.of(new Callback("peer-leave", Optional.of(UserId.of(2)), Optional.empty())),
        adapter.callback(new Event(Event.Kind.USER_QUIT, UserId.of(2), 1), Profiles.AGORA_2019_05));
    assertEquals(
        Optional.empty(),
        adapter.callback(
            new Event(Event.Kind.INTERRUPTED, UserId.of(1), 1), Profiles.AGORA_2019_05));
  }

  @Test
  void theServiceLoaderFindsItForItsPlatform() {
    List<PlatformAdapter> found = ImmutableList.copyOf(ServiceLoader.load(PlatformAdapter.class));
    assertEquals(1, found.size());
    assertEquals(Set.of(Platform.WEB), found.get(0).platforms());
  }

  @Test
  void handlersAreCalledForTheirOwnEventAlone() {
    WebClient client = new WebClient(Profiles.AGORA_2019_05);
    client.on("stream-removed", seen::add);
    client.on("stream-added", seen::add);
    for (Event.Kind kind : Event.Kind.values()) {
      client.onEvent(new Event(kind, UserId.of(2), 10));
    }
    assertEquals(
        List.of(
            new WebEvent("stream-removed", UserId.of(2)),
            new WebEvent("stream-added", UserId.of(2))),
        seen);
  }

  @Test
  void severalHandlersAreCalledInOrderAndTheSameOneOnce() {
    WebClient client = new WebClient(Profiles.AGORA_2019_05);
    List<String> order = new ArrayList<>();
    Consumer<WebEvent> first = event -> order.add("first");
    client.on("peer-leave", first);
    client.on("peer-leave", event -> order.add("second"));
    client.on("peer-leave", first);
    client.onEvent(new Event(Event.Kind.USER_QUIT, UserId.of(2), 10));
    assertEquals(List.of("first", "second"), order);
  }

  @Test
  void aHandlerMayTakeItselfOff() {
    WebClient client = new WebClient(Profiles.AGORA_2019_05);
    List<Consumer<WebEvent>> once = new ArrayList<>();
    once.add(
        event -> {
          seen.add(event);
          client.off("peer-leave", once.get(0));
        });
    client.on("peer-leave", once.get(0));
    client.onEvent(new Event(Event.Kind.USER_QUIT, UserId.of(2), 10));
    client.onEvent(new Event(Event.Kind.USER_QUIT, UserId.of(3), 11));
    assertEquals(List.of(new WebEvent("peer-leave", UserId.of(2))), seen);
  }

  @Test
  void aNameThatDoesNotExistIsRefused() {
    WebClient client = new WebClient(Profiles.AGORA_2019_05);
    String message =
        "no callback is called 'onUserOffline'; there are [stream-removed, peer-leave,"
            + " stream-added]";
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> client.on("onUserOffline", seen::add))
            .getMessage());
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> client.off("onUserOffline", seen::add))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> client.on("", seen::add));
  }
}
