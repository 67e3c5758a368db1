package org.rejoin.tck.oracle;

import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;

/**
 * One expectation whose instant has not passed.
 *
 * @param expectation what is expected
 * @param seat whose app is to be called
 * @param kind the event that it stands for
 * @param reconciled whether it comes from the observer's own recovery, so that its rejoined comes
 *     before (D-43)
 * @param because why it is due, as the first half of a sentence
 * @param met what follows if the port does it
 */
record Open(
    Expectation expectation,
    Seat seat,
    Event.Kind kind,
    boolean reconciled,
    String because,
    Runnable met) {

  boolean isRequired() {
    return expectation.level() == Expectation.Level.REQUIRED;
  }

  /** Whether it is on one line of the story: about the local user, or about this peer. */
  boolean isOnLine(Optional<UserId> peer) {
    return expectation.peer().equals(peer);
  }
}
