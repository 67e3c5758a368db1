package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.tck.timeline.SafeText;

/** Reads the fields of one JSON object of the protocol; what is not as it should be is named. */
final class Fields {
  private final JsonNode object;
  private final String path;

  Fields(JsonNode object, String path) {
    if (!object.isObject()) {
      throw new ProtocolException(nameOf(path) + " must be an object, was " + shown(object));
    }
    this.object = object;
    this.path = path;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  String text(String name) {
    JsonNode value = required(name);
    if (!value.isTextual()) {
      throw wrong(name, "a string", value);
    }
    return value.textValue();
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A whole number; 5.0 and 5e0 are not. */
  long whole(String name) {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number", value);
    }
    return value.longValue();
  }

  double number(String name) {
    JsonNode value = required(name);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(name, "a number", value);
    }
    return value.doubleValue();
  }

  ImmutableList<JsonNode> list(String name) {
    JsonNode value = required(name);
    if (!value.isArray()) {
      throw wrong(name, "a list", value);
    }
    return ImmutableList.copyOf(value);
  }

  ImmutableList<JsonNode> optionalList(String name) {
    return has(name) ? list(name) : ImmutableList.of();
  }

  ProtocolException wrong(String name, String expected) {
    return wrong(name, expected, required(name));
  }

  JsonNode required(String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw new ProtocolException(nameOf(path + name) + " is missing");
    }
    return value;
  }

  private ProtocolException wrong(String name, String expected, JsonNode value) {
    return new ProtocolException(
        nameOf(path + name) + " must be " + expected + ", was " + shown(value));
  }

  private static String nameOf(String path) {
    String name = path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
    return name.isEmpty() ? "the message" : "`" + name + "`";
  }

  static String shown(JsonNode value) {
    String text = value.toString();
    return SafeText.clean(text.length() > 60 ? text.substring(0, 60) + "..." : text);
  }
}
