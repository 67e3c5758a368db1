package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import org.rejoin.tck.presence.StepReading;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Follows one user through one scenario and marks every pair of state and input on the way. */
final class Follower {
  private final Users users;
  private final Situation situation;
  private final BitSet met;

  Follower(Users users, Thresholds thresholds, BitSet met) {
    this.users = users;
    this.situation = new Situation(thresholds, users.others());
    this.met = met;
  }

  void follow(Scenario scenario, Participant own) {
    ImmutableList<Participant> all = scenario.participants();
    int ownIndex = all.indexOf(own);
    long nowMillis = 0;
    for (Step step : scenario.steps()) {
      pass(step.atMillis() - nowMillis);
      nowMillis = step.atMillis();
      int user = index(all, step);
      if (user == ownIndex) {
        toOwn(Stimulus.of(step));
      } else {
        boolean saysGoodbye = StepReading.quitsWhenKilled(all.get(user).platform().family());
        toOther(user < ownIndex ? user : user - 1, Stimulus.of(step), saysGoodbye);
      }
    }
    pass(scenario.untilMillis() - nowMillis);
  }

  private static int index(ImmutableList<Participant> all, Step step) {
    int index = 0;
    while (all.get(index).uid().value() != step.uid().value()) {
      index++;
    }
    return index;
  }

  private void pass(long millis) {
    long left = millis;
    while (left > 0) {
      long untilChange = situation.untilChangeMillis();
      if (untilChange <= left) {
        mark(users.waiting());
      }
      long passed = Math.min(untilChange, left);
      situation.pass(passed);
      left -= passed;
    }
  }

  private void toOwn(Stimulus stimulus) {
    mark(users.toOwn(stimulus));
    situation.toOwn(stimulus);
  }

  private void toOther(int other, Stimulus stimulus, boolean saysGoodbye) {
    int input = users.toOther(situation, other, stimulus, saysGoodbye);
    if (input != Users.NONE) {
      mark(input);
    }
    situation.toOther(other, stimulus, saysGoodbye);
  }

  private void mark(int input) {
    met.set(users.state(situation) * users.inputs() + input);
  }
}
