package org.rejoin.js;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;
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

  /** A string. */
  static String string(String what, JSObject value) {
    checkArgument(isString(value), "%s must be a string, was %s", what, described(value));
    return asString(value);
  }

  /** A list of strings. */
  static ImmutableList<String> strings(String what, JSObject value) {
    checkArgument(
        isStrings(value), "%s must be an array of strings, was %s", what, described(value));
    return ImmutableList.copyOf(asStrings(value));
  }

  /** Some milliseconds to wait. */
  static long wait(String what, JSObject value) {
    long millis = whole(what, value);
    checkArgument(millis >= 1, "%s must be at least 1, was %s", what, millis);
    return millis;
  }

  /** The profile that options name, or the default one. */
  static Profile profile(JSObject value) {
    return isUndefined(value)
        ? Profiles.AGORA_2019_05
        : choice("profile", value, Profiles.ALL, Profile::id);
  }

  /** A deadline for JavaScript: {@code Infinity} if there is none. */
  static double deadline(long millis) {
    return millis == Client.NEVER ? Double.POSITIVE_INFINITY : millis;
  }

  /**
   * Holds options to what they can be.
   *
   * @param call what they are given to
   * @param wanted what they look like
   * @param names what they can be
   */
  static void checkOptions(
      String call, String wanted, ImmutableList<String> names, JSObject options) {
    checkArgument(isObject(options), "%s needs %s, was %s", call, wanted, described(options));
    for (String name : keys(options)) {
      checkArgument(names.contains(name), "%s has no option '%s'; there are %s", call, name, names);
    }
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

  @JSBody(
      params = "value",
      script = "return Array.isArray(value) && value.every(it => typeof it === 'string');")
  private static native boolean isStrings(JSObject value);

  @JSBody(params = "value", script = "return value;")
  private static native String[] asStrings(JSObject value);

  @JSBody(params = "value", script = "return value;")
  private static native double asDouble(JSObject value);

  @JSBody(params = "value", script = "return value;")
  private static native String asString(JSObject value);
}
