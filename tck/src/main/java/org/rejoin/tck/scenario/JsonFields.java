package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.rejoin.api.UserId;

/**
 * Reads the fields of one JSON object. What is not as it should be is named by its path: every
 * method throws {@link InvalidScenarioException} then.
 */
public final class JsonFields {
  private final JsonNode object;
  private final String path;

  /**
   * Reads an object.
   *
   * @param object what should be one
   * @param path where it stands; empty for the outermost
   * @throws InvalidScenarioException if it is none
   */
  public JsonFields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
    if (!object.isObject()) {
      throw new InvalidScenarioException(
          path.isEmpty() ? "scenario" : path, "must be an object, was " + Words.shown(object));
    }
  }

  /** Refuses every field that is not known. */
  void allowOnly(ImmutableSet<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new InvalidScenarioException(
            pathOf(name), "there is no such field" + Words.closest(name, known));
      }
    }
  }

  /** Whether a field is there and not null. */
  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** Where a field stands. */
  public String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** A field's value, which must be there. */
  public JsonNode required(String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw new InvalidScenarioException(pathOf(name), "is missing");
    }
    return value;
  }

  /** A string. */
  public String text(String name) {
    JsonNode value = required(name);
    if (!value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  /** A string, where it is there. */
  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A whole number of milliseconds, not negative. */
  public long millis(String name) {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number of milliseconds");
    }
    if (value.longValue() < 0) {
      throw wrong(name, "0 or more");
    }
    return value.longValue();
  }

  /** A uid. */
  public UserId user(String name) {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || value.longValue() < 1 || value.longValue() > 0xFFFF_FFFFL) {
      throw wrong(name, "a uid from 1 to 4294967295" + signedHint(value));
    }
    return UserId.of(value.longValue());
  }

  /** What a number is that is no uid because some SDK takes uids for signed; else nothing. */
  public static String signedHint(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong()
        ? signedHint(value.longValue())
        : "";
  }

  /** The same of a number. */
  public static String signedHint(long value) {
    return value < 0 && value >= Integer.MIN_VALUE
        ? " (add 2^32 to a uid that was written as a signed number: here "
            + (value + (1L << 32))
            + ")"
        : "";
  }

  /** A uid, where it is there. */
  public Optional<UserId> optionalUser(String name) {
    return has(name) ? Optional.of(user(name)) : Optional.empty();
  }

  boolean flag(String name, boolean otherwise) {
    if (has(name) && !required(name).isBoolean()) {
      throw wrong(name, "true or false");
    }
    return has(name) ? required(name).booleanValue() : otherwise;
  }

  /** One of some words. */
  public <T> T word(String name, Function<String, Optional<T>> ofId, ImmutableSet<String> words) {
    String word = text(name);
    return ofId.apply(word)
        .orElseThrow(
            () ->
                new InvalidScenarioException(
                    pathOf(name),
                    "'" + word + "' is none of " + words + Words.closest(word, words)));
  }

  /** A constant by its word. */
  public <T extends Enum<T>> T constant(String name, T[] values) {
    return word(
        name,
        word -> Arrays.stream(values).filter(value -> Words.of(value).equals(word)).findFirst(),
        Words.of(values, Words::of));
  }

  /** A list. */
  public ImmutableList<JsonNode> list(String name) {
    if (!required(name).isArray()) {
      throw wrong(name, "a list");
    }
    return ImmutableList.copyOf(required(name));
  }

  /** A list; empty where it is not there. */
  public ImmutableList<JsonNode> optionalList(String name) {
    return has(name) ? list(name) : ImmutableList.of();
  }

  /** What to throw where a field is not what it should be. */
  public InvalidScenarioException wrong(String name, String expected) {
    return new InvalidScenarioException(
        pathOf(name), "must be " + expected + ", was " + Words.shown(required(name)));
  }
}
