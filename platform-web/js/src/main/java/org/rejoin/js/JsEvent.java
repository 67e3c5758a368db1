package org.rejoin.js;

import com.google.common.base.Ascii;
import org.rejoin.api.Callback;
import org.rejoin.api.UserId;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What a handler is given: {@code {at, uid, name, peer?, reason?}}, frozen. */
abstract class JsEvent implements JSObject {

  /**
   * A callback as a JavaScript object.
   *
   * @param local the user whose client this is
   * @param atMillis when it was due
   */
  static JSObject of(UserId local, Callback callback, long atMillis) {
    JsEvent event = empty();
    event.setAt((double) atMillis);
    event.setUid((double) local.value());
    event.setName(callback.name());
    callback.peer().ifPresent(peer -> event.setPeer((double) peer.value()));
    callback.reason().ifPresent(reason -> event.setReason(Ascii.toLowerCase(reason.name())));
    return frozen(event);
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
  abstract void setReason(String reason);

  /** An object without properties. */
  @JSBody(script = "return {};")
  static native JsEvent empty();

  /** The same object, which nobody can change any more. */
  @JSBody(params = "event", script = "return Object.freeze(event);")
  static native JSObject frozen(JsEvent event);
}
