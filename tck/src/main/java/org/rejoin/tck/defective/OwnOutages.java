package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.INTERRUPTED;
import static org.rejoin.api.Event.Kind.LOST;
import static org.rejoin.api.Event.Kind.REJOINED;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;

/** What a user is told of its own outage. */
final class OwnOutages {
  private OwnOutages() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("own outages");
    addMissing(theme);
    addSurplus(theme);
    addSecond(theme);
    return theme.all();
  }

  private static void addMissing(Theme theme) {
    theme
        .add("never-interrupted", "interrupted is never told", swallow(INTERRUPTED))
        .add("never-lost", "lost is never told", swallow(LOST))
        .add("never-rejoined", "rejoined is never told", swallow(REJOINED))
        .add(
            "rejoined-only-after-lost",
            "rejoined is told only to who was lost",
            Quirks.swallow(
                said -> said.is(REJOINED) && said.me().stage == Person.Stage.INTERRUPTED))
        .add(
            "rejoined-not-after-lost",
            "who was lost joins anew, and is not told rejoined",
            Quirks.swallow(said -> said.is(REJOINED) && said.me().stage == Person.Stage.LOST))
        .add(
            "lost-in-place-of-interrupted",
            "interrupted and lost are exchanged",
            Quirks.tell(
                (said, unused) ->
                    ImmutableList.of(
                        said.is(INTERRUPTED)
                            ? said.as(LOST)
                            : said.is(LOST) ? said.as(INTERRUPTED) : said)));
    for (Platform platform : Platform.values()) {
      if (platform.family() != Family.WEB) {
        theme.add(
            platform.id() + "-not-lost",
            "on " + platform.id() + " lost is never told",
            Quirks.swallow(said -> said.on(platform) && said.is(LOST)));
      }
    }
  }

  private static Quirk swallow(Event.Kind kind) {
    return Quirks.swallow(said -> said.is(kind));
  }

  private static void addSurplus(Theme theme) {
    theme
        .add(
            "interrupted-twice",
            "interrupted is told twice",
            Quirks.repeat(said -> said.is(INTERRUPTED), 0))
        .add(
            "rejoined-after-any-outage",
            "rejoined is told after every outage, be it ever so short",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (isYoung(who)) {
                    world.tell(REJOINED, who, who.uid);
                  }
                }))
        .add(
            "rejoined-without-an-outage",
            "a restore without an outage is told as rejoined",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (who.inSession() && !who.isCut()) {
                    world.tell(REJOINED, who, who.uid);
                  }
                }))
        .add(
            "apple-lost-every-minute",
            "on iOS and macOS lost is told again each minute",
            Quirks.repeat(said -> said.on(Family.APPLE) && said.is(LOST), 60_000))
        .add(
            "rejoined-a-second-late",
            "rejoined is told a second after the return",
            Quirks.shift(said -> said.is(REJOINED), 1_000))
        .add(
            "own-departure-told",
            "who leaves is told that it is gone itself",
            Quirks.before(
                Action.LEAVE,
                (who, world) -> {
                  if (who.inSession()) {
                    world.tell(Event.Kind.USER_QUIT, who, who.uid);
                  }
                }));
  }

  static boolean isYoung(Person who) {
    return who.isDeaf() && who.stage == Person.Stage.YOUNG;
  }

  private static void addSecond(Theme theme) {
    theme
        .add(
            "second-outage-ignored",
            "a second outage of the same session is not told",
            Quirks.swallow(said -> said.kind().isLocal() && said.me().outages > 1))
        .add(
            "apple-second-outage-ignored",
            "on iOS and macOS a second outage of the same session is not told",
            Quirks.swallow(
                said -> said.on(Family.APPLE) && said.kind().isLocal() && said.me().outages > 1))
        .add(
            "rejoined-once-only",
            "rejoined is told once in a session",
            Quirks.swallow(said -> said.is(REJOINED) && said.me().outages > 1))
        .add(
            "second-drop-restarts-the-clock",
            "a drop while cut off already counts as a packet, and the clock begins anew",
            Quirks.after(
                Action.DROP,
                (who, world) -> {
                  if (who.isDeaf()) {
                    who.lastDataMillis = world.nowMillis;
                  }
                }));
  }
}
