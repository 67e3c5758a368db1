package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import org.rejoin.api.Callback;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.ServerMark;
import org.rejoin.tck.timeline.Timeline.Status;

/** Puts a timeline together: the replay of the steps, the callbacks, the servers and the axis. */
final class TimelineBuilder {
  private static final int TITLE_COLUMNS = 160;
  private static final int NAME_COLUMNS = 64;

  private TimelineBuilder() {}

  static Timeline build(
      Scenario scenario, Trace seen, ImmutableList<Expectation> expected, Profile profile) {
    ImmutableListMultimap<UserId, CallbackMark> callbacks = marks(seen, expected);
    ImmutableList<Lane> lanes = Lanes.of(scenario, seen, callbacks, profile);
    ImmutableList<ServerMark> server = ServerMarks.of(seen.server());
    return new Timeline(
        title(scenario),
        SafeText.clean(profile.id(), TITLE_COLUMNS),
        scenario.untilMillis(),
        Axis.of(instants(scenario, lanes, server), profile.longestMillis()),
        lanes,
        server);
  }

  private static String title(Scenario scenario) {
    String name = SafeText.clean(scenario.name(), TITLE_COLUMNS);
    return switch (scenario.mode()) {
      case COMMUNICATION -> name;
      case LIVE -> name.isEmpty() ? "in live mode" : name + ", in live mode";
    };
  }

  /** Every user's marks, in time order; those of one instant in the order in which they came. */
  private static ImmutableListMultimap<UserId, CallbackMark> marks(
      Trace seen, ImmutableList<Expectation> expected) {
    ImmutableListMultimap.Builder<UserId, CallbackMark> marks =
        new ImmutableListMultimap.Builder<UserId, CallbackMark>()
            .orderValuesBy(Comparator.comparingLong(CallbackMark::atMillis));
    for (SeenCallback one : SeenCallback.all(seen, expected)) {
      TracedCallback told = one.callback();
      ImmutableSet<Rule> rules = one.met().map(Expectation::rules).orElse(ImmutableSet.of());
      marks.put(told.uid(), mark(told.atMillis(), told.callback(), one.status(), rules));
    }
    for (Expectation due : expected) {
      if (due.isMissing()) {
        marks.put(due.uid(), mark(due.atMillis(), due.callback(), Status.MISSING, due.rules()));
      }
    }
    return marks.build();
  }

  private static CallbackMark mark(
      long atMillis, Callback callback, Status status, ImmutableSet<Rule> rules) {
    String name = SafeText.clean(callback.name(), NAME_COLUMNS);
    String label = callback.peer().map(peer -> name + "(" + peer + ")").orElse(name);
    return new CallbackMark(atMillis, label, callback.reason(), status, rules);
  }

  private static ImmutableSortedSet<Long> instants(
      Scenario scenario, ImmutableList<Lane> lanes, ImmutableList<ServerMark> server) {
    ImmutableSortedSet.Builder<Long> instants =
        new ImmutableSortedSet.Builder<Long>(Comparator.naturalOrder())
            .add(0L, scenario.untilMillis());
    for (Lane lane : lanes) {
      lane.spans().forEach(span -> instants.add(span.fromMillis()));
      lane.steps().forEach(step -> instants.add(step.atMillis()));
      lane.deadlines().forEach(deadline -> instants.add(deadline.atMillis()));
      lane.callbacks().forEach(mark -> instants.add(mark.atMillis()));
    }
    for (ServerMark mark : server) {
      instants.add(mark.atMillis().get(0), mark.atMillis().get(mark.atMillis().size() - 1));
    }
    // A time before the start or after the end is a port's mistake; the axis shows it at its ends.
    return instants.build().subSet(0L, true, scenario.untilMillis(), true);
  }
}
