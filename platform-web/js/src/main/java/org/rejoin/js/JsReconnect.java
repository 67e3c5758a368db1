package org.rejoin.js;

import com.google.common.collect.ImmutableList;
import org.rejoin.core.Reconnect;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The reconnect loop of one client in JavaScript: which server to try, and when. */
public final class JsReconnect {
  private static final ImmutableList<String> NAMES = ImmutableList.of("servers", "waitMillis");

  private final Reconnect loop;

  private JsReconnect(Reconnect loop) {
    this.loop = loop;
  }

  static JsReconnect of(JSObject options) {
    JsValues.checkOptions("createReconnect", "{servers, waitMillis}", NAMES, options);
    long waitMillis = JsValues.wait("waitMillis", JsValues.get(options, "waitMillis"));
    return new JsReconnect(
        new Reconnect(
            JsValues.strings("servers", JsValues.get(options, "servers")), attempt -> waitMillis));
  }

  /** Begins to try, the lost server last. */
  @JSExport
  public void start(JSObject lostServer, JSObject now) {
    JsErrors.translatedRun(
        () -> loop.start(JsValues.string("lostServer", lostServer), JsValues.millis(now)));
  }

  /** Ends the trying. */
  @JSExport
  public void stop() {
    loop.stop();
  }

  /** When the next attempt is due; {@code Infinity} at rest. */
  @JSExport
  public double nextDeadline() {
    return JsValues.deadline(loop.nextDeadline());
  }

  /** The attempts that are due up to and including an instant: {@code {at, server}} each. */
  @JSExport
  public JSObject advanceTo(JSObject now) {
    JSObject attempts = none();
    for (Reconnect.Attempt attempt :
        JsErrors.translated(() -> loop.advanceTo(JsValues.millis(now)))) {
      add(attempts, (double) attempt.dueMillis(), attempt.server());
    }
    return attempts;
  }

  @JSBody(script = "return [];")
  private static native JSObject none();

  @JSBody(
      params = {"attempts", "at", "server"},
      script = "attempts.push({at: at, server: server});")
  private static native void add(JSObject attempts, double at, String server);
}
