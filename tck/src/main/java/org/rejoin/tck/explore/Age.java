package org.rejoin.tck.explore;

/** A silence's age against a threshold. */
enum Age {
  /** It has not come to it. */
  BELOW,
  /** It has at this instant, and what is due has not fallen (D-03). */
  AT,
  /** It has passed it. */
  BEYOND;

  static Age of(long ageMillis, long thresholdMillis) {
    if (ageMillis < thresholdMillis) {
      return BELOW;
    }
    return ageMillis == thresholdMillis ? AT : BEYOND;
  }
}
