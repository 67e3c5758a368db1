package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.USER_DROPPED;
import static org.rejoin.api.Event.Kind.USER_QUIT;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Step;

/** Goodbyes: sent and not sent, heard and missed. */
final class Leaves {
  private Leaves() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("leaves");
    addSent(theme);
    addUnsent(theme);
    addMissed(theme);
    return theme.all();
  }

  private static void addSent(Theme theme) {
    theme
        .add(
            "leave-as-silence",
            "a leave is noticed by its silence alone",
            Quirks.goodbye((step, who) -> isLeave(step)))
        .add(
            "goodbye-told-as-a-time-out",
            "a goodbye is told at once, but as a time-out",
            Quirks.tell(
                (said, unused) ->
                    ImmutableList.of(said.is(USER_QUIT) ? said.as(USER_DROPPED) : said)))
        .add(
            "goodbye-reaches-two",
            "a goodbye reaches two other users at most",
            new Quirk() {
              @Override
              boolean getsGoodbye(Person observer, Person of, Plain world) {
                return world.sightsOf(of).stream()
                        .filter(sight -> sight.gone && sight.goneMillis == world.nowMillis)
                        .count()
                    < 2;
              }
            })
        .add(
            "apple-back-after-a-leave-not-told",
            "on iOS and macOS a user that is back within 20 s of its leave is not told",
            Quirks.swallow(
                (said, world) ->
                    said.on(Family.APPLE)
                        && said.isBack()
                        && world
                            .sight(said.me(), world.person(said.about()))
                            .filter(sight -> sight.timesGone > 0)
                            .isPresent()
                        && world.person(said.about()).wasLeaving
                        && said.atMillis() - world.person(said.about()).endedMillis <= 20_000))
        .add(
            "linux-goodbye-stops-other-windows",
            "on Linux the leave of one user stops the windows of the others",
            stopsOthers(Platform.LINUX))
        .add(
            "web-goodbye-stops-other-windows",
            "on Web the leave of one user stops the windows of the others",
            stopsOthers(Platform.WEB))
        .add(
            "windows-reason-sticks",
            "on Windows the reason of the last goodbye is that of every later time-out",
            Quirks.tell(
                (said, unused) ->
                    ImmutableList.of(
                        said.on(Platform.WINDOWS) && said.isGone() && hasQuit(said.me())
                            ? said.as(USER_QUIT)
                            : said)));
  }

  private static boolean isLeave(Step step) {
    return step.action() == Action.LEAVE;
  }

  private static boolean hasQuit(Person me) {
    return me.sights.values().stream().anyMatch(sight -> sight.gone && sight.of.wasLeaving);
  }

  private static Quirk stopsOthers(Platform observers) {
    return Quirks.after(
        Action.LEAVE,
        (who, world) -> {
          world.everybody().stream()
              .filter(observer -> observer.platform == observers && !observer.isDeaf())
              .flatMap(observer -> observer.sights.values().stream())
              .filter(sight -> sight.isSilent() && sight.lastHeardMillis < world.nowMillis)
              .filter(sight -> sight.of != who)
              .forEach(sight -> sight.lastHeardMillis = Plain.NEVER / 2);
        });
  }

  private static void addUnsent(Theme theme) {
    theme
        .add(
            "leave-while-cut-off-reaches-web",
            "Web gets the goodbye of a user that leaves while it is cut off",
            unsent(Family.WEB))
        .add(
            "leave-while-cut-off-reaches-apple",
            "iOS and macOS get the goodbye of a user that leaves while it is cut off",
            unsent(Family.APPLE))
        .add(
            "web-back-after-an-unsent-goodbye",
            "who left while cut off is told back when it joins again in time",
            Quirks.before(
                Action.JOIN,
                (who, world) -> {
                  if (!who.inSession() && who.wasLeaving) {
                    world.sightsOf(who).stream()
                        .filter(sight -> sight.isAwaited())
                        .forEach(world::tellBack);
                  }
                }));
  }

  private static Quirk unsent(Family observers) {
    return Quirks.before(
        Action.LEAVE,
        (who, world) -> {
          if (who.isDeaf()) {
            world.sightsOf(who).stream()
                .filter(sight -> sight.isSilent() && sight.observer.family == observers)
                .filter(sight -> !sight.observer.isDeaf())
                .forEach(world::tellQuit);
          }
        });
  }

  /** Goodbyes that nobody heard. */
  private static void addMissed(Theme theme) {
    theme
        .add(
            "web-missed-leave-as-peer-leave",
            "a leave that Web missed while cut off is told as peer-leave afterwards",
            missed(observer -> observer.platform == Platform.WEB, 20_000))
        .add(
            "android-missed-leave-at-the-recovery",
            "a leave that Android missed while cut off is told as soon as it is back",
            missed(observer -> observer.platform == Platform.ANDROID, 0))
        .add(
            "web-missed-leave-at-the-recovery",
            "a leave that Web missed is told as soon as it is back, if that is within the window",
            new Quirk() {
              @Override
              long goneDue(Sight sight, Plain world, long right) {
                return sight.observer.platform == Platform.WEB
                        && sight.of.wasLeaving
                        && sight.of.endedMillis == sight.lastHeardMillis
                        && sight.observer.heardFromMillis > sight.lastHeardMillis
                    ? sight.observer.heardFromMillis
                    : right;
              }
            });
  }

  private static Quirk missed(Predicate<Person> observers, long afterMillis) {
    return Quirks.after(
        Action.RESTORE,
        (who, world) -> {
          if (!who.isDeaf() && observers.test(who)) {
            who.sights.values().stream()
                .filter(sight -> sight.isSilent() && sight.of.wasLeaving)
                .filter(sight -> world.nowMillis >= sight.of.endedMillis + afterMillis)
                .forEach(world::tellQuit);
          }
        });
  }
}
