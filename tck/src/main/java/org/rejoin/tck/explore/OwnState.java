package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;

/** The state of the user itself: its link, and the age of its outage if it hears nobody. */
enum OwnState {
  OUT("out"),
  KILLED("killed"),
  CONNECTED("connected"),
  UPLINK_CUT("uplink-cut"),
  DOWNLINK_SHORT("downlink-cut-short"),
  DOWNLINK_AT_INTERRUPTED("downlink-cut-at-interrupted"),
  DOWNLINK_INTERRUPTED("downlink-cut-interrupted"),
  DOWNLINK_AT_LOST("downlink-cut-at-lost"),
  DOWNLINK_LOST("downlink-cut-lost"),
  CUT_SHORT("cut-short"),
  CUT_AT_INTERRUPTED("cut-at-interrupted"),
  CUT_INTERRUPTED("cut-interrupted"),
  CUT_AT_LOST("cut-at-lost"),
  CUT_LOST("cut-lost");

  /** All of them, in order. */
  static final ImmutableList<OwnState> ALL = ImmutableList.copyOf(values());

  private final String id;

  OwnState(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  static OwnState of(Situation situation) {
    return switch (situation.own()) {
      case OUT -> OUT;
      case KILLED -> KILLED;
      case CONNECTED -> CONNECTED;
      case UPLINK_CUT -> UPLINK_CUT;
      case DOWNLINK_CUT -> aged(DOWNLINK_SHORT, situation);
      case CUT -> aged(CUT_SHORT, situation);
    };
  }

  private static OwnState aged(OwnState youngest, Situation situation) {
    Thresholds thresholds = situation.thresholds();
    int phase =
        switch (Age.of(situation.deafMillis(), thresholds.interruptedMillis())) {
          case BELOW -> 0;
          case AT -> 1;
          case BEYOND -> 2 + Numbers.of(Age.of(situation.deafMillis(), thresholds.lostMillis()));
        };
    return ALL.get(Numbers.of(youngest) + phase);
  }

  /** Whether its outage is exactly at a threshold. */
  boolean isAtThreshold() {
    return switch (this) {
      case DOWNLINK_AT_INTERRUPTED, DOWNLINK_AT_LOST, CUT_AT_INTERRUPTED, CUT_AT_LOST -> true;
      case OUT,
          KILLED,
          CONNECTED,
          UPLINK_CUT,
          DOWNLINK_SHORT,
          DOWNLINK_INTERRUPTED,
          DOWNLINK_LOST,
          CUT_SHORT,
          CUT_INTERRUPTED,
          CUT_LOST ->
          false;
    };
  }
}
