package org.rejoin.js;

import com.google.common.base.Ascii;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What a handler is given: {@code {at, uid, name, peer?, reason?}}, frozen. */
abstract class JsEvent implements JSObject {

  /**
   * An event as a JavaScript object, not frozen yet.
   *
   * @param local the user whose client this is
   * @param event what was concluded
   * @param callback what the app is told of it, if the platform says anything
   */
  static JsEvent of(UserId local, Event event, Optional<Callback> callback) {
    JsEvent it = empty();
    it.setAt((double) event.dueMillis());
    it.setUid((double) local.value());
    callback.ifPresent(told -> it.setName(told.name()));
    if (!event.kind().isLocal()) {
      it.setPeer((double) event.user().value());
    }
    callback
        .flatMap(Callback::reason)
        .ifPresent(reason -> it.setReason(Ascii.toLowerCase(reason.name())));
    return it;
  }

  /** The same object with the kind of its event. */
  static JsEvent withKind(JsEvent it, Event event) {
    it.setKind(Ascii.toLowerCase(event.kind().name()).replace('_', '-'));
    return it;
  }

  @JSProperty
  abstract void setAt(double at);

  @JSProperty
  abstract void setUid(double uid);

  @JSProperty
  abstract void setName(String name);

  @JSProperty
  abstract void setPeer(double peer);

  @JSProperty
  abstract void setKind(String kind);

  @JSProperty
  abstract void setReason(String reason);

  /** An object without properties. */
  @JSBody(script = "return {};")
  static native JsEvent empty();

  /** The same object, which nobody can change any more. */
  @JSBody(params = "event", script = "return Object.freeze(event);")
  static native JSObject frozen(JsEvent event);
}
