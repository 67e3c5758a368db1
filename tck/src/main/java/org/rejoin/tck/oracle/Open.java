package org.rejoin.tck.oracle;

import java.util.function.Supplier;
import org.rejoin.api.Event;

/**
 * One expectation whose window has not ended.
 *
 * @param expectation what is expected
 * @param seat whose app is to be called
 * @param kind the event that it stands for
 * @param session in which of the user's sessions it came up
 * @param reconciled whether it comes from the observer's own recovery, so that its rejoined comes
 *     before (D-43)
 * @param because why it is due, as the first half of a sentence
 * @param met what follows if the port does it
 */
record Open(
    Expectation expectation,
    Seat seat,
    Event.Kind kind,
    int session,
    boolean reconciled,
    Supplier<String> because,
    Runnable met) {

  boolean isOfThisSession() {
    return session == seat.session;
  }

  boolean isRequired() {
    return expectation.level() == Expectation.Level.REQUIRED;
  }

  /** Whether another one is on the same line of one app's story. */
  boolean isOnLine(Open other) {
    return seat == other.seat && expectation.peer().equals(other.expectation.peer());
  }

  /** The same, only permitted, with other consequences. */
  Open relaxed(Runnable consequence) {
    return new Open(expectation.permitted(), seat, kind, session, reconciled, because, consequence);
  }
}
