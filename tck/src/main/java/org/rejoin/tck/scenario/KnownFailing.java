package org.rejoin.tck.scenario;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A check that is known to fail.
 *
 * @param check its id
 * @param reason why it fails, and why that is lived with
 * @param issue where that is tracked, if anywhere
 * @param expires the last day on which it may fail
 * @param match a part of the failure's message; a failure without it is another one
 */
public record KnownFailing(
    String check,
    String reason,
    Optional<String> issue,
    Optional<LocalDate> expires,
    Optional<String> match) {

  /** Whether a failure with this message is the one that is known. */
  public boolean fits(String message) {
    return match.map(message::contains).orElse(true);
  }
}
