package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Scenario;

/** Networks that are cut in one direction (D-11). */
final class OneWay {
  private OneWay() {}

  static ImmutableList<Defect> all() {
    return new Theme("one-way loss")
        .add(
            "any-loss-is-both-ways",
            "a loss of one direction is a loss of both",
            Spoilt.script(OneWay::widen))
        .add(
            "uplink-and-downlink-exchanged",
            "uplink and downlink are exchanged",
            Spoilt.script(OneWay::exchange))
        .add(
            "apple-misses-an-uplink-loss",
            "iOS and macOS do not notice that another lost its uplink",
            Quirks.goneDue(
                (sight, right) ->
                    sight.observer.family == Family.APPLE
                            && sight.of.cut.equals(Optional.of(Direction.UPLINK))
                        ? Plain.NEVER
                        : right))
        .add(
            "apple-told-of-a-downlink-loss",
            "iOS and macOS hold a user gone that has lost its downlink only",
            Quirks.after(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  ImmutableList<Sight> sights =
                      world.sightsOf(who).stream()
                          .filter(sight -> sight.observer.family == Family.APPLE)
                          .collect(ImmutableList.toImmutableList());
                  if (step.action() == Action.DROP && step.direction() == Direction.DOWNLINK) {
                    sights.forEach(sight -> sight.fallSilent(step.atMillis()));
                  } else if (step.action() == Action.RESTORE && !who.isCut()) {
                    sights.stream()
                        .filter(sight -> !sight.observer.isDeaf())
                        .forEach(sight -> world.hearing.hear(sight.observer, who));
                  }
                }))
        .add(
            "ios-told-of-its-own-uplink-loss",
            "on iOS who has lost its uplink only is told interrupted",
            Quirks.after(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (step.action() == Action.DROP
                      && step.direction() == Direction.UPLINK
                      && who.platform == Platform.IOS) {
                    world.fate.tellLater(
                        new Said(step.atMillis() + 4_000, who, Event.Kind.INTERRUPTED, who.uid),
                        who::isCut);
                  }
                }))
        .add(
            "second-drop-adds-its-direction",
            "a drop of the other direction makes the loss complete",
            Quirks.after(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (step.action() == Action.DROP
                      && who.isCut()
                      && !who.cut.equals(Optional.of(step.direction()))) {
                    world.drop(who, Direction.BOTH);
                  }
                }))
        .add(
            "no-goodbye-without-an-uplink-here",
            "who has lost its uplink hears no goodbye of others",
            Quirks.deafToGoodbyes((observer, of) -> observer.isCut()))
        .add(
            "goodbye-without-an-uplink",
            "an iOS user without an uplink says goodbye when it is killed",
            Quirks.before(
                Action.KILL,
                (who, world) -> {
                  if (who.cut.equals(Optional.of(Direction.UPLINK))
                      && who.platform == Platform.IOS) {
                    world.restore(who);
                  }
                }))
        .add(
            "no-goodbye-without-a-downlink",
            "an iOS user without a downlink says no goodbye when it is killed",
            Quirks.goodbye(
                (step, who) ->
                    step.action() == Action.KILL
                        && who.platform == Platform.IOS
                        && who.cut.equals(Optional.of(Direction.DOWNLINK))))
        .all();
  }

  private static Scenario widen(Scenario scenario) {
    return ImmutableScenario.copyOf(scenario)
        .withSteps(
            scenario.steps().stream()
                .map(step -> step.withDirection(Direction.BOTH))
                .collect(ImmutableList.toImmutableList()));
  }

  private static Scenario exchange(Scenario scenario) {
    return ImmutableScenario.copyOf(scenario)
        .withSteps(
            scenario.steps().stream()
                .map(step -> step.withDirection(other(step.direction())))
                .collect(ImmutableList.toImmutableList()));
  }

  private static Direction other(Direction direction) {
    return switch (direction) {
      case BOTH -> Direction.BOTH;
      case UPLINK -> Direction.DOWNLINK;
      case DOWNLINK -> Direction.UPLINK;
    };
  }
}
