package org.rejoin.tck.junit;

import org.rejoin.tck.run.Glob;

/**
 * Checks that are left out, with the reason.
 *
 * @param glob which, by id
 * @param reason why
 */
public record OptedOut(Glob glob, String reason) {

  /** Whether a check of this id is left out. */
  boolean matches(String id) {
    return glob.matches(id);
  }
}
