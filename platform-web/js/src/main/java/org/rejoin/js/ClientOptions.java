package org.rejoin.js;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.teavm.jso.JSObject;

/** What {@code createClient} is told. */
record ClientOptions(UserId uid, Platform platform, Mode mode, Profile profile) {
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("uid", "platform", "mode", "profile");

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is missing, unknown, or not what it should be
   */
  static ClientOptions of(JSObject options) {
    JsValues.checkOptions("createClient", "{uid, platform, mode?, profile?}", NAMES, options);
    return new ClientOptions(
        JsValues.user(JsValues.get(options, "uid")),
        JsValues.choice(
            "platform",
            JsValues.get(options, "platform"),
            ImmutableList.copyOf(Platform.values()),
            Platform::id),
        mode(JsValues.get(options, "mode")),
        JsValues.profile(JsValues.get(options, "profile")));
  }

  /** The client that they describe. */
  JsClient client() {
    return new JsClient(this);
  }

  private static Mode mode(JSObject value) {
    return JsValues.isUndefined(value)
        ? Mode.COMMUNICATION
        : JsValues.choice(
            "mode",
            value,
            ImmutableList.copyOf(Mode.values()),
            mode -> Ascii.toLowerCase(mode.name()));
  }
}
