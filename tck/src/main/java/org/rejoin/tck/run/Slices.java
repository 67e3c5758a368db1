package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;

/** Deals the selected checks out, a slice at a time, to whoever asks. Safe for several threads. */
final class Slices {
  /** Why no more is judged once somebody has interrupted the run. */
  static final String INTERRUPTED = "interrupted";

  private final ImmutableList<ImmutableIntArray> slices;

  private int dealt;

  /** Why no more is judged; empty while it is. */
  private String stopped = "";

  private Slices(ImmutableList<ImmutableIntArray> slices) {
    this.slices = slices;
  }

  /** Slices of some size, one piece after the other. */
  static Slices of(ImmutableIntArray selected, int size) {
    ImmutableList.Builder<ImmutableIntArray> slices = ImmutableList.builder();
    for (int from = 0; from < selected.length(); from += size) {
      slices.add(selected.subArray(from, Math.min(from + size, selected.length())));
    }
    return new Slices(slices.build());
  }

  /** So many slices, dealt like cards: each gets as many of the first as of the last. */
  static Slices dealt(ImmutableIntArray selected, int hands) {
    ImmutableList.Builder<ImmutableIntArray> slices = ImmutableList.builder();
    for (int hand = 0; hand < Math.min(hands, selected.length()); hand++) {
      ImmutableIntArray.Builder slice = ImmutableIntArray.builder();
      for (int i = hand; i < selected.length(); i += hands) {
        slice.add(selected.get(i));
      }
      slices.add(slice.build());
    }
    return new Slices(slices.build());
  }

  /** The next slice, or empty if there are no more. */
  synchronized Optional<ImmutableIntArray> next() {
    if (dealt == slices.size()) {
      return Optional.empty();
    }
    dealt++;
    return Optional.of(slices.get(dealt - 1));
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
