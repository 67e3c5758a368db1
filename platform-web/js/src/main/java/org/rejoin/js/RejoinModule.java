package org.rejoin.js;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The ES module: what it exports. */
public final class RejoinModule {
  private RejoinModule() {}

  /**
   * A client that has joined nothing yet; throws a JavaScript {@code Error} if the options are not
   * what they should be.
   *
   * @param options {@code {uid, platform, mode?, profile?}}
   */
  @JSExport
  public static JsClient createClient(JSObject options) {
    return JsErrors.translated(() -> ClientOptions.of(options).client());
  }

  /**
   * A channel as its server sees it, that nobody has joined; throws as above.
   *
   * @param options {@code {profile?}}
   */
  @JSExport
  public static JsChannel createChannel(JSObject options) {
    return JsErrors.translated(() -> JsChannel.of(options));
  }

  /**
   * A loop that tries servers, at rest; throws as above.
   *
   * @param options {@code {servers, waitMillis}}
   */
  @JSExport
  public static JsReconnect createReconnect(JSObject options) {
    return JsErrors.translated(() -> JsReconnect.of(options));
  }
}
