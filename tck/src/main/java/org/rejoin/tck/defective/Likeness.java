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
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.CallbackNames;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.stage.Stage;
import org.rejoin.tck.stage.StagedCheck;

/**
 * Whether two traces of one scenario are the same as far as it matters: in what a port can show, in
 * what is not free, and within the tolerance.
 */
final class Likeness {
  private final Profile profile;
  private final Hello port;
  private final Tolerance tolerance;
  private final ImmutableSet<UserId> judged;

  /** First meetings, where the port need not tell them. */
  private final ImmutableList<TracedCallback> free;

  Likeness(Scenario scenario, Trace right, Profile profile, Hello port, Tolerance tolerance) {
    this.profile = profile;
    this.port = port;
    this.tolerance = tolerance;
    this.judged = judged(scenario, profile, port);
    this.free =
        port.features().contains(Feature.ANNOUNCES) ? ImmutableList.of() : firstMeetings(right);
  }

  /** Whose callbacks a port can show. */
  static ImmutableSet<UserId> judged(Scenario scenario, Profile profile, Hello port) {
    return switch (port.view()) {
      case CHANNEL ->
          scenario.participants().stream()
              .map(who -> who.uid())
              .collect(ImmutableSet.toImmutableSet());
      case CLIENT ->
          Stage.views(new Check("", "", scenario), port.platforms(), profile).stream()
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

  /** Whether what a port has shown is what another trace is. */
  boolean areAlike(Trace seen, Trace other) {
    boolean reasons =
        seen.callbacks().stream().anyMatch(one -> one.callback().reason().isPresent());
    Map<String, List<Row>> rows = rows(seen, reasons);
    Map<String, List<Row>> others = rows(other, reasons);
    return rows.keySet().equals(others.keySet())
        && rows.entrySet().stream()
            .allMatch(
                entry ->
                    areAlike(
                        entry.getValue(), others.getOrDefault(entry.getKey(), ImmutableList.of())));
  }

  private boolean areAlike(List<Row> seen, List<Row> other) {
    if (seen.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < seen.size(); i++) {
      long late = seen.get(i).atMillis - other.get(i).atMillis;
      if (!seen.get(i).what.equals(other.get(i).what)
          || late > tolerance.lateMillis()
          || -late > tolerance.earlyMillis()) {
        return false;
      }
    }
    return true;
  }

  private record Row(long atMillis, Object what) {}

  /** What is in order: what one user is told of another, of itself, and what one channel shows. */
  private Map<String, List<Row>> rows(Trace trace, boolean reasons) {
    Map<String, List<Row>> rows = new TreeMap<>();
    List<TracedCallback> told = new ArrayList<>(trace.callbacks());
    free.forEach(told::remove);
    for (TracedCallback seen : told) {
      if (judged.contains(seen.uid())) {
        Callback said = plain(seen.callback(), reasons);
        String about = said.peer().map(UserId::toString).orElse("itself");
        add(rows, seen.uid() + " of " + about, seen.atMillis(), said);
        if (tolerance.isExact()) {
          addOrder(rows, seen);
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
  private Callback plain(Callback said, boolean reasons) {
    String name = said.name();
    for (Family family : Family.values()) {
      CallbackKey rejoined = new CallbackKey(family, Event.Kind.REJOINED);
      if (profile.aliases().get(rejoined).contains(name)) {
        name = CallbackNames.table().getOrDefault(rejoined, CallbackSignature.SILENT).name();
      }
    }
    return new Callback(name, said.peer(), reasons ? said.reason() : Optional.empty());
  }
}
