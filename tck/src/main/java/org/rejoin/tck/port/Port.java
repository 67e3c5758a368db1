package org.rejoin.tck.port;

import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;

/**
 * The seam to an SDK under test: says who it is, and runs scenarios one at a time.
 *
 * <p>A port is used by one thread at a time. Every scenario starts from nothing; what one leaves
 * behind must not show in the next.
 */
public interface Port extends AutoCloseable {

  /** Who the port is and what it can do; the same on every call. */
  Hello hello();

  /**
   * Runs a whole scenario, up to and including its {@code until}.
   *
   * @param scenario what is done to whom and when
   * @param profile the constants and names in force
   */
  Answer run(Scenario scenario, Profile profile);

  /** Lets go of everything the port holds. Nothing by default. */
  @Override
  default void close() {}
}
