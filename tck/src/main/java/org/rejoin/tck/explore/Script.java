package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.presence.Link;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Writes the way to a state, an input, and what is needed to see its consequences, as steps. */
final class Script {
  private static final int USERS = 2;
  private static final long A_WHILE_MILLIS = 1_000;

  private final long restMillis;

  Script(Profile profile) {
    this.restMillis = A_WHILE_MILLIS + profile.longestMillis();
  }

  /** Whether the other is killed on the way or by the input. */
  static boolean killsOther(ImmutableList<Lattice.Move> way, Pair pair) {
    return (!pair.isWaiting() && pair.toOther() && pair.stimulus() == Stimulus.KILL)
        || way.stream()
            .anyMatch(
                move ->
                    move.user() > 0 && move.stimulus().stream().anyMatch(Stimulus.KILL::equals));
  }

  /**
   * The scenario. After a rest in which everything falls due, everybody who is away or cut off
   * returns, so that a wrong state in which nothing more was due shows too.
   */
  Scenario write(
      String name,
      Mode mode,
      Platform own,
      Platform other,
      ImmutableList<Lattice.Move> way,
      Pair pair,
      Timing timing) {
    Link[] links = {Link.OUT, Link.OUT};
    ImmutableScenario.Builder scenario =
        ImmutableScenario.builder()
            .name(name)
            .mode(mode)
            .addParticipants(new Participant(uid(0), own), new Participant(uid(1), other));
    long nowMillis = 0;
    for (Lattice.Move move : way) {
      nowMillis += move.millis();
      if (move.stimulus().isPresent()) {
        scenario.addSteps(step(nowMillis, move.user(), move.stimulus().get(), links));
      }
    }
    if (!pair.isWaiting()) {
      nowMillis += timing.shiftMillis();
      scenario.addSteps(step(nowMillis, pair.toOther() ? 1 : 0, pair.stimulus(), links));
    }
    nowMillis += restMillis;
    for (int user = 0; user < USERS; user++) {
      if (links[user] != Link.CONNECTED) {
        Stimulus back = links[user].isInSession() ? Stimulus.RESTORE : Stimulus.JOIN;
        scenario.addSteps(step(nowMillis, user, back, links));
      }
    }
    return scenario.untilMillis(nowMillis + A_WHILE_MILLIS).build();
  }

  private static UserId uid(int user) {
    return UserId.of(user + 1);
  }

  private static Step step(long atMillis, int user, Stimulus stimulus, Link[] links) {
    boolean restarts = stimulus == Stimulus.JOIN && links[user] == Link.KILLED;
    links[user] = stimulus.after(links[user]);
    return Step.of(atMillis, restarts ? Action.RESTART : stimulus.action(), uid(user))
        .withDirection(stimulus.direction());
  }
}
