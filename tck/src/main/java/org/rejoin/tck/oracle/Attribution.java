package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.tck.spec.Rule;

/** Which rules speak of what: the one place that ties callbacks and silences to rule ids. */
final class Attribution {
  /** The rules of a user that is heard for the first time in a session. */
  static final ImmutableSet<Rule> MET = ImmutableSet.of(Rule.DRV_04);

  private Attribution() {}

  /** The rule of a local event. */
  static Rule local(Event.Kind kind, Family family) {
    return switch (kind) {
      case INTERRUPTED -> pick(family, Rule.NET_01, Rule.NET_02, Rule.NET_03);
      case LOST -> pick(family, Rule.NET_05, Rule.NET_06, Rule.NET_07);
      case REJOINED -> pick(family, Rule.NET_11, Rule.NET_12, Rule.NET_13);
      case USER_DROPPED, USER_QUIT, USER_JOINED ->
          throw new IllegalArgumentException(kind + " is about others");
    };
  }

  /** The rule by which a Web user that is cut off so long is told nothing. */
  static Rule toldNothing(Seat.Outage outage) {
    return outage == Seat.Outage.LOST ? Rule.NET_07 : Rule.NET_03;
  }

  /** The rules of a user that is gone because it is silent. */
  static ImmutableSet<Rule> silent(Family observer, Cause cause) {
    Rule dropped = pick(observer, Rule.NET_08, Rule.NET_09, Rule.NET_10);
    return switch (cause) {
      case DROPPED -> ImmutableSet.of(dropped);
      case KILLED_AWL -> ImmutableSet.of(pick(observer, Rule.KILL_04, Rule.KILL_05, Rule.KILL_07));
      case KILLED_WEB -> ImmutableSet.of(Rule.KILL_09, dropped);
      case UNSENT_GOODBYE -> ImmutableSet.of(Rule.DRV_07, dropped);
      case NONE, LEFT, KILLED_APPLE -> ImmutableSet.of(dropped, Rule.DRV_11);
    };
  }

  /** The rules of a user that is gone with a goodbye. */
  static ImmutableSet<Rule> quit(Family observer, Cause cause) {
    return cause == Cause.KILLED_APPLE
        ? ImmutableSet.of(pick(observer, Rule.KILL_01, Rule.KILL_02, Rule.KILL_03))
        : ImmutableSet.of(Rule.DRV_06);
  }

  /** The rules of a user that is back after this observer was told that it is gone. */
  static ImmutableSet<Rule> back(Family observer, Cause cause) {
    Rule back = pick(observer, Rule.NET_15, Rule.NET_16, Rule.NET_17);
    return switch (cause) {
      case DROPPED -> ImmutableSet.of(back);
      case NONE -> ImmutableSet.of(back, Rule.DRV_11);
      case KILLED_WEB -> ImmutableSet.of(back, Rule.DRV_05, Rule.KILL_09);
      case KILLED_AWL, KILLED_APPLE, LEFT, UNSENT_GOODBYE -> ImmutableSet.of(back, Rule.DRV_05);
    };
  }

  /** The rules of a user that is back before this observer was told anything. */
  static ImmutableSet<Rule> unnoticed(Family observer, Cause cause) {
    return switch (cause) {
      case KILLED_AWL -> ImmutableSet.of(pick(observer, Rule.KILL_06, Rule.KILL_06, Rule.KILL_08));
      case KILLED_WEB -> ImmutableSet.of(Rule.KILL_09, Rule.NET_14);
      case NONE -> ImmutableSet.of(Rule.NET_14, Rule.DRV_11);
      case DROPPED, KILLED_APPLE, LEFT, UNSENT_GOODBYE -> ImmutableSet.of(Rule.NET_14);
    };
  }

  /** The rules of a user that is told gone all the same. */
  static ImmutableSet<Rule> goneThoughBack(Family observer, Cause cause) {
    return ImmutableSet.<Rule>builder()
        .addAll(cause == Cause.KILLED_AWL ? unnoticed(observer, cause) : silent(observer, cause))
        .add(Rule.DRV_11)
        .build();
  }

  private static Rule pick(Family family, Rule awl, Rule apple, Rule web) {
    return switch (family) {
      case AWL -> awl;
      case APPLE -> apple;
      case WEB -> web;
    };
  }
}
