package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.REJOINED;

import com.google.common.collect.ImmutableList;
import java.util.TreeMap;
import org.rejoin.api.Family;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Step;

/** What a session remembers that it should not, and newcomers. */
final class Sessions {
  private Sessions() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("sessions");
    addJoins(theme);
    addUids(theme);
    return theme.all();
  }

  private static void addJoins(Theme theme) {
    theme
        .add(
            "join-while-interrupted-told-as-rejoined",
            "a join while interrupted counts as a reconnect",
            rejoins(Action.JOIN, Family.AWL, Person.Stage.INTERRUPTED))
        .add(
            "join-while-lost-told-as-rejoined",
            "a join after lost counts as a reconnect",
            rejoins(Action.JOIN, Family.AWL, Person.Stage.LOST))
        .add(
            "restart-told-as-rejoined",
            "an iOS or macOS process that is restarted while interrupted counts as reconnected",
            rejoins(Action.RESTART, Family.APPLE, Person.Stage.INTERRUPTED))
        .add(
            "second-join-keeps-the-roster",
            "who joins the channel that it is in keeps what it knew",
            keepsRoster(Action.JOIN))
        .add(
            "restart-keeps-the-roster",
            "a restarted process knows whom the one before it knew",
            keepsRoster(Action.RESTART))
        .add(
            "second-join-told-as-leave",
            "who joins the channel that it is in leaves it first",
            Quirks.before(
                Action.JOIN,
                (who, world) -> {
                  if (who.inSession()) {
                    world.hearing.change(who, true, () -> who.end(world.nowMillis));
                  }
                }));
  }

  private static Quirk rejoins(Action how, Family family, Person.Stage stage) {
    return Quirks.before(
        how,
        (who, world) -> {
          if (who.family == family && who.isDeaf() && who.stage == stage) {
            world.tell(REJOINED, who, who.uid);
          }
        });
  }

  private static Quirk keepsRoster(Action how) {
    return new Quirk() {
      @Override
      void before(Step step, Plain world) {
        Person who = world.person(step.uid());
        if (who.inSession() && step.action() != Action.LEAVE) {
          who.before = new TreeMap<>(who.sights);
          who.channelBefore = who.channel;
        }
      }

      @Override
      void after(Step step, Plain world) {
        Person who = world.person(step.uid());
        if (step.action() == how && who.channel.equals(who.channelBefore)) {
          who.before.values().stream()
              .filter(sight -> !who.sights.containsKey(sight.of.uid) && !sight.gone)
              .forEach(sight -> who.sights.put(sight.of.uid, kept(sight)));
        }
      }
    };
  }

  private static Sight kept(Sight sight) {
    sight.fallSilent(sight.of.lastDataMillis);
    return sight;
  }

  private static void addUids(Theme theme) {
    theme
        .add(
            "new-uid-replaces-the-old",
            "a new uid on the platform of a killed user takes its place, and nobody is gone",
            Quirks.after(
                Action.JOIN,
                (who, world) -> {
                  world.everybody().stream()
                      .filter(other -> other != who && other.wasKilled && !other.inSession())
                      .filter(other -> other.platform == who.platform)
                      .filter(other -> world.nowMillis > other.endedMillis)
                      .flatMap(other -> world.sightsOf(other).stream())
                      .forEach(sight -> sight.lastHeardMillis = Plain.NEVER / 2);
                }))
        .add(
            "dead-before-the-first-join",
            "who was killed before it ever joined can't join",
            new Quirk() {
              @Override
              void before(Step step, Plain world) {
                Person who = world.person(step.uid());
                if (step.action() == Action.KILL && !who.inSession()) {
                  who.deadBeforeIt = who.endedMillis == 0;
                }
              }

              @Override
              ImmutableList<Said> tell(Said said, Plain world) {
                return said.me().deadBeforeIt ? ImmutableList.of() : ImmutableList.of(said);
              }
            });
  }
}
