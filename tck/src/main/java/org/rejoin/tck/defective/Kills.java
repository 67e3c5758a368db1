package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.USER_QUIT;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.KillContext;
import org.rejoin.tck.scenario.Step;

/** What a kill does, and what it does not. */
final class Kills {
  private Kills() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("kills");
    addGoodbyes(theme);
    addUnsent(theme);
    addWindows(theme);
    return theme.all();
  }

  private static void addGoodbyes(Theme theme) {
    theme
        .add(
            "apple-kill-as-silence",
            "a killed iOS or macOS user falls silent, as on other platforms",
            Quirks.goodbye((step, who) -> isKill(step) && who.family == Family.APPLE))
        .add(
            "macos-kill-as-silence",
            "a killed macOS user falls silent; only iOS says goodbye",
            Quirks.goodbye((step, who) -> isKill(step) && who.platform == Platform.MACOS))
        .add(
            "awl-kill-as-goodbye",
            "a killed Android, Windows or Linux user says goodbye by itself",
            Quirks.goodbye((step, who) -> isKill(step) && who.family == Family.AWL))
        .add(
            "windows-kill-as-goodbye",
            "a killed Windows user says goodbye by itself",
            Quirks.goodbye((step, who) -> isKill(step) && who.platform == Platform.WINDOWS))
        .add(
            "web-kill-as-goodbye",
            "a killed Web user says goodbye by itself",
            Quirks.goodbye((step, who) -> isKill(step) && who.family == Family.WEB))
        .add(
            "page-close-as-goodbye",
            "closing a page is leaving the channel",
            Quirks.goodbye(
                (step, who) ->
                    step.context()
                        .filter(context -> context.how() == KillContext.How.PAGE_CLOSED)
                        .isPresent()))
        .add(
            "background-kill-as-silence",
            "an iOS or macOS app that is killed in the background can't say goodbye",
            Quirks.goodbye(
                (step, who) ->
                    who.family == Family.APPLE
                        && step.context().filter(context -> !context.foreground()).isPresent()))
        .add(
            "voip-kill-as-goodbye",
            "an Android, Windows or Linux app in VoIP mode says goodbye when it is killed",
            Quirks.goodbye(
                (step, who) ->
                    who.family == Family.AWL
                        && step.context().filter(KillContext::voip).isPresent()));
  }

  private static boolean isKill(Step step) {
    return step.action() == Action.KILL;
  }

  /** Goodbyes that arrive though they can't be sent. */
  private static void addUnsent(Theme theme) {
    theme
        .add(
            "ios-goodbye-while-cut-off",
            "the goodbye of an iOS user that is killed while cut off arrives all the same",
            unsent(who -> who.platform == Platform.IOS, observer -> true))
        .add(
            "macos-goodbye-while-cut-off-reaches-linux",
            "Linux gets the goodbye of a macOS user that is killed while cut off",
            unsent(
                who -> who.platform == Platform.MACOS,
                observer -> observer.platform == Platform.LINUX))
        .add(
            "page-close-while-cut-off-as-goodbye",
            "a page that is closed while cut off says goodbye all the same",
            unsent(who -> who.platform == Platform.WEB, observer -> true))
        .add(
            "goodbye-told-to-who-was-told-gone",
            "a kill after gone was told is told again",
            Quirks.before(
                Action.KILL,
                (who, world) -> {
                  if (who.inSession() && who.family == Family.APPLE) {
                    world.sightsOf(who).stream()
                        .filter(sight -> sight.gone)
                        .forEach(sight -> world.tell(USER_QUIT, sight.observer, who.uid));
                  }
                }));
  }

  private static Quirk unsent(Predicate<Person> who, Predicate<Person> observers) {
    return Quirks.before(
        Action.KILL,
        (killed, world) -> {
          if (killed.cut.equals(Optional.of(Direction.BOTH)) && who.test(killed)) {
            world.sightsOf(killed).stream()
                .filter(sight -> sight.isAwaited())
                .filter(sight -> observers.test(sight.observer))
                .forEach(world::tellQuit);
          }
        });
  }

  /** Windows that a kill has no part in. */
  private static void addWindows(Theme theme) {
    theme
        .add(
            "window-from-the-kill",
            "the window starts again when the user is killed",
            restarts(who -> true, observer -> true))
        .add(
            "ios-window-from-the-kill",
            "on iOS the window starts again when the Android user is killed",
            restarts(
                who -> who.platform == Platform.ANDROID,
                observer -> observer.platform == Platform.IOS))
        .add(
            "gone-again-after-the-kill",
            "a kill after gone begins a window of its own, and gone is told again",
            Quirks.before(
                Action.KILL,
                (who, world) -> {
                  if (who.inSession() && who.family == Family.AWL) {
                    world.sightsOf(who).stream()
                        .filter(sight -> sight.gone)
                        .forEach(
                            sight -> world.fate.tellGoneLater(world.nowMillis + 10_000, sight));
                  }
                }));
  }

  private static Quirk restarts(Predicate<Person> who, Predicate<Person> observers) {
    return Quirks.before(
        Action.KILL,
        (killed, world) -> {
          if (killed.inSession() && who.test(killed)) {
            world.sightsOf(killed).stream()
                .filter(sight -> sight.isSilent() && observers.test(sight.observer))
                .forEach(sight -> sight.lastHeardMillis = world.nowMillis);
          }
        });
  }
}
