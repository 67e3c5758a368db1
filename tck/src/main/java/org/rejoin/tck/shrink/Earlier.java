package org.rejoin.tck.shrink;

import com.google.common.primitives.ImmutableLongArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.rejoin.tck.scenario.Scenario;

/** Passes that make times smaller and rounder; the order of the steps stays. */
final class Earlier {
  private static final long SECOND = 1_000;

  private Earlier() {}

  /** Every time between two steps; what comes after moves along. */
  static void gaps(Search search) {
    for (int i = 0; i <= search.best().steps().size() && !search.isOver(); i++) {
      gap(search, i);
    }
  }

  /** The end alone. */
  static void until(Search search) {
    gap(search, search.best().steps().size());
  }

  /** Each step alone, towards the one before it; what comes after stays where it is. */
  static void alone(Search search) {
    for (int i = 0; i < search.best().steps().size() && !search.isOver(); i++) {
      long[] times = times(search.best());
      long before = i == 0 ? 0 : times[i - 1];
      ImmutableLongArray values =
          search.round().instead(times[i] - before, search.best().untilMillis());
      boolean taken = false;
      for (int at = 0; at < values.length() && !taken; at++) {
        long millis = before + values.get(at);
        taken = millis <= times[i + 1] && search.take(moved(search.best(), i, millis));
      }
    }
  }

  private static void gap(Search search, int index) {
    ImmutableLongArray values =
        search.round().instead(gapMillis(search.best(), index), search.best().untilMillis());
    boolean taken = false;
    for (int at = 0; at < values.length() && !taken; at++) {
      taken = search.take(withGap(search.best(), index, values.get(at)));
    }
    long cutMillis = SECOND;
    while (shortened(search, index, cutMillis)) {
      cutMillis *= 2;
    }
    while (cutMillis > SECOND) {
      cutMillis /= 2;
      shortened(search, index, cutMillis);
    }
  }

  @CanIgnoreReturnValue
  private static boolean shortened(Search search, int index, long cutMillis) {
    long millis = gapMillis(search.best(), index) - cutMillis;
    return millis >= 0 && search.take(withGap(search.best(), index, millis));
  }

  private static long gapMillis(Scenario scenario, int index) {
    long[] times = times(scenario);
    return times[index] - (index == 0 ? 0 : times[index - 1]);
  }

  private static Scenario withGap(Scenario scenario, int index, long millis) {
    long[] times = times(scenario);
    long shift = millis - gapMillis(scenario, index);
    for (int i = index; i < times.length; i++) {
      times[i] += shift;
    }
    return Edits.withTimes(scenario, times);
  }

  private static Scenario moved(Scenario scenario, int index, long millis) {
    long[] times = times(scenario);
    times[index] = millis;
    return Edits.withTimes(scenario, times);
  }

  /** The steps' times, and as the last of them the end. */
  private static long[] times(Scenario scenario) {
    long[] times = new long[scenario.steps().size() + 1];
    for (int i = 0; i < times.length - 1; i++) {
      times[i] = scenario.steps().get(i).atMillis();
    }
    times[times.length - 1] = scenario.untilMillis();
    return times;
  }
}
