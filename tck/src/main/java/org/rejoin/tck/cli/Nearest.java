package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ids that a misspelt one was probably meant to be. */
final class Nearest {
  private static final int AT_MOST = 3;
  private static final int FAR = 2;
  private static final Pattern WORD_AND_NUMBER = Pattern.compile("([A-Z]+)[^A-Z0-9]*([0-9]{1,4})");

  private Nearest() {}

  /**
   * The one id that differs in nothing but separators and leading zeros, or else the ids nearest to
   * the misspelt one. Empty if all are far, or more than three equally near.
   */
  static ImmutableList<String> to(String misspelt, ImmutableList<String> ids) {
    String upper = misspelt.strip().toUpperCase(Locale.ROOT);
    String regular = regular(upper);
    if (ids.contains(regular)) {
      return ImmutableList.of(regular);
    }
    int best = ids.stream().mapToInt(id -> distance(regular, id)).min().orElse(Integer.MAX_VALUE);
    ImmutableList<String> nearest =
        ids.stream()
            .filter(id -> distance(regular, id) == best)
            .collect(ImmutableList.toImmutableList());
    return best > FAR || nearest.size() > AT_MOST ? ImmutableList.of() : nearest;
  }

  /** {@code NET5} and {@code NET_5} are {@code NET-05}. */
  private static String regular(String upper) {
    Matcher parts = WORD_AND_NUMBER.matcher(upper);
    return parts.matches()
        ? parts.group(1) + String.format(Locale.ROOT, "-%02d", Integer.parseInt(parts.group(2)))
        : upper;
  }

  /** Levenshtein's, for words of an id's length; anything longer is far. */
  private static int distance(String one, String other) {
    if (one.length() > 16) {
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
