package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;

/** Windows that an observer's own outage touches, and those that it must not. */
final class RecoveryWindows {
  private RecoveryWindows() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("recovery windows");
    addWindows(theme);
    addNoise(theme);
    return theme.all();
  }

  private static void addWindows(Theme theme) {
    theme
        .add(
            "window-from-the-recovery",
            "after its own outage an observer gives everybody a whole window",
            Quirks.goneDue(
                (sight, right) -> {
                  long anew = sight.observer.heardFromMillis + windowMillis(sight.observer);
                  return sight.lastHeardMillis < sight.observer.heardFromMillis ? anew : right;
                }))
        .add(
            "web-window-from-the-peers-drop",
            "on Web a window begins with the other's outage, though the observer heard less of it",
            fromThePeersDrop(Family.WEB))
        .add(
            "awl-window-from-the-peers-drop",
            "on Android, Windows and Linux a window begins with the other's outage, though the"
                + " observer heard less of it",
            fromThePeersDrop(Family.AWL))
        .add(
            "web-swallows-back-after-its-own-return",
            "on Web a return within 1.5 s of the observer's own is not told",
            Quirks.swallow(
                (said, world) ->
                    said.on(Platform.WEB)
                        && said.isBack()
                        && said.me().outages > 0
                        && said.atMillis() - said.me().heardFromMillis <= 1_500
                        && said.atMillis() > said.me().heardFromMillis));
  }

  private static long windowMillis(Person observer) {
    return observer.family == Family.WEB ? 10_000 : 20_000;
  }

  private static Quirk fromThePeersDrop(Family observers) {
    return Quirks.goneDue(
        (sight, right) ->
            sight.observer.family == observers
                    && sight.of.isDeaf()
                    && sight.lastHeardMillis < sight.of.lastDataMillis
                ? Math.max(right, sight.of.lastDataMillis + windowMillis(sight.observer))
                : right);
  }

  private static void addNoise(Theme theme) {
    theme.add(
        "everybody-announced-on-the-return",
        "on its return a user is told of everybody who is there",
        Quirks.after(
            Action.RESTORE,
            (who, world) -> {
              if (who.heardFromMillis == world.nowMillis) {
                who.sights.values().stream().filter(sight -> sight.heard).forEach(world::tellBack);
              }
            }));
  }
}
