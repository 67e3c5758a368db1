package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.presence.Course;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * Who is in no channel is told nothing. At the very instant of a leave or a kill something may be
 * told if any step was written before it there, since it may follow from that one. Left out are
 * scenarios in which somebody may give up (D-13).
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
    return base.untilMillis() < setting.profile().giveUpAfterMillis().orElse(Long.MAX_VALUE)
        && Preconditions.endsSessions(base, setting);
  }

  @Override
  Optional<Difference> difference(Scenario base, Trace trace, Setting setting) {
    ImmutableListMultimap<UserId, Session> all = sessions(Course.of(base, setting.profile()), base);
    for (TracedCallback told : trace.callbacks()) {
      ImmutableList<Session> sessions = all.get(told.uid());
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

  private static ImmutableListMultimap<UserId, Session> sessions(Course course, Scenario base) {
    ImmutableListMultimap.Builder<UserId, Session> sessions = ImmutableListMultimap.builder();
    Map<UserId, Long> begun = new HashMap<>();
    long instantMillis = -1;
    for (Course.Change change : course.changes()) {
      boolean was = change.before().isInSession();
      boolean is = change.after().isInSession();
      if (!was && is) {
        begun.put(change.uid(), change.atMillis());
      } else if (was && !is) {
        boolean first = instantMillis < change.atMillis();
        sessions.put(
            change.uid(),
            new Session(
                begun.getOrDefault(change.uid(), 0L),
                first ? change.atMillis() - 1 : change.atMillis(),
                change.step()));
        begun.remove(change.uid());
      }
      instantMillis = change.atMillis();
    }
    begun.forEach(
        (user, fromMillis) ->
            sessions.put(user, new Session(fromMillis, base.untilMillis(), Optional.empty())));
    return sessions.build();
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
