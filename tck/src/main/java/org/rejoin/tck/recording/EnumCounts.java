package org.rejoin.tck.recording;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.Ints;
import java.util.EnumMap;

/** How often each constant of an enum came; a recording may be longer than an int counts. */
final class EnumCounts<K extends Enum<K>> {
  private final EnumMap<K, Counter> counts;

  EnumCounts(Class<K> type) {
    this.counts = new EnumMap<>(type);
    for (K constant : type.getEnumConstants()) {
      counts.put(constant, new Counter());
    }
  }

  void add(K constant) {
    counter(constant).value++;
  }

  long of(K constant) {
    return counter(constant).value;
  }

  /** The same as an int; the largest one, if it is more. */
  int saturated(K constant) {
    return Ints.saturatedCast(of(constant));
  }

  private Counter counter(K constant) {
    return requireNonNull(counts.get(constant));
  }

  private static final class Counter {
    private long value;
  }
}
