package org.rejoin.tck.report.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;

/** Where two JSON values differ: the place and the two values, the first few of them. */
final class Differences {
  private static final int FEW = 20;
  private static final int WIDTH = 160;

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /** Fails with the first differences, a line each. */
  static void assertNone(JsonNode expected, JsonNode actual) {
    Differences differences = new Differences();
    differences.compare("", expected, actual);
    assertEquals(List.of(), differences.found);
  }

  private void compare(String place, JsonNode expected, JsonNode actual) {
    if (found.size() >= FEW || expected.equals(actual)) {
      return;
    }
    if (expected.isObject() && actual.isObject()) {
      for (String field :
          Sets.union(
              Sets.newLinkedHashSet(expected::fieldNames),
              Sets.newLinkedHashSet(actual::fieldNames))) {
        compare(place + "/" + field, expected.path(field), actual.path(field));
      }
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(place + "[" + i + "]", expected.path(i), actual.path(i));
      }
    } else {
      found.add(place + ": expected " + shown(expected) + ", was " + shown(actual));
    }
  }

  private static String shown(JsonNode value) {
    if (value.isMissingNode()) {
      return "nothing";
    }
    String text = (value.isArray() ? value.size() + " items " : "") + value;
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "...";
  }
}
