package org.rejoin.tck.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A JSON tree that remembers on which line each field stood. */
final class LocatedTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Integer> lines = new HashMap<>();
  private final JsonNode root;

  private LocatedTree(JsonParser parser) throws IOException {
    this.root = parser.nextToken() == null ? JSON.missingNode() : read(parser, "");
  }

  /** Reads one value and nothing after it. */
  static LocatedTree read(JsonParser parser) throws IOException {
    return new LocatedTree(parser);
  }

  JsonNode root() {
    return root;
  }

  /** The line of a field, or of the nearest thing around it that is there. */
  int lineOf(String path) {
    String place = path;
    while (!lines.containsKey(place) && !place.isEmpty()) {
      int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
      place = place.substring(0, Math.max(end, 0));
    }
    return lines.getOrDefault(place, 1);
  }

  private JsonNode read(JsonParser parser, String path) throws IOException {
    lines.put(path, parser.currentTokenLocation().getLineNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser, path);
      case START_ARRAY -> readArray(parser, path);
      case VALUE_STRING -> JSON.textNode(parser.getText());
      case VALUE_NUMBER_INT -> JSON.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> JSON.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> JSON.booleanNode(true);
      case VALUE_FALSE -> JSON.booleanNode(false);
      default -> JSON.nullNode();
    };
  }

  private ObjectNode readObject(JsonParser parser, String path) throws IOException {
    ObjectNode object = JSON.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, read(parser, path.isEmpty() ? name : path + "." + name));
    }
    return object;
  }

  private ArrayNode readArray(JsonParser parser, String path) throws IOException {
    ArrayNode array = JSON.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(parser, path + "[" + array.size() + "]"));
    }
    return array;
  }
}
