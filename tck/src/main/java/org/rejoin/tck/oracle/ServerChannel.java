package org.rejoin.tck.oracle;

import java.util.LinkedHashSet;
import java.util.Set;
import org.rejoin.api.UserId;

/** One channel as its server sees it. */
final class ServerChannel {
  final String name;

  /** The users that the server hears. */
  final Set<UserId> heard = new LinkedHashSet<>(Acceptor.FEW);

  /** The users that went silent there without a goodbye, since the channel came to be (D-33). */
  final Set<UserId> silentMembers = new LinkedHashSet<>(Acceptor.FEW);

  /** When it is destroyed if nobody comes (D-28). */
  long destroyedDueMillis = Pair.NONE;

  /** When it was last to be destroyed, had nobody come so shortly before. */
  private long sparedMillis = Pair.NONE;

  /** Whether the last user to become absent was killed (KILL-10). */
  boolean lastWasKilled;

  ServerChannel(String name) {
    this.name = name;
  }

  /** Somebody is there: nothing is due, but a real clock may have been ahead. */
  void comeTo(long nowMillis, long earlyMillis) {
    if (destroyedDueMillis != Pair.NONE && destroyedDueMillis - nowMillis < earlyMillis) {
      sparedMillis = destroyedDueMillis;
    }
    destroyedDueMillis = Pair.NONE;
  }

  /** Whether it may be shown destroyed although somebody came: once, and around that instant. */
  boolean takeSpared(long atMillis, Tolerance tolerance) {
    boolean may =
        sparedMillis != Pair.NONE
            && atMillis >= sparedMillis - tolerance.earlyMillis()
            && atMillis <= sparedMillis + tolerance.lateMillis();
    if (may) {
      sparedMillis = Pair.NONE;
    }
    return may;
  }
}
