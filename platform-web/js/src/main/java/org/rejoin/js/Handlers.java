package org.rejoin.js;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * The app's handlers, and what they are still to be told.
 *
 * <p>Events are told one after another, each to every handler of its name in the order in which
 * they were added; a handler without a name is told all of them. A handler may call the client
 * again: what follows from that is told after what was concluded before. It may add and remove
 * handlers: that takes effect from the next event on. What a handler throws is thrown on when
 * everybody has been told.
 */
final class Handlers {

  /** Not a record: what compares and prints one would bring in all that JavaScript can be. */
  private static final class Handler {
    private final String name;
    private final JSObject function;

    private Handler(String name, JSObject function) {
      this.name = name;
      this.function = function;
    }

    private boolean is(String otherName, JSObject otherFunction) {
      return name.equals(otherName) && isSame(function, otherFunction);
    }
  }

  private record Told(Event event, Optional<Callback> callback) {
    boolean goesTo(Handler handler) {
      return handler.name.equals(ANY)
          || (callback.isPresent() && handler.name.equals(callback.get().name()));
    }
  }

  /** The name of a handler that is told every event, also those that the platform does not tell. */
  static final String ANY = "";

  private final UserId local;
  private final Deque<Told> waiting = new ArrayDeque<>();
  private ImmutableList<Handler> handlers = ImmutableList.of();
  private boolean telling;

  /** No handlers yet, of the client of a user. */
  Handlers(UserId local) {
    this.local = local;
  }

  /** Adds a handler, unless it is there. */
  void add(String name, JSObject function) {
    for (Handler handler : handlers) {
      if (handler.is(name, function)) {
        return;
      }
    }
    handlers =
        ImmutableList.<Handler>builder().addAll(handlers).add(new Handler(name, function)).build();
  }

  /** Removes a handler, if it is there. */
  void remove(String name, JSObject function) {
    ImmutableList.Builder<Handler> kept = ImmutableList.builder();
    for (Handler handler : handlers) {
      if (!handler.is(name, function)) {
        kept.add(handler);
      }
    }
    handlers = kept.build();
  }

  /** Has an event told by the next {@link #tellAll}. */
  void enqueue(Event event, Optional<Callback> callback) {
    waiting.add(new Told(event, callback));
  }

  /** Tells all that waits, unless a handler is what is calling. */
  void tellAll() {
    if (telling) {
      return;
    }
    JSObject thrown = nothingThrown();
    telling = true;
    while (!waiting.isEmpty()) {
      tell(waiting.remove(), thrown);
    }
    telling = false;
    throwFirst(thrown);
  }

  private void tell(Told told, JSObject thrown) {
    for (Handler handler : handlers) {
      if (told.goesTo(handler)) {
        JsEvent event = JsEvent.of(local, told.event(), told.callback());
        if (handler.name.equals(ANY)) {
          JsEvent.withKind(event, told.event());
        }
        call(handler.function, JsEvent.frozen(event), thrown);
      }
    }
  }

  @JSBody(
      params = {"one", "other"},
      script = "return one === other;")
  private static native boolean isSame(JSObject one, JSObject other);

  @JSBody(
      params = {"handler", "event", "thrown"},
      script = "try { handler(event); } catch (error) { thrown.push(error); }")
  private static native void call(JSObject handler, JSObject event, JSObject thrown);

  @JSBody(script = "return [];")
  private static native JSObject nothingThrown();

  @JSBody(params = "thrown", script = "if (thrown.length > 0) { throw thrown[0]; }")
  private static native void throwFirst(JSObject thrown);
}
