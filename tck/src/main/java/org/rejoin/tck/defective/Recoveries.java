package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.USER_DROPPED;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Step;

/** What an observer holds of others during its own outage and after it. */
final class Recoveries {
  private Recoveries() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("recovery");
    addMeanwhile(theme);
    addForgotten(theme);
    return theme.all();
  }

  private static void addMeanwhile(Theme theme) {
    theme
        .add(
            "web-goes-by-its-own-clock",
            "a Web user that is cut off says gone of those that it can't hear",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (who.platform == Platform.WEB) {
                    whenDue(world, who, 10_000, false);
                  }
                }))
        .add(
            "apple-own-clock-never-says-back",
            "an iOS or macOS user says gone by its own clock, and never says back",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (who.family == Family.APPLE) {
                    whenDue(world, who, 20_000, false);
                  }
                }))
        .add(
            "android-own-clock-of-a-web-peer",
            "a cut-off Android user says gone of a Web user after 10 s, and back on its return",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (who.platform == Platform.ANDROID) {
                    whenDue(world, who, 10_000, true);
                  }
                }));
  }

  /** Says afterwards what an own clock would have said. */
  private static void whenDue(Plain world, Person who, long afterMillis, boolean saysBack) {
    if (!who.isDeaf() || world.nowMillis <= who.lastDataMillis + afterMillis) {
      return;
    }
    who.sights.values().stream()
        .filter(sight -> sight.isSilent() && sight.of.audibleIn().equals(who.channel))
        .filter(sight -> !saysBack || sight.of.platform == Platform.WEB)
        .forEach(
            sight -> {
              world.fate.tellGoneLater(sight.lastHeardMillis + afterMillis, sight);
              sight.gone = saysBack;
            });
  }

  private static void addForgotten(Theme theme) {
    theme
        .add(
            "roster-not-reconciled",
            "who went absent while the observer was cut off is never told",
            Quirks.swallow(Recoveries::isAtTheReturn))
        .add(
            "web-misses-a-kill-for-good",
            "a kill that Web missed while cut off is never told",
            forgets(
                (step, who) -> who.cut.equals(Optional.of(Direction.BOTH)),
                sight ->
                    sight.observer.platform == Platform.WEB
                        && sight.of.wasKilled
                        && sight.of.endedMillis > sight.observer.lastDataMillis))
        .add(
            "awl-drops-ended-windows",
            "on Android, Windows and Linux a window that ended during the own outage is never told",
            Quirks.swallow(
                said ->
                    said.on(Family.AWL)
                        && isAtTheReturn(said)
                        && said.me().lastDataMillis + 20_000 < said.atMillis()))
        .add(
            "long-outage-forgets-the-absent",
            "after an outage of more than 30 s nothing is said of who is absent",
            forgets((step, who) -> step.atMillis() > who.lastDataMillis + 30_000, sight -> true))
        .add(
            "web-forgets-with-the-channel",
            "when its channel was destroyed meanwhile, Web says nothing of who is absent",
            Quirks.swallow(
                (said, world) ->
                    said.on(Platform.WEB)
                        && isAtTheReturn(said)
                        && world.hearing.hall(Step.MAIN_CHANNEL).timesDestroyed > 0))
        .add(
            "web-downlink-not-reconciled",
            "after the loss of its downlink alone Web does not look who is absent",
            forgets(
                (step, who) -> who.cut.equals(Optional.of(Direction.DOWNLINK)),
                sight -> sight.observer.platform == Platform.WEB))
        .add(
            "one-absence-a-return",
            "on its return a user is told of one absence at most",
            Quirks.swallow(
                (said, world) ->
                    isAtTheReturn(said)
                        && said.me().sights.values().stream()
                                .filter(sight -> sight.gone && sight.goneMillis == said.atMillis())
                                .count()
                            > 1))
        .add(
            "roster-anew-after-an-outage",
            "after lost the session starts anew, and everybody is announced once more",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (who.stage == Person.Stage.LOST) {
                    who.sights.clear();
                  }
                }));
  }

  private static boolean isAtTheReturn(Said said) {
    return said.is(USER_DROPPED) && said.me().heardFromMillis == said.atMillis();
  }

  /** A return that may forget, asked before the network is back, and whom it forgets. */
  @FunctionalInterface
  private interface Return {
    boolean forgets(Step step, Person who);
  }

  private static Quirk forgets(Return when, Predicate<Sight> whom) {
    return new Quirk() {
      @Override
      void before(Step step, Plain world) {
        Person who = world.person(step.uid());
        who.forgetful = step.action() == Action.RESTORE && who.isDeaf() && when.forgets(step, who);
      }

      @Override
      void after(Step step, Plain world) {
        Person who = world.person(step.uid());
        if (who.forgetful && !who.isDeaf()) {
          who.sights.values().removeIf(sight -> sight.isSilent() && whom.test(sight));
        }
      }
    };
  }
}
