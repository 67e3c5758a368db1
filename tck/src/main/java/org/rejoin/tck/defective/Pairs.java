package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.USER_DROPPED;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;

/** Misreadings of one pair of platforms each, which nothing but the matrix plays. */
final class Pairs {
  private Pairs() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("pairs of platforms");
    addPairs(theme);
    return theme.all();
  }

  /** One pair of platforms each, which nothing but the matrix plays. */
  private static void addPairs(Theme theme) {
    theme
        .add(
            "macos-repeats-gone-of-a-dropped-windows-user",
            "macOS is told again each 20 s that a dropped Windows user is gone",
            repeats(Platform.WINDOWS, Action.DROP))
        .add(
            "macos-repeats-gone-of-a-killed-windows-user",
            "macOS is told again each 20 s that a killed Windows user is gone",
            repeats(Platform.WINDOWS, Action.KILL))
        .add(
            "macos-forgets-a-dropped-windows-user",
            "macOS forgets a dropped Windows user a second after gone, and does not say back",
            forgets(Action.DROP))
        .add(
            "macos-forgets-a-killed-windows-user",
            "macOS forgets a killed Windows user a second after gone, and does not say back",
            forgets(Action.KILL))
        .add(
            "live-back-to-macos-after-a-drop",
            "in live mode macOS is told back of a dropped Windows user whether it was told gone or not",
            liveBack(Action.RESTORE))
        .add(
            "live-back-to-macos-after-a-kill",
            "in live mode macOS is told back of a killed Windows user whether it was told gone or not",
            liveBack(Action.RESTART));
  }

  private static Quirk repeats(Platform of, Action cause) {
    return Quirks.tell(
        (said, world) -> {
          Person about = world.person(said.about());
          if (said.on(Platform.MACOS)
              && said.is(USER_DROPPED)
              && about.platform == of
              && about.lastDone == cause) {
            Optional<Sight> sight = world.sight(said.me(), about);
            world.fate.tellLater(
                said.at(said.atMillis() + 20_000),
                () -> sight.map(held -> held.gone).orElse(false));
          }
          return ImmutableList.of(said);
        });
  }

  private static Quirk forgets(Action cause) {
    return Quirks.swallow(
        (said, world) -> {
          Person about = world.person(said.about());
          return said.on(Platform.MACOS)
              && said.isBack()
              && about.platform == Platform.WINDOWS
              && about.lastDone == cause
              && world
                  .sight(said.me(), about)
                  .map(sight -> sight.timesGone > 0 && said.atMillis() > sight.goneMillis + 1_000)
                  .orElse(false);
        });
  }

  private static Quirk liveBack(Action cause) {
    return Quirks.before(
        (step, world) -> {
          Person who = world.person(step.uid());
          if (world.scenario.mode() == Mode.LIVE
              && step.action() == cause
              && who.platform == Platform.WINDOWS) {
            world.sightsOf(who).stream()
                .filter(sight -> sight.isSilent() && sight.observer.platform == Platform.MACOS)
                .forEach(world::tellBack);
          }
        });
  }
}
