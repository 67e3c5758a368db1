package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.rejoin.api.UserId;

/** Reads the fields of one JSON object; what is not as it should be is named by its path. */
final class JsonFields {
  private final JsonNode object;
  private final String path;

  JsonFields(JsonNode object, String path) {
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

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  JsonNode required(String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw new InvalidScenarioException(pathOf(name), "is missing");
    }
    return value;
  }

  String text(String name) {
    JsonNode value = required(name);
    if (!value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A whole number of milliseconds, not negative. */
  long millis(String name) {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number of milliseconds");
    }
    if (value.longValue() < 0) {
      throw wrong(name, "0 or more");
    }
    return value.longValue();
  }

  UserId user(String name) {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || value.longValue() < 1 || value.longValue() > 0xFFFF_FFFFL) {
      throw wrong(name, "a uid from 1 to 4294967295");
    }
    return UserId.of(value.longValue());
  }

  Optional<UserId> optionalUser(String name) {
    return has(name) ? Optional.of(user(name)) : Optional.empty();
  }

  boolean flag(String name, boolean otherwise) {
    if (has(name) && !required(name).isBoolean()) {
      throw wrong(name, "true or false");
    }
    return has(name) ? required(name).booleanValue() : otherwise;
  }

  /** One of some words. */
  <T> T word(String name, Function<String, Optional<T>> ofId, ImmutableSet<String> words) {
    String word = text(name);
    return ofId.apply(word)
        .orElseThrow(
            () ->
                new InvalidScenarioException(
                    pathOf(name),
                    "'" + word + "' is none of " + words + Words.closest(word, words)));
  }

  /** A constant by its word. */
  <T extends Enum<T>> T constant(String name, T[] values) {
    return word(
        name,
        word -> Arrays.stream(values).filter(value -> Words.of(value).equals(word)).findFirst(),
        Words.of(values, Words::of));
  }

  ImmutableList<JsonNode> list(String name) {
    if (!required(name).isArray()) {
      throw wrong(name, "a list");
    }
    return ImmutableList.copyOf(required(name));
  }

  ImmutableList<JsonNode> optionalList(String name) {
    return has(name) ? list(name) : ImmutableList.of();
  }

  private InvalidScenarioException wrong(String name, String expected) {
    return new InvalidScenarioException(
        pathOf(name), "must be " + expected + ", was " + Words.shown(required(name)));
  }
}
