package org.rejoin.tck.shrink;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Passes that make what is left plain: no details, the first platform, users numbered from 1. */
final class Plainer {
  private static final ImmutableList<Platform> PLATFORMS = ImmutableList.copyOf(Platform.values());

  private Plainer() {}

  static void details(Search search) {
    search.take(Edits.withoutServers(search.best()));
    search.take(Edits.inCommunication(search.best()));
    search.take(Edits.eachStep(search.best(), Edits::plain));
    search.take(Edits.eachStep(search.best(), step -> step.withChannel(Step.MAIN_CHANNEL)));
    search.take(Edits.eachStep(search.best(), Edits::joined));
    for (int i = 0; i < search.best().steps().size(); i++) {
      search.take(Edits.withStep(search.best(), i, Edits::joined));
      search.take(Edits.withStep(search.best(), i, Edits::plain));
      search.take(Edits.withStep(search.best(), i, step -> step.withDirection(Direction.BOTH)));
      search.take(Edits.withStep(search.best(), i, step -> step.withChannel(Step.MAIN_CHANNEL)));
    }
  }

  /** Towards the first platform, all users together and then each. */
  static void platforms(Search search) {
    search.take(Edits.onPlatform(search.best(), Edits.users(search.best()), PLATFORMS.get(0)));
    for (UserId user : Edits.users(search.best())) {
      for (Platform platform : PLATFORMS) {
        if (platform == platformOf(search.best(), user)
            || search.take(Edits.onPlatform(search.best(), ImmutableSet.of(user), platform))) {
          break;
        }
      }
    }
  }

  private static Platform platformOf(Scenario scenario, UserId user) {
    return scenario.participants().stream()
        .filter(who -> who.uid().equals(user))
        .map(Participant::platform)
        .findFirst()
        .orElseThrow();
  }

  static void numbers(Search search) {
    boolean aboutPeers =
        search.best().steps().stream().anyMatch(step -> step.action().isAboutPeer());
    if (!aboutPeers) {
      search.take(Edits.renumbered(search.best()));
    }
  }
}
