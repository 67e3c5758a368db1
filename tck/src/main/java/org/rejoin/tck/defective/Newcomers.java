package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.USER_DROPPED;
import static org.rejoin.api.Event.Kind.USER_JOINED;
import static org.rejoin.api.Event.Kind.USER_QUIT;

import com.google.common.collect.ImmutableList;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;

/** What a newcomer is told of those who were there before it. */
final class Newcomers {
  private Newcomers() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("newcomers");
    addSilent(theme);
    addHeard(theme);
    return theme.all();
  }

  /** Newcomers and those who are silent then. */
  private static void addSilent(Theme theme) {
    theme
        .add(
            "ios-newcomer-told-gone-of-a-stranger",
            "a newcomer on iOS is told gone of a silent user that it never heard",
            knowsSilent(
                (who, other) -> who.platform == Platform.IOS && other.isCut() && !other.wasKilled))
        .add(
            "android-announces-the-silent-and-never-says-gone",
            "a newcomer on Android is told of a user that has just fallen silent, and never of its"
                + " end",
            Quirks.after(
                Action.JOIN,
                (who, world) -> {
                  if (who.platform == Platform.ANDROID) {
                    world.everybody().stream()
                        .filter(Person::isDeaf)
                        .filter(other -> other != who && other.channel.equals(who.channel))
                        .filter(other -> world.nowMillis - other.lastDataMillis < 5_000)
                        .forEach(
                            other -> {
                              world.tell(USER_JOINED, who, other.uid);
                              who.sights.put(other.uid, silent(who, other, Plain.NEVER / 2));
                            });
                  }
                }))
        .add(
            "newcomer-told-of-who-was-reported-gone",
            "a newcomer is told at once of those who are gone",
            Quirks.after(
                Action.JOIN,
                (who, world) -> {
                  world.everybody().stream()
                      .filter(other -> other.isCut() && other.channel.equals(who.channel))
                      .filter(other -> world.sightsOf(other).stream().anyMatch(sight -> sight.gone))
                      .forEach(other -> world.tell(USER_DROPPED, who, other.uid));
                }))
        .add(
            "newcomer-told-of-a-leave-before-it-came",
            "a newcomer is told of a goodbye that was said before it came",
            Quirks.after(
                Action.JOIN,
                (who, world) -> {
                  world.everybody().stream()
                      .filter(other -> other != who && other.wasLeaving && !other.inSession())
                      .filter(other -> world.nowMillis > other.endedMillis)
                      .filter(other -> world.sight(who, other).isEmpty())
                      .forEach(other -> world.tell(USER_QUIT, who, other.uid));
                }))
        .add(
            "newcomer-inherits-a-destroyed-channel",
            "the roster of a destroyed channel is handed on to the next of its name",
            Quirks.after(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (step.action() == Action.JOIN
                      && world.hearing.hall(step.channel()).timesDestroyed > 0) {
                    world.everybody().stream()
                        .filter(other -> other != who && other.isCut())
                        .forEach(other -> world.tell(USER_JOINED, who, other.uid));
                  }
                }));
  }

  private static Quirk knowsSilent(BiPredicate<Person, Person> which) {
    return Quirks.after(
        (step, world) -> {
          Person who = world.person(step.uid());
          if (step.action().beginsSession()) {
            world.everybody().stream()
                .filter(other -> other != who && which.test(who, other))
                .filter(other -> other.channel.equals(who.channel))
                .filter(other -> !who.sights.containsKey(other.uid))
                .forEach(other -> who.sights.put(other.uid, silent(who, other, step.atMillis())));
          }
        });
  }

  private static Sight silent(Person observer, Person of, long lastHeardMillis) {
    Sight sight = new Sight(observer, of);
    sight.lastHeardMillis = lastHeardMillis;
    return sight;
  }

  /** Newcomers and those who are heard again. */
  private static void addHeard(Theme theme) {
    theme
        .add(
            "awl-newcomer-misses-a-return-within-the-window",
            "a newcomer on Android, Windows or Linux is not told of a user that is heard again"
                + " within its window",
            missesReturns(
                said -> said.on(Family.AWL) && !said.me().isCut() && said.me().outages == 0, true))
        .add(
            "newcomer-misses-a-late-return",
            "a newcomer is not told of a user that is heard again after its window",
            missesReturns(said -> said.me().outages == 0, false))
        .add(
            "returned-observer-misses-a-newcomer",
            "on Android, Windows and Linux who was cut off is not told of those who joined meanwhile",
            Quirks.swallow(
                (said, world) ->
                    said.isBack()
                        && said.on(Family.AWL)
                        && said.me().outages > 0
                        && said.me().heardFromMillis == said.atMillis()
                        && world
                            .sight(said.me(), world.person(said.about()))
                            .filter(sight -> sight.timesGone == 0)
                            .isPresent()));
  }

  private static Quirk missesReturns(Predicate<Said> which, boolean withinTheWindow) {
    return Quirks.swallow(
        (said, world) -> {
          Person about = world.person(said.about());
          boolean isReturn = about.outages > 0 && about.heardFromMillis == said.atMillis();
          boolean within = said.atMillis() - about.lastDataMillis <= 20_000;
          boolean firstMeeting =
              world.sight(said.me(), about).filter(sight -> sight.timesGone == 0).isPresent();
          return said.isBack()
              && isReturn
              && firstMeeting
              && within == withinTheWindow
              && which.test(said);
        });
  }
}
