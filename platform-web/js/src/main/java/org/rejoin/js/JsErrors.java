package org.rejoin.js;

import java.util.function.Supplier;
import org.teavm.jso.JSBody;

/** Turns a refusal of the machine into an {@code Error} of JavaScript with the same message. */
final class JsErrors {
  private JsErrors() {}

  /** What a call returns, or an {@code Error} if it was misuse. */
  static <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (IllegalArgumentException misuse) {
      raise(String.valueOf(misuse.getMessage()));
      throw misuse;
    }
  }

  /** The same for a call that returns nothing. */
  static void translatedRun(Runnable call) {
    translated(
        () -> {
          call.run();
          return true;
        });
  }

  @JSBody(params = "message", script = "throw new Error(message);")
  private static native void raise(String message);
}
