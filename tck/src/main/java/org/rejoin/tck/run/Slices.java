package org.rejoin.tck.run;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;

/** Deals the selected checks out, a slice at a time, to whoever asks. Safe for several threads. */
final class Slices {
  private final ImmutableIntArray selected;
  private final int size;

  private int dealt;

  /** Why no more is judged; empty while it is. */
  private String stopped = "";

  Slices(ImmutableIntArray selected, int size) {
    this.selected = selected;
    this.size = size;
  }

  /** The next slice, or empty if there are no more. */
  synchronized Optional<ImmutableIntArray> next() {
    if (dealt == selected.length()) {
      return Optional.empty();
    }
    int from = dealt;
    dealt = Math.min(from + size, selected.length());
    return Optional.of(selected.subArray(from, dealt));
  }

  /** What is still to be dealt is not to be judged; the first reason stays. */
  synchronized void stop(String reason) {
    stopped = stopped.isEmpty() ? reason : stopped;
  }

  /** Why no more is judged; empty while it is. */
  synchronized String stopped() {
    return stopped;
  }
}
