package org.rejoin.tck.run;

import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.KnownFailing;

/**
 * An entry of the list of known failures that does not hold any more.
 *
 * @param check the check
 * @param entry what the list says
 * @param passes whether the check passes now; otherwise it fails, but not as listed
 */
public record Stale(Check check, KnownFailing entry, boolean passes) {
  /** What is wrong and what to do, in one line. */
  public String message() {
    return passes
        ? entry.check() + " passes now; take it out of the list"
        : entry.check() + " fails, but its message has no '" + entry.match().orElse("") + "'";
  }
}
