package org.rejoin.tck.run;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;

/**
 * How much of what there is was judged.
 *
 * @param isWhole whether nothing was left out: all checks that a run without flags has, none of
 *     them known to fail
 * @param passed how many passed
 * @param all how many a whole run has
 * @param unit what is counted, such as {@code checks}
 */
public record Scope(boolean isWhole, long passed, long all, String unit) {

  /**
   * The scope of a run.
   *
   * @param counts how many checks ended how
   * @param wholeRun how many checks a run without flags has
   */
  public static Scope of(ImmutableMap<Verdict, Integer> counts, int wholeRun) {
    int planned = counts.values().stream().mapToInt(Integer::intValue).sum();
    boolean isWhole =
        planned >= wholeRun
            && counts.getOrDefault(Verdict.NOT_SELECTED, 0) == 0
            && counts.getOrDefault(Verdict.KNOWN_FAILING, 0) == 0;
    int passed = counts.getOrDefault(Verdict.PASS, 0);
    return new Scope(isWhole, passed, Math.max(planned, wholeRun), "checks");
  }

  /** Such as {@code 1 of 11,426 checks}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d of %,d %s", passed, all, unit);
  }
}
