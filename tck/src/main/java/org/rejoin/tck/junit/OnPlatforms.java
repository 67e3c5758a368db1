package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Platform;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Moved;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;

/**
 * Moves users of generated scenarios to platforms that the port plays: few would concern it
 * otherwise, and none at all if it plays one of six.
 */
final class OnPlatforms {
  private static final ImmutableList<Platform> ALL = ImmutableList.copyOf(Platform.values());

  private final Hello hello;
  private final ImmutableList<Platform> platforms;

  OnPlatforms(Hello hello) {
    this.hello = hello;
    this.platforms = hello.platforms().asList();
  }

  /** All users of a port that hosts all of them; of one that hosts one client, the first. */
  Scenario move(Scenario scenario) {
    ImmutableList.Builder<Participant> moved = ImmutableList.builder();
    for (Participant who : scenario.participants()) {
      boolean moves =
          !hello.platforms().contains(who.platform())
              && switch (hello.view()) {
                case CHANNEL -> true;
                case CLIENT -> who.equals(scenario.participants().get(0));
              };
      moved.add(moves ? new Participant(who.uid(), instead(who.platform())) : who);
    }
    return Moved.onto(moved.build(), scenario);
  }

  private Platform instead(Platform other) {
    return platforms.get(ALL.indexOf(other) % platforms.size());
  }
}
