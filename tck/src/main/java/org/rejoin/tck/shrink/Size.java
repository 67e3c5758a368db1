package org.rejoin.tck.shrink;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/**
 * How much there is to read in a scenario, the weightiest first. Whatever is made smaller comes to
 * an end, since no part of it can fall below nothing.
 *
 * @param steps how many steps
 * @param users how many users
 * @param details how much is not plain: directions, channels, contexts, restarts, servers, the mode
 * @param platforms how far the users' platforms are from the first one, in all
 * @param unround how many times between steps are neither whole seconds nor a constant
 * @param untilMillis how long it is
 * @param stepMillis how late its steps are, in all
 * @param numbers how many users are not numbered by their place, from 1
 */
record Size(
    int steps,
    int users,
    int details,
    int platforms,
    int unround,
    long untilMillis,
    double stepMillis,
    int numbers)
    implements Comparable<Size> {
  private static final ImmutableList<Platform> PLATFORMS = ImmutableList.copyOf(Platform.values());

  static Size of(Scenario scenario, RoundTimes round) {
    int details = scenario.servers().size() + (scenario.mode() == Mode.COMMUNICATION ? 0 : 1);
    int unround = 0;
    double stepMillis = 0;
    long beforeMillis = 0;
    for (Step step : scenario.steps()) {
      details += details(step);
      unround += round.isRound(step.atMillis() - beforeMillis) ? 0 : 1;
      stepMillis += step.atMillis();
      beforeMillis = step.atMillis();
    }
    unround += round.isRound(scenario.untilMillis() - beforeMillis) ? 0 : 1;
    int platforms = 0;
    int numbers = 0;
    for (int i = 0; i < scenario.participants().size(); i++) {
      Participant who = scenario.participants().get(i);
      platforms += PLATFORMS.indexOf(who.platform());
      numbers += who.uid().equals(UserId.of(i + 1L)) ? 0 : 1;
    }
    return new Size(
        scenario.steps().size(),
        scenario.participants().size(),
        details,
        platforms,
        unround,
        scenario.untilMillis(),
        stepMillis,
        numbers);
  }

  private static int details(Step step) {
    return (step.direction() == Direction.BOTH ? 0 : 1)
        + (step.channel().equals(Step.MAIN_CHANNEL) ? 0 : 1)
        + (step.context().isPresent() ? 1 : 0)
        + (step.action() == Action.RESTART ? 1 : 0);
  }

  @Override
  public int compareTo(Size other) {
    return ComparisonChain.start()
        .compare(steps, other.steps)
        .compare(users, other.users)
        .compare(details, other.details)
        .compare(platforms, other.platforms)
        .compare(unround, other.unround)
        .compare(untilMillis, other.untilMillis)
        .compare(stepMillis, other.stepMillis)
        .compare(numbers, other.numbers)
        .result();
  }
}
