package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/** Moves a scenario's users to other platforms. */
public final class Moved {
  private Moved() {}

  /**
   * The same with these users. A page is closed on Web only: elsewhere nothing is known of the
   * circumstances of such a kill.
   *
   * @param users the same uids in the same order
   */
  public static Scenario onto(List<Participant> users, Scenario scenario) {
    ImmutableSet<UserId> onWeb =
        users.stream()
            .filter(who -> who.platform() == Platform.WEB)
            .map(Participant::uid)
            .collect(ImmutableSet.toImmutableSet());
    ImmutableList<Step> steps =
        scenario.steps().stream()
            .map(step -> onWeb.contains(step.uid()) ? step : step.withoutPage())
            .collect(ImmutableList.toImmutableList());
    return ImmutableScenario.copyOf(scenario).withSteps(steps).withParticipants(users);
  }
}
