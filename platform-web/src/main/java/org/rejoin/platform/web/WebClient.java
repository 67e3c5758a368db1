package org.rejoin.platform.web;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.function.Consumer;
import org.rejoin.api.Event;
import org.rejoin.api.EventListener;
import org.rejoin.api.Profile;

/**
 * The client object of the Web SDK, as far as reconnection goes: {@code client.on("stream-removed",
 * handler)}. Events go in, handlers are called in the order in which they were added.
 *
 * <p>Not safe for several threads at once. A handler may add and remove handlers; that takes effect
 * from the next event on.
 */
public final class WebClient implements EventListener {
  private final WebAdapter adapter = new WebAdapter();
  private final SetMultimap<String, Consumer<WebEvent>> handlers = LinkedHashMultimap.create();
  private final Profile profile;

  /** A client without handlers, under the names that a profile puts in force. */
  public WebClient(Profile profile) {
    this.profile = profile;
  }

  /**
   * Adds a handler; the same one twice counts once.
   *
   * @param type {@code stream-added}, {@code stream-removed} or {@code peer-leave}
   * @param handler called with every such event
   * @throws IllegalArgumentException if there is no such callback
   */
  public void on(String type, Consumer<WebEvent> handler) {
    adapter.table().checkKnown(type);
    handlers.put(type, handler);
  }

  /**
   * Removes a handler; one that was never added is no mistake.
   *
   * @throws IllegalArgumentException if there is no such callback
   */
  public void off(String type, Consumer<WebEvent> handler) {
    adapter.table().checkKnown(type);
    handlers.remove(type, handler);
  }

  @Override
  public void onEvent(Event event) {
    adapter
        .callback(event, profile)
        .ifPresent(
            callback ->
                ImmutableList.copyOf(handlers.get(callback.name()))
                    .forEach(
                        handler -> handler.accept(new WebEvent(callback.name(), event.user()))));
  }
}
