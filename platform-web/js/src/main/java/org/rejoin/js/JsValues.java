package org.rejoin.js;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import org.rejoin.api.UserId;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Reads JavaScript's values, which may be anything. Each method throws {@link
 * IllegalArgumentException}, saying what was wanted and what was there, if the value is not of its
 * kind.
 */
final class JsValues {
  /** The end of JavaScript's own time line. A deadline after it is still a whole number. */
  private static final long LAST_MILLIS = 8_640_000_000_000_000L;

  private JsValues() {}

  /** A whole number that a double holds exactly. */
  private static long whole(String what, JSObject value) {
    checkArgument(
        isSafeInteger(value), "%s must be a whole number, was %s", what, described(value));
    return (long) asDouble(value);
  }

  /** A time, in milliseconds. */
  static long millis(JSObject value) {
    long millis = whole("now", value);
    checkArgument(
        Math.abs(millis) <= LAST_MILLIS,
        "now must be at most %s, as for a Date, was %s",
        LAST_MILLIS,
        millis);
    return millis;
  }

  /** A user. */
  static UserId user(JSObject value) {
    return UserId.of(whole("uid", value));
  }

  /** One of several by its id. */
  static <T> T choice(
      String what, JSObject value, ImmutableList<T> choices, Function<T, String> idOf) {
    for (T choice : choices) {
      if (isString(value) && idOf.apply(choice).equals(asString(value))) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "no "
            + what
            + " is called "
            + described(value)
            + "; there are "
            + choices.stream().map(idOf).toList());
  }

  /** A function. */
  static JSObject function(String what, JSObject value) {
    checkArgument(isFunction(value), "%s must be a function, was %s", what, described(value));
    return value;
  }

  /** The value in words, for messages: a string in quotes, the rest as JavaScript writes it. */
  @JSBody(
      params = "value",
      script = "return typeof value === 'string' ? \"'\" + value + \"'\" : String(value);")
  static native String described(JSObject value);

  @JSBody(params = "value", script = "return typeof value === 'object' && value !== null;")
  static native boolean isObject(JSObject value);

  @JSBody(
      params = {"object", "key"},
      script = "return object[key];")
  static native JSObject get(JSObject object, String key);

  @JSBody(params = "value", script = "return value === undefined;")
  static native boolean isUndefined(JSObject value);

  /** The names of an object's own properties. */
  @JSBody(params = "object", script = "return Object.keys(object);")
  static native String[] keys(JSObject object);

  @JSBody(params = "value", script = "return typeof value === 'function';")
  private static native boolean isFunction(JSObject value);

  @JSBody(params = "value", script = "return Number.isSafeInteger(value);")
  private static native boolean isSafeInteger(JSObject value);

  @JSBody(params = "value", script = "return typeof value === 'string';")
  private static native boolean isString(JSObject value);

  @JSBody(params = "value", script = "return value;")
  private static native double asDouble(JSObject value);

  @JSBody(params = "value", script = "return value;")
  private static native String asString(JSObject value);
}
