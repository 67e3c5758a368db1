package org.rejoin.tck.shrink;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Set;
import org.rejoin.api.UserId;

/** Passes that take users and steps away: many at once while that goes well, then one by one. */
final class Removing {
  /** So many users and steps at most have all their pairs, or triples, tried. */
  private static final int PAIRED_USERS = 8;

  private static final int PAIRED_STEPS = 24;
  private static final int TRIPLED_STEPS = 10;

  private Removing() {}

  /** Most failures need one user or two: whoever they are is found first. */
  static void users(Search search) {
    ImmutableSet<UserId> all = Edits.users(search.best());
    for (int few = 1; few <= 2 && few < all.size() && all.size() <= PAIRED_USERS; few++) {
      for (Set<UserId> kept : Sets.combinations(all, few)) {
        if (search.take(Edits.onlyUsers(search.best(), kept))) {
          return;
        }
      }
    }
    for (UserId user : all.asList().reverse()) {
      Set<UserId> others = Sets.difference(Edits.users(search.best()), ImmutableSet.of(user));
      if (!others.isEmpty()) {
        search.take(Edits.onlyUsers(search.best(), others));
      }
    }
  }

  /** Delta debugging: pieces of half of all steps, of a quarter, and so on down to one. */
  static void steps(Search search) {
    for (int length = count(search) / 2; length >= 1; length /= 2) {
      int from = 0;
      while (from < count(search) && !search.isOver()) {
        int to = Math.min(from + length, count(search));
        Set<Integer> piece = ContiguousSet.closedOpen(from, to);
        if (!search.take(Edits.withoutSteps(search.best(), piece))) {
          from += length;
        }
      }
    }
  }

  /** Two steps may need each other and nobody else them: a drop and its restore. */
  static void pairs(Search search) {
    combinations(search, 2, PAIRED_STEPS);
  }

  /** The same of three. */
  static void triples(Search search) {
    combinations(search, 3, TRIPLED_STEPS);
  }

  private static void combinations(Search search, int size, int mostSteps) {
    boolean again = true;
    while (again && !search.isOver()) {
      again = false;
      int steps = count(search);
      if (steps < size || steps > mostSteps) {
        return;
      }
      Set<Integer> indexes = ContiguousSet.closedOpen(0, steps);
      for (Set<Integer> some : Sets.combinations(indexes, size)) {
        if (search.take(Edits.withoutSteps(search.best(), some))) {
          again = true;
          break;
        }
      }
    }
  }

  private static int count(Search search) {
    return search.best().steps().size();
  }
}
