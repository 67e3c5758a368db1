package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rejoin.api.Callback;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.CallbackNames;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.stage.Stage;
import org.rejoin.tck.stage.StagedCheck;

/**
 * Whether what a port has shown is what another trace of the same scenario is, as far as it
 * matters: in what the port can show, in what is not free, and within the tolerance.
 */
final class Shown {
  private final Scenario scenario;
  private final Profile profile;
  private final Hello port;
  private final Tolerance tolerance;
  private final ImmutableSet<UserId> judged;

  /** First meetings, where the port need not tell them. */
  private final ImmutableList<TracedCallback> free;

  /** Whether the port gives reasons. */
  private final boolean reasons;

  private final Map<String, List<Row>> seen;

  /**
   * A port's trace, to be compared with others.
   *
   * @param right what the reference shows of the scenario
   */
  Shown(
      Scenario scenario,
      Trace seen,
      Trace right,
      Profile profile,
      Hello port,
      Tolerance tolerance) {
    this.scenario = scenario;
    this.profile = profile;
    this.port = port;
    this.tolerance = tolerance;
    this.judged = judged(scenario, profile, port);
    this.free =
        port.features().contains(Feature.ANNOUNCES) ? ImmutableList.of() : firstMeetings(right);
    this.reasons = seen.callbacks().stream().anyMatch(one -> one.callback().reason().isPresent());
    this.seen = rows(seen);
  }

  /** Whose callbacks a port can show. */
  static ImmutableSet<UserId> judged(Scenario scenario, Profile profile, Hello port) {
    return switch (port.view()) {
      case CHANNEL ->
          scenario.participants().stream()
              .map(who -> who.uid())
              .collect(ImmutableSet.toImmutableSet());
      case CLIENT ->
          Stage.views(Check.given("", "", scenario), port.platforms(), profile).stream()
              .map(StagedCheck::user)
              .collect(ImmutableSet.toImmutableSet());
    };
  }

  /** What is told as back of who was not told gone before. */
  private static ImmutableList<TracedCallback> firstMeetings(Trace right) {
    ImmutableList.Builder<TracedCallback> first = ImmutableList.builder();
    for (int i = 0; i < right.callbacks().size(); i++) {
      TracedCallback seen = right.callbacks().get(i);
      Optional<TracedCallback> before =
          right.callbacks().subList(0, i).stream()
              .filter(other -> other.uid().equals(seen.uid()))
              .filter(other -> other.callback().peer().equals(seen.callback().peer()))
              .reduce((one, last) -> last);
      boolean wasGone = before.isPresent() && !isBack(before.get());
      if (isBack(seen) && !wasGone) {
        first.add(seen);
      }
    }
    return first.build();
  }

  private static boolean isBack(TracedCallback seen) {
    return CallbackNames.table().entrySet().stream()
        .anyMatch(
            row ->
                row.getKey().kind() == Event.Kind.USER_JOINED
                    && row.getValue().name().equals(seen.callback().name()));
  }

  /** Whether the port's trace is what another one is. */
  boolean is(Trace other) {
    Map<String, List<Row>> others = rows(other);
    return seen.keySet().equals(others.keySet())
        && seen.entrySet().stream()
            .allMatch(
                entry ->
                    areAlike(
                        entry.getValue(), others.getOrDefault(entry.getKey(), ImmutableList.of())));
  }

  private boolean areAlike(List<Row> mine, List<Row> other) {
    if (mine.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      long late = mine.get(i).atMillis - other.get(i).atMillis;
      if (!mine.get(i).what.equals(other.get(i).what)
          || late > tolerance.lateMillis()
          || -late > tolerance.earlyMillis()) {
        return false;
      }
    }
    return true;
  }

  private record Row(long atMillis, Object what) {}

  /** What is in order: what one user is told of another, of itself, and what one channel shows. */
  private Map<String, List<Row>> rows(Trace trace) {
    Map<String, List<Row>> rows = new TreeMap<>();
    List<TracedCallback> told = new ArrayList<>(trace.callbacks());
    free.forEach(told::remove);
    for (TracedCallback one : told) {
      if (judged.contains(one.uid())) {
        Callback said = plain(one);
        String about = said.peer().map(UserId::toString).orElse("itself");
        add(rows, one.uid() + " of " + about, one.atMillis(), said);
        if (tolerance.isExact()) {
          addOrder(rows, one);
        }
      }
    }
    for (ServerEvent event : trace.server()) {
      if (event instanceof ServerEvent.ChannelDestroyed destroyed
          && port.features().contains(Feature.CHANNEL_LIFECYCLE)) {
        add(rows, "channel " + destroyed.channel(), event.atMillis(), "destroyed");
      } else if (event instanceof ServerEvent.ConnectAttempt attempt
          && port.features().contains(Feature.ATTEMPTS)) {
        add(rows, "attempts of " + attempt.uid(), event.atMillis(), attempt.server());
      }
    }
    return rows;
  }

  /** Of one instant, what a user is told of itself comes before or after what it is told. */
  private static void addOrder(Map<String, List<Row>> rows, TracedCallback seen) {
    String key = "order at " + seen.uid();
    String about = seen.callback().peer().isPresent() ? "others" : "itself";
    List<Row> order = rows.computeIfAbsent(key, unused -> new ArrayList<>());
    Row row = new Row(seen.atMillis(), about);
    if (order.isEmpty() || !order.get(order.size() - 1).equals(row)) {
      order.add(row);
    }
  }

  private static void add(Map<String, List<Row>> rows, String key, long atMillis, Object what) {
    rows.computeIfAbsent(key, unused -> new ArrayList<>()).add(new Row(atMillis, what));
  }

  /** Under the name in force, with a reason only where the port gives any. */
  private Callback plain(TracedCallback told) {
    String name = told.callback().name();
    for (Participant who : scenario.participants()) {
      CallbackKey rejoined = new CallbackKey(who.platform().family(), Event.Kind.REJOINED);
      if (who.uid().equals(told.uid()) && profile.aliases().get(rejoined).contains(name)) {
        name = CallbackNames.table().getOrDefault(rejoined, CallbackSignature.SILENT).name();
      }
    }
    return new Callback(
        name, told.callback().peer(), reasons ? told.callback().reason() : Optional.empty());
  }
}
