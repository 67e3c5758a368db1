package org.rejoin.tck.oracle;

import java.util.Optional;
import org.rejoin.api.UserId;

/**
 * Something that is no difference, but bounds what a verdict on the trace says.
 *
 * @param kind what it is
 * @param sinceMillis from when on it holds
 * @param uid whose app or client it is
 * @param peer the remote user that it is about, where it is about one
 */
public record Remark(Kind kind, long sinceMillis, UserId uid, Optional<UserId> peer) {

  /** What it is. */
  public enum Kind {
    /** A user entered a channel that it was in, and could be heard in, already (D-26). */
    ALIVE_TWICE,
    /** A user was cut off when the trace ended, and had been for longer than every deadline. */
    CUT_OFF_TO_THE_END,
    /** An app was told that a user is gone of which it had been told nothing before (D-33). */
    NEVER_ANNOUNCED
  }
}
