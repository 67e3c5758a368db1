package org.rejoin.tck.report;

import com.google.common.collect.Multiset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.rejoin.tck.run.Verdict;

/** Numbers of checks in words. */
public final class Counts {
  private Counts() {}

  /** How many ended how, such as {@code 1,380 pass, 46 unsupported}; nothing for none. */
  public static String words(Map<Verdict, Integer> counts) {
    return words(verdict -> counts.getOrDefault(verdict, 0));
  }

  /** The same. */
  public static String words(Multiset<Verdict> counts) {
    return words(counts::count);
  }

  private static String words(ToLongFunction<Verdict> count) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> count.applyAsLong(verdict) > 0)
        .map(verdict -> number(count.applyAsLong(verdict)) + " " + verdict.id())
        .collect(Collectors.joining(", "));
  }

  /** Such as {@code 11,426}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 1 check} or {@code 2 checks}. */
  public static String of(long count, String one) {
    return number(count) + " " + one + (count == 1 ? "" : "s");
  }
}
