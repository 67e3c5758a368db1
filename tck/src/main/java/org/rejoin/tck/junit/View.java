package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.stage.Stage;

/**
 * One thing that a port runs for a check: the whole of it, or what one client meets.
 *
 * @param check what is judged
 * @param id the check's id, with the client where it is one client's
 * @param scenario what the port gets
 * @param only the client whose app alone is judged; empty: all of them are
 */
record View(Check check, String id, Scenario scenario, Optional<UserId> only) {

  /** What a port runs for a check; nothing if the check needs platforms that it does not play. */
  static ImmutableList<View> of(Check check, Hello hello, Profile profile) {
    return switch (hello.view()) {
      case CHANNEL ->
          check.scenario().participants().stream()
                  .allMatch(who -> hello.platforms().contains(who.platform()))
              ? ImmutableList.of(new View(check, check.id(), check.scenario(), Optional.empty()))
              : ImmutableList.of();
      case CLIENT ->
          Stage.views(check, hello.platforms(), profile).stream()
              .map(
                  staged ->
                      new View(check, staged.id(), staged.scenario(), Optional.of(staged.user())))
              .collect(ImmutableList.toImmutableList());
    };
  }
}
