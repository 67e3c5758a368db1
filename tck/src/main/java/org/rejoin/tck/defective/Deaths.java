package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.INTERRUPTED;
import static org.rejoin.api.Event.Kind.LOST;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Event;
import org.rejoin.tck.scenario.Action;

/** What a dead process, or one that has left, is told all the same. */
final class Deaths {
  private Deaths() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("deaths");
    addDead(theme);
    return theme.all();
  }

  /** What a dead process is told. */
  private static void addDead(Theme theme) {
    theme
        .add(
            "dead-but-told-interrupted",
            "the timer of interrupted runs on when the process is killed",
            outlives(Person.Stage.YOUNG, INTERRUPTED, 4_000, Action.KILL))
        .add(
            "dead-but-told-lost",
            "the timer of lost runs on when the process is killed",
            outlives(Person.Stage.INTERRUPTED, LOST, 10_000, Action.KILL))
        .add(
            "left-but-told-lost",
            "the timer of lost runs on after a leave",
            outlives(Person.Stage.INTERRUPTED, LOST, 10_000, Action.LEAVE))
        .add(
            "dead-but-told-of-others",
            "an observer's windows run on when it is killed or leaves",
            Quirks.before(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (step.action() == Action.KILL || step.action() == Action.LEAVE) {
                    who.sights.values().stream()
                        .filter(sight -> world.fate.goneDue(sight) != Plain.NEVER)
                        .forEach(world.fate::tellGoneLater);
                  }
                }));
  }

  private static Quirk outlives(Person.Stage stage, Event.Kind kind, long afterMillis, Action end) {
    return Quirks.before(
        end,
        (who, world) -> {
          if (who.isDeaf() && who.stage == stage) {
            world.fate.tellLater(new Said(who.lastDataMillis + afterMillis, who, kind, who.uid));
          }
        });
  }
}
