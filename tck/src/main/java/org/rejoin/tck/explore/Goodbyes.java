package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Family;

/** Whether a kill of another user says goodbye: all that its family counts for. */
enum Goodbyes {
  /** Others are on AWL or WEB. */
  NEVER,
  /** Others are on APPLE (KILL-01). */
  ALWAYS,
  /** There are both kinds. */
  EITHER;

  /** What there is among others of these families; at least one. */
  static Goodbyes among(ImmutableSet<Family> families) {
    if (!families.contains(Family.APPLE)) {
      return NEVER;
    }
    return families.size() == 1 ? ALWAYS : EITHER;
  }

  /** The lattices on which all of it is met, each with one kind of others. */
  ImmutableSet<Boolean> kinds() {
    return switch (this) {
      case NEVER -> ImmutableSet.of(false);
      case ALWAYS -> ImmutableSet.of(true);
      case EITHER -> ImmutableSet.of(false, true);
    };
  }
}
