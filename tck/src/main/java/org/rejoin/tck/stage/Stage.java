package org.rejoin.tck.stage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;

/**
 * Plays the server and the other users of a scenario for one client (view {@code client}).
 *
 * <p>Two things the kit can't play, since they depend on when a client tries which server: another
 * user's return in a scenario that names its servers, where it waits for an attempt; and what
 * others do after the client's own restore that waits for one, since nobody knows beforehand
 * whether it is back by then. No view is made of such a scenario for that client.
 */
public final class Stage {
  private Stage() {}

  /**
   * The views of a check, one for each participant on one of the platforms, in the order of the
   * participants. Only scenarios that name their servers are staged by this.
   *
   * @param check what is to be judged, as a port with view {@code channel} gets it
   * @param platforms what the port can be
   * @param profile the constants in force
   */
  public static ImmutableList<StagedCheck> views(
      Check check, ImmutableSet<Platform> platforms, Profile profile) {
    ImmutableList.Builder<StagedCheck> views = ImmutableList.builder();
    for (Participant who : check.scenario().participants()) {
      if (platforms.contains(who.platform()) && canShow(check.scenario(), who.uid(), profile)) {
        views.add(new StagedCheck(check, who.uid(), profile));
      }
    }
    return views.build();
  }

  /**
   * Whether the kit knows what this client hears, whatever attempts it makes: always, in scenarios
   * that name no servers.
   *
   * @throws IllegalArgumentException as {@link #view}, but for a scenario that can't be shown
   */
  public static boolean canShow(Scenario scenario, UserId client, Profile profile) {
    return scenario.servers().isEmpty()
        || new ViewWriter(scenario, client, profile).write().isPresent();
  }

  /**
   * A scenario as one of its users meets it: its own steps as they are written, and what it hears
   * of the others. The name ends in {@code @} and the uid.
   *
   * @param scenario the whole scenario
   * @param client the one user that the port hosts
   * @param profile the constants in force: a user that gives up is heard no more (D-13)
   * @throws IllegalArgumentException if nobody has this uid, if the scenario is one client's view
   *     already, or if it can't be shown to this client
   */
  public static Scenario view(Scenario scenario, UserId client, Profile profile) {
    return new ViewWriter(scenario, client, profile)
        .write()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "scenario '"
                        + scenario.name()
                        + "' can't be shown to user "
                        + client
                        + " alone: what it hears depends on attempts that nobody knows beforehand"));
  }
}
