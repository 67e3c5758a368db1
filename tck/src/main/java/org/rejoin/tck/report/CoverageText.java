package org.rejoin.tck.report;

import java.util.Locale;
import org.rejoin.tck.explore.Coverage;

/** Which pairs of state and input a run exercised, in words. */
public final class CoverageText {
  private CoverageText() {}

  /** Both counts. */
  public static String of(Coverage.Count count) {
    return of(count.two())
        + " pairs of state and input of two users, "
        + of(count.three())
        + " of three";
  }

  private static String of(Coverage.Pairs pairs) {
    String exercised = String.format(Locale.ROOT, "%,d", pairs.exercised());
    return pairs.reachable().isEmpty()
        ? exercised
        : String.format(Locale.ROOT, "%s of %,d", exercised, pairs.reachable().getAsInt());
  }
}
