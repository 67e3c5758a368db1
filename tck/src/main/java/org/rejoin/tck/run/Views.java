package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Needs;
import org.rejoin.tck.stage.Stage;
import org.rejoin.tck.stage.StagedCheck;

/** Which users of a check a port that hosts one client can be, one after the other. Immutable. */
final class Views {
  private final Hello hello;
  private final Profile profile;

  Views(Hello hello, Profile profile) {
    this.hello = hello;
    this.profile = profile;
  }

  /** The check as each of these users meets it. */
  ImmutableList<StagedCheck> of(Check check) {
    return Stage.views(check, hello.platforms(), profile).stream()
        .filter(view -> hello.features().containsAll(Needs.of(view.scenario())))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whose callbacks are judged. */
  ImmutableSet<UserId> users(Check check) {
    return of(check).stream().map(StagedCheck::user).collect(ImmutableSet.toImmutableSet());
  }
}
