package org.rejoin.js;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;
import org.rejoin.api.Event;
import org.rejoin.api.Input;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/**
 * One user's SDK in JavaScript. Inputs go in with their time in milliseconds, which never runs
 * backwards; handlers are called with the platform's own callbacks before the input returns. Misuse
 * throws a JavaScript {@code Error} and changes nothing.
 */
public final class JsClient {
  private final UserId local;
  private final Client client;
  private final PlatformAdapter adapter;
  private final Profile profile;

  /** The callbacks of the platform under the names that the profile puts in force. */
  private final ImmutableList<String> names;

  private final Handlers handlers;

  JsClient(ClientOptions options) {
    this.local = options.uid();
    this.profile = options.profile();
    this.client = new Client(local, options.platform().family(), options.mode(), options.profile());
    this.adapter = Adapters.of(options.platform().family());
    this.handlers = new Handlers(local);
    this.names = names(adapter, profile, local);
  }

  /** Has a function called with every callback of this name; the same one twice counts once. */
  @JSExport
  public void on(JSObject name, JSObject handler) {
    JsErrors.translatedRun(
        () -> handlers.add(callback(name), JsValues.function("handler", handler)));
  }

  /** Has a function called no more; one that was never added is no mistake. */
  @JSExport
  public void off(JSObject name, JSObject handler) {
    JsErrors.translatedRun(
        () -> handlers.remove(callback(name), JsValues.function("handler", handler)));
  }

  /**
   * Has a function called with everything that the client concludes, with its kind, also where the
   * platform tells its app nothing.
   */
  @JSExport
  public void onEvent(JSObject handler) {
    JsErrors.translatedRun(() -> handlers.add(Handlers.ANY, JsValues.function("handler", handler)));
  }

  /** Whether a session is open: joined, and neither ended nor given up. */
  @JSExport
  public boolean isInSession() {
    return client.isInSession();
  }

  /** The app joins the channel. */
  @JSExport
  public void join(JSObject now) {
    accept(Input.Kind.JOIN, now);
  }

  /** The session ends. */
  @JSExport
  public void end(JSObject now) {
    accept(Input.Kind.END, now);
  }

  /** Data of the server arrives from now on. */
  @JSExport
  public void linkUp(JSObject now) {
    accept(Input.Kind.LINK_UP, now);
  }

  /** From now on nothing arrives from the server. */
  @JSExport
  public void linkDown(JSObject now) {
    accept(Input.Kind.LINK_DOWN, now);
  }

  /** Packets of a remote user arrive from now on. */
  @JSExport
  public void userHeard(JSObject uid, JSObject now) {
    accept(Input.Kind.USER_HEARD, uid, now);
  }

  /** From now on no packet of a remote user arrives. */
  @JSExport
  public void userSilent(JSObject uid, JSObject now) {
    accept(Input.Kind.USER_SILENT, uid, now);
  }

  /** A remote user's goodbye arrives. */
  @JSExport
  public void userLeft(JSObject uid, JSObject now) {
    accept(Input.Kind.USER_LEFT, uid, now);
  }

  /** Lets everything fall that is due up to and including an instant. */
  @JSExport
  public void advanceTo(JSObject now) {
    tell(() -> client.advanceTo(JsValues.millis(now)));
  }

  /** When the next conclusion is due if nothing more is heard; {@code Infinity} if none is. */
  @JSExport
  public double nextDeadline() {
    return JsValues.deadline(client.nextDeadline());
  }

  private void accept(Input.Kind kind, JSObject now) {
    tell(() -> client.accept(new Input(kind, local), JsValues.millis(now)));
  }

  private void accept(Input.Kind kind, JSObject uid, JSObject now) {
    tell(() -> client.accept(new Input(kind, JsValues.user(uid)), JsValues.millis(now)));
  }

  private void tell(Supplier<ImmutableList<Event>> call) {
    for (Event event : JsErrors.translated(call)) {
      handlers.enqueue(event, adapter.callback(event, profile));
    }
    handlers.tellAll();
  }

  private static ImmutableList<String> names(
      PlatformAdapter adapter, Profile profile, UserId user) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Event.Kind kind : Event.Kind.values()) {
      adapter
          .callback(new Event(kind, user, 0), profile)
          .ifPresent(callback -> names.add(callback.name()));
    }
    return names.build().asList();
  }

  private String callback(JSObject name) {
    return JsValues.choice("callback", name, names, known -> known);
  }
}
