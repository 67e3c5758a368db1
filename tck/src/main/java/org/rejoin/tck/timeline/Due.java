package org.rejoin.tck.timeline;

import java.util.Comparator;
import org.rejoin.api.UserId;

/**
 * Something that will happen on a user's lane unless a step comes first.
 *
 * @param atMillis when
 * @param kind what
 * @param label the constant that runs out then; empty for a reconnect
 * @param about whose silence it is
 */
record Due(long atMillis, Kind kind, String label, UserId about) {

  /** A return is somebody's presence, so it comes before the deadlines of its instant. */
  static final Comparator<Due> ORDER =
      Comparator.comparingLong(Due::atMillis).thenComparing(Due::kind);

  /** What can be due. */
  enum Kind {
    /** The attempt that is accepted, in scenarios that name servers (NET-04). */
    RECONNECT,
    /** The user's own outage reaches interrupted or lost. */
    OWN,
    /** The user stops trying; its session is over (D-13). */
    GIVE_UP,
    /** An observer's window for another user ends. */
    WINDOW
  }
}
