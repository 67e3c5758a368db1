package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** The words of enums in files, and help with misspelt ones. */
final class Words {
  private Words() {}

  /** The words of an enum, in its order. */
  static <T> ImmutableSet<String> of(T[] values, Function<T, String> id) {
    return Arrays.stream(values).map(id).collect(ImmutableSet.toImmutableSet());
  }

  /** A constant's word: {@code PAGE_CLOSED} is {@code page-closed}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code "; did you mean 'x'?"} if one of the known words is near, or nothing. */
  static String closest(String word, ImmutableSet<String> known) {
    String best = "";
    int bestDistance = 3;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
  }

  /** A value as it stands in the file, cut short. */
  static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  /** Levenshtein's, for words of a line's length at most. */
  private static int distance(String one, String other) {
    if (one.length() > 80) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
