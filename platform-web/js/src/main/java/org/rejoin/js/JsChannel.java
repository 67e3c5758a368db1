package org.rejoin.js;

import com.google.common.collect.ImmutableList;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.rejoin.core.Channel;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The server's side of a channel in JavaScript: who is in it, and when it is destroyed. */
public final class JsChannel {
  private static final ImmutableList<String> NAMES = ImmutableList.of("profile");

  private final Channel channel;

  private JsChannel(Channel channel) {
    this.channel = channel;
  }

  static JsChannel of(JSObject options) {
    JsValues.checkOptions("createChannel", "{profile?}", NAMES, options);
    return new JsChannel(new Channel(JsValues.profile(JsValues.get(options, "profile"))));
  }

  /** The server hears a user. */
  @JSExport
  public double present(JSObject uid, JSObject now) {
    return destroyed(() -> channel.present(JsValues.user(uid), JsValues.millis(now)));
  }

  /** The server no longer hears a user. */
  @JSExport
  public double absent(JSObject uid, JSObject now) {
    return destroyed(() -> channel.absent(JsValues.user(uid), JsValues.millis(now)));
  }

  /** Lets fall what is due up to and including an instant. */
  @JSExport
  public double advanceTo(JSObject now) {
    return destroyed(() -> channel.advanceTo(JsValues.millis(now)));
  }

  /** When it is destroyed if nobody comes; {@code Infinity} if it won't be. */
  @JSExport
  public double nextDeadline() {
    return JsValues.deadline(channel.nextDeadline());
  }

  /** When the channel was destroyed; {@code Infinity} if it was not. */
  private static double destroyed(Supplier<OptionalLong> call) {
    OptionalLong millis = JsErrors.translated(call);
    return millis.isPresent() ? millis.getAsLong() : Double.POSITIVE_INFINITY;
  }
}
