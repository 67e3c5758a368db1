package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.USER_DROPPED;
import static org.rejoin.api.Event.Kind.USER_JOINED;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Step;

/** What an observer is told of others: gone and back. */
final class Others {
  private Others() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("gone and back");
    addGone(theme);
    addBack(theme);
    addTold(theme);
    return theme.all();
  }

  private static void addGone(Theme theme) {
    theme
        .add("gone-never-sent", "gone is never told after silence", swallowDropped())
        .add(
            "gone-a-second-late",
            "gone is told a second late",
            Quirks.shift(said -> said.is(USER_DROPPED), 1_000))
        .add("gone-twice", "gone is told twice", Quirks.repeat(Said::isGone, 0))
        .add(
            "gone-once-a-session",
            "gone is told of a user once only in a session",
            Quirks.swallow((said, world) -> said.isGone() && timesGone(said, world) > 1))
        .add(
            "gone-of-the-wrong-user",
            "gone names the observer itself",
            Quirks.tell(
                (said, unused) ->
                    ImmutableList.of(said.isGone() ? said.about(said.me().uid) : said)))
        .add(
            "window-not-cancelled-on-return",
            "an observer's timer runs on after the return, and gone is told of a user that is there",
            windowsRunOn(Others::isReturn))
        .add(
            "old-session-hits-the-new-one",
            "a user that joins anew within an observer's window is told gone when that ends",
            windowsRunOn(Action::beginsSession))
        .add(
            "web-told-of-its-own-stream",
            "a Web user that joins again is told of its own stream",
            Quirks.after(
                Action.RESTART,
                (who, world) -> {
                  if (who.family == Family.WEB) {
                    world.tell(USER_JOINED, who, who.uid);
                  }
                }))
        .add(
            "one-web-user-leaves-all-are-told-gone",
            "where one leaves, Web is told of all others that their streams are removed",
            Quirks.before(
                Action.LEAVE,
                (who, world) ->
                    world.everybody().stream()
                        .filter(observer -> observer.family == Family.WEB && !observer.isDeaf())
                        .filter(observer -> observer.sights.containsKey(who.uid))
                        .forEach(
                            observer ->
                                observer.sights.values().stream()
                                    .filter(sight -> sight.heard && sight.of != who)
                                    .forEach(
                                        sight ->
                                            world.tell(USER_DROPPED, observer, sight.of.uid)))))
        .add(
            "two-windows-of-one-instant",
            "of two windows that end at one instant, one is told",
            new Quirk() {
              @Override
              ImmutableList<Said> tell(Said said, Plain world) {
                boolean second =
                    said.is(USER_DROPPED)
                        && said.me().heardFromMillis < said.atMillis()
                        && said.me().sights.values().stream()
                            .anyMatch(
                                other ->
                                    !other.of.uid.equals(said.about())
                                        && other.gone
                                        && other.goneMillis == said.atMillis());
                return second ? ImmutableList.of() : ImmutableList.of(said);
              }
            })
        .add(
            "ios-observer-needs-more-than-a-millisecond",
            "iOS needs more than a millisecond of packets to begin a window anew",
            new Quirk() {
              @Override
              void before(Step step, Plain world) {
                Person who = world.person(step.uid());
                boolean tooShort =
                    step.action() == Action.DROP
                        && who.outages > 0
                        && step.atMillis() - who.heardFromMillis == 1;
                who.runsOutMillis = tooShort ? who.lastDataMillis : Plain.NEVER;
              }

              @Override
              void after(Step step, Plain world) {
                Person who = world.person(step.uid());
                world.sightsOf(who).stream()
                    .filter(sight -> sight.isSilent() && sight.observer.platform == Platform.IOS)
                    .forEach(
                        sight ->
                            sight.lastHeardMillis =
                                Math.min(sight.lastHeardMillis, who.runsOutMillis));
              }
            });
  }

  private static Quirk windowsRunOn(Predicate<Action> when) {
    return Quirks.before(
        (step, world) -> {
          if (when.test(step.action())) {
            world.sightsOf(world.person(step.uid())).stream()
                .filter(Sight::isAwaited)
                .forEach(world.fate::tellGoneLater);
          }
        });
  }

  private static Quirk swallowDropped() {
    return Quirks.swallow(said -> said.is(USER_DROPPED));
  }

  private static void addBack(Theme theme) {
    theme
        .add(
            "back-never-sent",
            "back is never told of who was gone",
            Quirks.swallow((said, world) -> said.isBack() && timesGone(said, world) > 0))
        .add(
            "back-once-a-session",
            "back is told of a user once only in a session",
            Quirks.swallow((said, world) -> said.isBack() && timesGone(said, world) > 1))
        .add("back-a-second-late", "back is told a second late", Quirks.shift(Said::isBack, 1_000))
        .add(
            "back-to-who-was-not-told",
            "every return is told as back, to those as well who were not told gone",
            backToAll(observer -> true))
        .add(
            "back-as-soon-as-one-was-told-linux",
            "on Linux a return is told as soon as any observer was told gone",
            backIfAnybodyWasTold(Platform.LINUX))
        .add(
            "back-as-soon-as-one-was-told-windows",
            "on Windows a return is told as soon as any observer was told gone",
            backIfAnybodyWasTold(Platform.WINDOWS))
        .add(
            "back-as-soon-as-one-was-told-android",
            "on Android a return is told as soon as any observer was told gone",
            backIfAnybodyWasTold(Platform.ANDROID));
  }

  private static int timesGone(Said said, Plain world) {
    return world
        .sight(said.me(), world.person(said.about()))
        .map(sight -> sight.timesGone)
        .orElse(0);
  }

  private static Quirk backToAll(Predicate<Person> observers) {
    return Quirks.before(
        (step, world) -> {
          if (isReturn(step.action())) {
            world.sightsOf(world.person(step.uid())).stream()
                .filter(sight -> sight.isAwaited())
                .filter(sight -> observers.test(sight.observer))
                .forEach(world::tellBack);
          }
        });
  }

  private static boolean isReturn(Action action) {
    return action == Action.RESTORE || action == Action.RESTART;
  }

  private static Quirk backIfAnybodyWasTold(Platform platform) {
    return Quirks.before(
        (step, world) -> {
          ImmutableList<Sight> sights = world.sightsOf(world.person(step.uid()));
          if (isReturn(step.action()) && sights.stream().anyMatch(sight -> sight.gone)) {
            sights.stream()
                .filter(sight -> sight.isSilent() && sight.observer.platform == platform)
                .forEach(world::tellBack);
          }
        });
  }

  /** Sorts of observers and of news. */
  private static void addTold(Theme theme) {
    theme
        .add(
            "web-told-as-the-others",
            "Web has the window of 20 s",
            Spoilt.profile(profile -> profile.withWebGoneAfterMillis(profile.goneAfterMillis())))
        .add(
            "one-told-all-told",
            "the first observer whose window ends has all of them told",
            new Quirk() {
              @Override
              long goneDue(Sight sight, Plain world, long right) {
                return world.sightsOf(sight.of).stream()
                        .anyMatch(other -> other.gone && other.of == sight.of)
                    ? Math.max(world.nowMillis, sight.lastHeardMillis)
                    : right;
              }
            });
  }
}
