package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;

/** What the user holds of another, and how old a silence is against the user's window. */
enum HeldState {
  UNKNOWN("unknown"),
  HEARD("heard"),
  SILENT("silent"),
  AT_WINDOW("at-window"),
  /** Its window ended while the user heard nobody, so that nothing was concluded (D-09). */
  OVERDUE("overdue"),
  GONE("gone");

  /** All of them, in order. */
  static final ImmutableList<HeldState> ALL = ImmutableList.copyOf(values());

  private final String id;

  HeldState(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  static HeldState of(Situation situation, int other) {
    return switch (situation.held(other)) {
      case UNKNOWN -> UNKNOWN;
      case HEARD -> HEARD;
      case SILENT ->
          switch (Age.of(situation.silentMillis(other), situation.thresholds().windowMillis())) {
            case BELOW -> SILENT;
            case AT -> AT_WINDOW;
            case BEYOND -> OVERDUE;
          };
      case GONE -> GONE;
    };
  }
}
