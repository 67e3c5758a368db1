package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What was found at one rung. Its texts may hold a port's words: whoever shows them makes them
 * harmless.
 *
 * @param rung which
 * @param state whether it holds
 * @param seen what was seen, or why it was not tried
 * @param advice what to do about it, where it failed
 * @param log the last lines of the port's log, where that may help
 */
public record Finding(
    Rung rung, State state, String seen, Optional<String> advice, ImmutableList<String> log) {

  /** Whether a rung holds. */
  public enum State {
    /** It does. */
    OK,
    /** It does not. */
    FAILED,
    /** Nobody knows: a rung before it has to hold first. */
    NOT_TRIED
  }

  static Finding ok(Rung rung, String seen) {
    return new Finding(rung, State.OK, seen, Optional.empty(), ImmutableList.of());
  }

  static Finding failed(Rung rung, String seen, String advice, ImmutableList<String> log) {
    return new Finding(rung, State.FAILED, seen, Optional.of(advice), log);
  }

  static Finding notTried(Rung rung, String why) {
    return new Finding(rung, State.NOT_TRIED, why, Optional.empty(), ImmutableList.of());
  }

  boolean holds() {
    return state == State.OK;
  }
}
