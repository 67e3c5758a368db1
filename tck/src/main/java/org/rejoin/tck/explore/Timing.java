package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;

/** When an input comes: at its instant, or a millisecond beside it. */
enum Timing {
  /** One millisecond before a threshold. */
  EARLY("/early", -1),
  /** When its state is reached. */
  EXACT("", 0),
  /** One millisecond after a threshold. */
  LATE("/late", 1);

  private final String suffix;
  private final int shiftMillis;

  Timing(String suffix, int shiftMillis) {
    this.suffix = suffix;
    this.shiftMillis = shiftMillis;
  }

  String suffix() {
    return suffix;
  }

  int shiftMillis() {
    return shiftMillis;
  }

  /** What there is to try: beside a threshold only where it was time that led to it. */
  static ImmutableList<Timing> of(Pair pair, ImmutableList<Lattice.Move> way) {
    boolean beside =
        pair.isAtThreshold() && !pair.isWaiting() && way.get(way.size() - 1).stimulus().isEmpty();
    return beside ? ImmutableList.of(EARLY, EXACT, LATE) : ImmutableList.of(EXACT);
  }
}
