package org.rejoin.tck.shrink;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.rejoin.api.Profile;
import org.rejoin.api.Threshold;

/**
 * Times between steps that are easy to read: whole seconds and a profile's constants. Immutable.
 */
final class RoundTimes {
  private static final long SECOND = 1_000;

  /** Scenarios that are longer are not rounded up, so that no sum overflows. */
  private static final long FAR_MILLIS = 1L << 52;

  private final ImmutableSortedSet<Long> constants;
  private final ImmutableSortedSet<Long> proposals;

  RoundTimes(Profile profile) {
    this.constants =
        profile.thresholds().stream()
            .map(Threshold::millis)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    TreeSet<Long> values = new TreeSet<>();
    values.add(0L);
    values.add(SECOND);
    for (long one : constants) {
      around(values, one);
      constants.forEach(other -> around(values, one + other));
    }
    this.proposals = ImmutableSortedSet.copyOf(values);
  }

  private static void around(Set<Long> values, long millis) {
    values.add(millis - 1);
    values.add(millis);
    values.add(millis + 1);
    values.add(millis + SECOND);
  }

  boolean isRound(long millis) {
    return millis % SECOND == 0 || constants.contains(millis);
  }

  /**
   * What a time may be instead, the smallest first: all that is shorter, and what is rounder.
   *
   * @param millis the time between two steps
   * @param untilMillis how long the whole scenario is
   */
  ImmutableLongArray instead(long millis, long untilMillis) {
    TreeSet<Long> values = new TreeSet<>(proposals.headSet(millis));
    long whole = millis - millis % SECOND;
    if (whole != millis) {
      values.add(whole);
    }
    if (whole != millis && untilMillis < FAR_MILLIS) {
      values.add(whole + SECOND);
    }
    return ImmutableLongArray.copyOf(values);
  }
}
