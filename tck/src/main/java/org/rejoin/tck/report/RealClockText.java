package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.run.OnRealClock;
import org.rejoin.tck.run.RunResult;

/** What reports for people say of a run on a real clock. */
public final class RealClockText {
  private RealClockText() {}

  /** How it was judged and what was left out, in a line; none for a virtual clock. */
  public static ImmutableList<String> lines(RunResult result) {
    return result
        .onRealClock()
        .map(
            clock ->
                ImmutableList.of(
                    "real clock: judged up to "
                        + clock.tolerance().earlyMillis()
                        + " ms early and "
                        + clock.tolerance().lateMillis()
                        + " ms late (scenario time); steps that are nearer to a deadline come later, as"
                        + " their checks say; left out, as only a virtual clock can tell: "
                        + checks(clock.leftOut())
                        + "; none generated unless --scenarios says so"))
        .orElse(ImmutableList.of());
  }

  /** What should be known of how it went, a sentence each. */
  public static ImmutableList<String> warnings(RunResult result) {
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    result.onRealClock().ifPresent(clock -> warn(clock, warnings));
    return warnings.build();
  }

  private static void warn(OnRealClock clock, ImmutableList.Builder<String> warnings) {
    if (clock.passedAlone() > 0) {
      warnings.add(
          checks(clock.passedAlone())
              + " failed among others and passed alone, twice: the port or the machine is too busy;"
              + " less concurrency, or a larger timeScale, helps");
    }
    if (clock.notRepeated() > 0) {
      warnings.add(
          checks(clock.notRepeated())
              + " failed and "
              + (clock.notRepeated() == 1 ? "was" : "were")
              + " not judged again alone, since others that break the same rules had failed alone"
              + " as well");
    }
  }

  private static String checks(int count) {
    return Counts.of(count, "check");
  }
}
