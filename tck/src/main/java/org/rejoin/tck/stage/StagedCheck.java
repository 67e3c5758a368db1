package org.rejoin.tck.stage;

import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;

/**
 * One thing that a run judges on a port that hosts one client: a check, seen by one of its users.
 *
 * @param check the check; its own scenario is what the oracle judges, for this user only
 * @param user the client that the port hosts
 * @param profile the constants in force
 */
public record StagedCheck(Check check, UserId user, Profile profile) {

  /** Its stable name, such as {@code NET-10/android-dropped-12s@2}. */
  public String id() {
    return named(check.id(), user);
  }

  /**
   * What the port gets. It is made anew by every call, so that thousands of views weigh nothing.
   *
   * @throws IllegalArgumentException as {@link Stage#view}; never where it came from {@link
   *     Stage#views}
   */
  public Scenario scenario() {
    return Stage.view(check.scenario(), user, profile);
  }

  /** How a view is told from the whole. */
  static String named(String whole, UserId user) {
    return whole + "@" + user;
  }
}
