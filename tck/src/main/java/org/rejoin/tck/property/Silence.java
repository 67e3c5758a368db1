package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * Who is in no channel is told nothing. At the very instant of a leave or a kill something may be
 * told if any step was written before it there, since it may follow from that one. Giving up is not
 * looked at (D-13).
 */
final class Silence extends Watching {

  /** A time in which a user may be told something, both ends included. */
  private record Session(long fromMillis, long toMillis, Optional<Step> end) {}

  Silence() {
    super(
        "silence",
        "A user that was killed or has left is told nothing until its next session begins.",
        Rule.DRV_09);
  }

  @Override
  boolean suits(Scenario base, Setting setting) {
    return Preconditions.endsSessions(base, setting);
  }

  @Override
  Optional<Difference> difference(Scenario base, Trace trace, Setting setting) {
    for (TracedCallback told : trace.callbacks()) {
      ImmutableList<Session> sessions = sessions(base, told.uid());
      boolean inSession =
          sessions.stream()
              .anyMatch(
                  one -> one.fromMillis() <= told.atMillis() && told.atMillis() <= one.toMillis());
      if (!inSession) {
        return Optional.of(
            Difference.surplus(message(told, sessions, new People(base)), trace, told));
      }
    }
    return Optional.empty();
  }

  private static ImmutableList<Session> sessions(Scenario base, UserId user) {
    List<Session> sessions = new ArrayList<>();
    Whereabouts where = new Whereabouts();
    long fromMillis = 0;
    for (int i = 0; i < base.steps().size(); i++) {
      Step step = base.steps().get(i);
      if (!step.uid().equals(user)) {
        continue;
      }
      boolean was = where.isInSession();
      where.apply(step);
      if (!was && where.isInSession()) {
        fromMillis = step.atMillis();
      } else if (was && !where.isInSession()) {
        boolean first = i == 0 || at(base, i - 1) < step.atMillis();
        long lastMillis = first ? step.atMillis() - 1 : step.atMillis();
        sessions.add(new Session(fromMillis, lastMillis, Optional.of(step)));
      }
    }
    if (where.isInSession()) {
      sessions.add(new Session(fromMillis, base.untilMillis(), Optional.empty()));
    }
    return ImmutableList.copyOf(sessions);
  }

  private static long at(Scenario scenario, int step) {
    Step one = scenario.steps().get(step);
    return one.atMillis();
  }

  private static String message(
      TracedCallback told, ImmutableList<Session> sessions, People people) {
    Optional<Step> end =
        Optional.ofNullable(
                Iterables.getLast(
                    Iterables.filter(sessions, one -> one.toMillis() < told.atMillis()), null))
            .flatMap(Session::end);
    return people.named(told.uid())
        + end.map(step -> ended(step) + People.time(step.atMillis()))
            .orElse(" has joined no channel")
        + ", and was told "
        + People.told(told.callback())
        + " at "
        + People.time(told.atMillis())
        + "; it is told nothing until it joins";
  }

  private static String ended(Step step) {
    return step.action() == Action.KILL ? " was killed at " : " left at ";
  }
}
