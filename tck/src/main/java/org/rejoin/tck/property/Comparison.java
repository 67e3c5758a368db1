package org.rejoin.tck.property;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rejoin.api.Callback;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * Holds the traces of a scenario and of a variant against each other, in the scenario's own times
 * and uids. At one instant the order is free (D-43).
 */
final class Comparison {
  private static final Comparator<TracedCallback> ORDER =
      Comparator.comparingLong(TracedCallback::atMillis).thenComparing(TracedCallback::uid);

  private final Scenario base;
  private final Variant variant;
  private final Setting setting;
  private final People people;

  Comparison(Scenario base, Variant variant, Setting setting) {
    this.base = base;
    this.variant = variant;
    this.setting = setting;
    this.people = new People(base);
  }

  Optional<Difference> difference(Trace first, Trace second) {
    ImmutableList<TracedCallback> expected = compared(first.callbacks().stream());
    ImmutableList<TracedCallback> seen = compared(second.callbacks().stream().map(variant::back));
    List<TracedCallback> missing = without(expected, seen);
    List<TracedCallback> surplus = without(seen, expected);
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      String message =
          surplus.isEmpty()
                  || (!missing.isEmpty() && ORDER.compare(missing.get(0), surplus.get(0)) <= 0)
              ? missing(missing.get(0), seen, surplus)
              : surplus(surplus.get(0));
      return Optional.of(new Difference(message, expected, shown(seen)));
    }
    return setting.has(Feature.CHANNEL_LIFECYCLE)
        ? ends(first, second).map(message -> new Difference(message, expected, shown(seen)))
        : Optional.empty();
  }

  private ImmutableList<TracedCallback> compared(Stream<TracedCallback> told) {
    return told.filter(variant::compares).map(this::plain).collect(ImmutableList.toImmutableList());
  }

  /** A name and its alias are the same (D-38). */
  private TracedCallback plain(TracedCallback told) {
    Callback callback = told.callback();
    String name = setting.vocabulary().plain(people.family(told.uid()), callback.name());
    return new TracedCallback(
        told.atMillis(), told.uid(), new Callback(name, callback.peer(), callback.reason()));
  }

  /** A picture begins at 0, whatever a variant may show before. */
  private Trace shown(ImmutableList<TracedCallback> seen) {
    return new Trace(
        seen.stream()
            .filter(told -> told.atMillis() >= 0 && told.atMillis() <= base.untilMillis())
            .collect(ImmutableList.toImmutableList()),
        ImmutableList.of());
  }

  private static List<TracedCallback> without(
      List<TracedCallback> all, List<TracedCallback> others) {
    Multiset<TracedCallback> rest = HashMultiset.create(others);
    List<TracedCallback> left = new ArrayList<>();
    for (TracedCallback one : all) {
      if (!rest.remove(one)) {
        left.add(one);
      }
    }
    left.sort(ORDER);
    return left;
  }

  private String missing(
      TracedCallback due, List<TracedCallback> seen, List<TracedCallback> surplus) {
    TracedCallback there = variant.forth(due);
    return variant.how()
        + ", "
        + who(due, there)
        + " should be told "
        + People.told(there.callback())
        + " at "
        + People.time(there.atMillis())
        + ", as "
        + inTheOther(due, there)
        + variant.otherwise()
        + "; "
        + instead(due, seen, surplus);
  }

  private String surplus(TracedCallback told) {
    TracedCallback there = variant.forth(told);
    return variant.how()
        + ", "
        + who(told, there)
        + " was told "
        + People.told(there.callback())
        + " at "
        + People.time(there.atMillis())
        + "; not so "
        + inTheOther(told, there)
        + variant.otherwise();
  }

  private String who(TracedCallback here, TracedCallback there) {
    return people.platform(here.uid()).id() + " user " + there.uid();
  }

  /** What is otherwise in the other scenario: who, what or when; as little as possible. */
  private static String inTheOther(TracedCallback here, TracedCallback there) {
    String who =
        here.callback().equals(there.callback())
            ? here.uid().equals(there.uid()) ? "" : "user " + here.uid() + " "
            : "user " + here.uid() + " is told " + People.told(here.callback()) + " ";
    return who
        + (here.atMillis() == there.atMillis() ? "" : "at " + People.time(here.atMillis()) + " ");
  }

  private String instead(
      TracedCallback due, List<TracedCallback> seen, List<TracedCallback> surplus) {
    Optional<TracedCallback> otherTime =
        surplus.stream()
            .filter(one -> one.uid().equals(due.uid()) && one.callback().equals(due.callback()))
            .findFirst();
    if (otherTime.isPresent()) {
      return "it was told so at " + People.time(variant.forth(otherTime.get()).atMillis());
    }
    Optional<TracedCallback> otherName =
        surplus.stream()
            .filter(one -> one.uid().equals(due.uid()) && one.atMillis() == due.atMillis())
            .findFirst();
    if (otherName.isPresent()) {
      return "it was told " + People.told(variant.forth(otherName.get()).callback());
    }
    boolean nothing =
        seen.stream()
            .noneMatch(one -> one.uid().equals(due.uid()) && one.atMillis() == due.atMillis());
    return nothing ? "it was told nothing" : "it was not";
  }

  private Optional<String> ends(Trace first, Trace second) {
    ImmutableList<ServerEvent.ChannelDestroyed> expected = ends(first, 0);
    ImmutableList<ServerEvent.ChannelDestroyed> seen = ends(second, variant.shiftMillis());
    for (ServerEvent.ChannelDestroyed end : expected) {
      if (!seen.contains(end)) {
        return Optional.of(destroyed(end, " should be destroyed at ", ", as ", "; it was not"));
      }
    }
    for (ServerEvent.ChannelDestroyed end : seen) {
      if (!expected.contains(end)) {
        return Optional.of(destroyed(end, " was destroyed at ", "; not so ", ""));
      }
    }
    return Optional.empty();
  }

  private String destroyed(
      ServerEvent.ChannelDestroyed end, String what, String compared, String rest) {
    return variant.how()
        + ", channel '"
        + end.channel()
        + "'"
        + what
        + People.time(end.atMillis() + variant.shiftMillis())
        + compared
        + (variant.shiftMillis() == 0 ? "" : "at " + People.time(end.atMillis()) + " ")
        + variant.otherwise()
        + rest;
  }

  private ImmutableList<ServerEvent.ChannelDestroyed> ends(Trace trace, long laterMillis) {
    return trace.server().stream()
        .flatMap(
            event ->
                event instanceof ServerEvent.ChannelDestroyed end
                    ? Stream.of(
                        new ServerEvent.ChannelDestroyed(
                            end.atMillis() - laterMillis, end.channel()))
                    : Stream.empty())
        .filter(end -> variant.compares(end.atMillis()))
        .filter(end -> !variant.endless().equals(Optional.of(end.channel())))
        .collect(ImmutableList.toImmutableList());
  }
}
