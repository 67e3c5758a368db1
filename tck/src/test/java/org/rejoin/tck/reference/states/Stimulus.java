package org.rejoin.tck.reference.states;

/** What is done to a user. A kill says goodbye (APPLE) or does not (AWL, WEB); so for all. */
enum Stimulus {
  JOIN,
  DROP,
  RESTORE,
  LEAVE_OR_QUIT,
  KILL,
  DROP_UPLINK,
  DROP_DOWNLINK;

  boolean applies(Standing standing) {
    return switch (this) {
      case JOIN -> true;
      case DROP, DROP_UPLINK, DROP_DOWNLINK -> standing == Standing.CONNECTED;
      case RESTORE -> standing.isCut();
      case LEAVE_OR_QUIT, KILL -> standing != Standing.OUT;
    };
  }

  Standing leadsTo() {
    return switch (this) {
      case JOIN, RESTORE -> Standing.CONNECTED;
      case DROP -> Standing.CUT;
      case LEAVE_OR_QUIT, KILL -> Standing.OUT;
      case DROP_UPLINK -> Standing.UPLINK_CUT;
      case DROP_DOWNLINK -> Standing.DOWNLINK_CUT;
    };
  }
}
