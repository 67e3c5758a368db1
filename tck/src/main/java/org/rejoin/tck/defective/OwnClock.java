package org.rejoin.tck.defective;

import org.rejoin.api.Family;

/** An observer that is cut off says gone by its own clock, which some may (D-09). */
abstract class OwnClock extends Quirk {
  @Override
  final boolean goesByItsOwnClock(Person observer, Plain world) {
    return observer.family != Family.WEB && when(observer, world);
  }

  /** Whether it does so here. */
  abstract boolean when(Person observer, Plain world);
}
