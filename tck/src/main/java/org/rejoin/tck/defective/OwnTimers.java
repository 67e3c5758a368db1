package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.INTERRUPTED;
import static org.rejoin.api.Event.Kind.LOST;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;

/** Timers of the own outage: stopped by the wrong return, by none, or too soon. */
final class OwnTimers {
  private OwnTimers() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("own timers");
    addTimers(theme);
    addPlaces(theme);
    return theme.all();
  }

  /** Timers that nobody stops. */
  private static void addTimers(Theme theme) {
    theme
        .add(
            "interrupted-not-cancelled-on-return",
            "the timer of interrupted runs on after the return",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (OwnOutages.isYoung(who)) {
                    world.fate.tellLater(
                        new Said(who.lastDataMillis + 4_000, who, INTERRUPTED, who.uid));
                  }
                }))
        .add(
            "lost-not-cancelled-on-return",
            "the timer of lost runs on after the return",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (who.stage == Person.Stage.INTERRUPTED) {
                    world.fate.tellLater(new Said(who.lastDataMillis + 10_000, who, LOST, who.uid));
                  }
                }))
        .add(
            "anybodys-return-stops-the-clock-awl",
            "on Android, Windows and Linux the return of anybody stops the clock of interrupted",
            stoppedByOthers(Family.AWL))
        .add(
            "anybodys-return-stops-the-clock-apple",
            "on iOS and macOS the return of anybody stops the clock of interrupted",
            stoppedByOthers(Family.APPLE));
  }

  private static Quirk stoppedByOthers(Family family) {
    return Quirks.after(
        Action.RESTORE,
        (who, world) ->
            world.everybody().stream()
                .filter(other -> other.family == family && OwnOutages.isYoung(other))
                .filter(other -> other != who)
                .forEach(other -> other.lastDataMillis = world.nowMillis));
  }

  private static void addPlaces(Theme theme) {
    theme
        .add(
            "alone-is-never-lost",
            "who is alone in its channel is not told lost",
            Quirks.swallow(said -> said.is(LOST) && said.me().sights.isEmpty()))
        .add(
            "all-cut-off-at-once",
            "where all users are cut off at one instant, none is told interrupted",
            Quirks.swallow(
                (said, world) ->
                    said.is(INTERRUPTED)
                        && world.everybody().size() > 1
                        && world.everybody().stream()
                            .allMatch(
                                other ->
                                    other.isDeaf()
                                        && other.lastDataMillis == said.me().lastDataMillis)));
    theme
        .add(
            "gives-up-after-24-minutes",
            "a client gives up after 24 minutes",
            givesUp(24 * 60_000L, Platform.ANDROID))
        .add(
            "windows-gives-up-after-20-minutes",
            "on Windows a client gives up after 20 minutes",
            givesUp(20 * 60_000L, Platform.WINDOWS));
  }

  private static Quirk givesUp(long afterMillis, Platform platform) {
    return new Quirk() {
      @Override
      long localDue(Person me, Plain world, long right) {
        return me.stage == Person.Stage.LOST && me.platform == platform
            ? me.lastDataMillis + afterMillis
            : right;
      }
    };
  }
}
