package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableMap;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many pairs of state and input there are for a user with some thresholds. Those of the shipped
 * profiles are written down, since a run has no time to explore; a test explores and compares.
 */
final class Reachable {

  /** Where exploring is no more a matter of a second. */
  private static final long MOST_UNITS = 32;

  /**
   * The pairs of a user with certain thresholds.
   *
   * @param alike of two users, killed others all alike: on APPLE, or on AWL and WEB
   * @param either of two users, the other on any platform
   * @param three of three users
   */
  record Counts(int alike, int either, int three) {
    int of(Users users, Goodbyes goodbyes) {
      return switch (users) {
        case TWO ->
            switch (goodbyes) {
              case NEVER, ALWAYS -> alike;
              case EITHER -> either;
            };
        case THREE -> three;
      };
    }
  }

  /** In the order of the shipped profiles, the longer window first. */
  static final ImmutableMap<Thresholds, Counts> WRITTEN =
      ImmutableMap.of(
          new Thresholds(4_000, 10_000, 20_000), new Counts(5_272, 5_628, 6_320),
          new Thresholds(4_000, 10_000, 10_000), new Counts(4_732, 5_052, 5_172),
          new Thresholds(4_000, 15_000, 20_000), new Counts(5_272, 5_628, 6_320),
          new Thresholds(4_000, 15_000, 10_000), new Counts(4_552, 4_860, 4_848),
          new Thresholds(4_000, 14_000, 20_000), new Counts(5_272, 5_628, 6_320),
          new Thresholds(4_000, 14_000, 10_000), new Counts(4_552, 4_860, 4_848));

  private Reachable() {}

  /**
   * How many there are under any of these thresholds; empty if they are of a profile that would
   * take too long.
   */
  static OptionalInt pairs(Users users, List<Thresholds> any, Goodbyes goodbyes) {
    Counts written = any.size() == 1 ? WRITTEN.get(any.get(0)) : null;
    if (written != null) {
      return OptionalInt.of(written.of(users, goodbyes));
    }
    return which(users, any, goodbyes)
        .map(pairs -> OptionalInt.of(pairs.cardinality()))
        .orElse(OptionalInt.empty());
  }

  /** Which they are, by exploring; empty if that would take too long. */
  static Optional<BitSet> which(Users users, List<Thresholds> any, Goodbyes goodbyes) {
    if (any.stream().anyMatch(thresholds -> thresholds.units() > MOST_UNITS)) {
      return Optional.empty();
    }
    BitSet reached = new BitSet();
    any.forEach(thresholds -> reached.or(explored(users, thresholds, goodbyes)));
    return Optional.of(reached);
  }

  private static BitSet explored(Users users, Thresholds thresholds, Goodbyes goodbyes) {
    Goodbyes looked =
        switch (users) {
          case TWO -> goodbyes;
          // A goodbye of one of two is the same as its leaving.
          case THREE -> Goodbyes.NEVER;
        };
    BitSet reached = new BitSet();
    for (boolean kind : looked.kinds()) {
      reached.or(Lattice.explore(users, thresholds, kind).reached());
    }
    return reached;
  }
}
