package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.TreeMap;

/**
 * The first so many values by place, whatever the order in which they come: what a run keeps of
 * something that a hostile port can have any number of.
 */
final class Kept<T> {
  private final int most;
  private final TreeMap<Integer, T> values = new TreeMap<>();

  Kept(int most) {
    this.most = most;
  }

  void put(int place, T value) {
    values.put(place, value);
    if (values.size() > most) {
      values.pollLastEntry();
    }
  }

  ImmutableList<T> values() {
    return ImmutableList.copyOf(values.values());
  }
}
