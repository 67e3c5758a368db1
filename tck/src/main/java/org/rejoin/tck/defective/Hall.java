package org.rejoin.tck.defective;

import java.util.TreeSet;
import org.rejoin.api.UserId;

/** A channel as its server sees it. Mutable: misreadings meddle with it. */
final class Hall {
  final String name;

  /** Who can be heard in it. */
  final TreeSet<UserId> heard = new TreeSet<>();

  /** When it is destroyed if nobody comes. */
  long dueMillis = Plain.NEVER;

  /** How often somebody came in time. */
  int timesSaved;

  /** How often it was destroyed. */
  int timesDestroyed;

  Hall(String name) {
    this.name = name;
  }
}
