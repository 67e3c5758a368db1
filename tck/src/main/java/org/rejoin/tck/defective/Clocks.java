package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.LostOrigin;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Step;

/** Constants that are wrong, clocks that count from the wrong instant. */
final class Clocks {
  /** One of the five constants. */
  private enum Constant {
    INTERRUPTED("interrupted"),
    LOST("lost"),
    GONE("gone"),
    WEB_GONE("gone on Web"),
    DESTROYED("a channel's destruction");

    private final String word;

    Constant(String word) {
      this.word = word;
    }

    private String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ImmutableProfile later(ImmutableProfile by, long millis) {
      return switch (this) {
        case INTERRUPTED -> by.withInterruptedAfterMillis(by.interruptedAfterMillis() + millis);
        case LOST -> by.withLostAfterMillis(by.lostAfterMillis() + millis);
        case GONE ->
            by.withGoneAfterMillis(by.goneAfterMillis() + millis)
                .withLiveGoneAfterMillis(by.liveGoneAfterMillis() + millis);
        case WEB_GONE -> by.withWebGoneAfterMillis(by.webGoneAfterMillis() + millis);
        case DESTROYED ->
            by.withChannelDestroyedAfterMillis(by.channelDestroyedAfterMillis() + millis);
      };
    }
  }

  private Clocks() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("clocks");
    for (Constant constant : Constant.values()) {
      theme.add(
          constant.id() + "-a-millisecond-early",
          constant.word + " comes a millisecond early",
          Spoilt.profile(profile -> constant.later(profile, -1)));
      theme.add(
          constant.id() + "-a-millisecond-late",
          constant.word + " comes a millisecond late",
          Spoilt.profile(profile -> constant.later(profile, 1)));
    }
    addOrigins(theme);
    addBoundaries(theme);
    return theme.all();
  }

  private static void addOrigins(Theme theme) {
    theme
        .add(
            "windows-exchanged",
            "the windows of 10 s and 20 s are exchanged",
            Spoilt.profile(
                profile ->
                    profile
                        .withGoneAfterMillis(profile.webGoneAfterMillis())
                        .withLiveGoneAfterMillis(profile.webGoneAfterMillis())
                        .withWebGoneAfterMillis(profile.goneAfterMillis())))
        .add(
            "window-of-the-lost-user",
            "the window is that of the lost user's platform, not of the observer's",
            new Quirk() {
              @Override
              long goneDue(Sight sight, Plain world, long right) {
                long window = world.profile.windowMillis(sight.of.family, world.scenario.mode());
                return Math.max(sight.lastHeardMillis + window, sight.observer.heardFromMillis);
              }
            })
        .add(
            "lost-counts-from-interrupted",
            "the 10 s to lost count from interrupted, not from the last data",
            Spoilt.profile(profile -> profile.withLostOrigin(LostOrigin.INTERRUPTED)))
        .add(
            "window-counts-from-interrupted",
            "an observer's window begins when the other is interrupted, 4 s after its last packet",
            Quirks.goneDue((sight, right) -> right + 4_000))
        .add(
            "silence-adds-up",
            "a return before the interruption does not re-arm the clock, so short outages add up",
            new Quirk() {
              @Override
              void after(Step step, Plain world) {
                Person who = world.person(step.uid());
                if (step.action() == Action.RESTORE && who.heardFromMillis == step.atMillis()) {
                  long outageMillis = step.atMillis() - who.lastDataMillis;
                  who.silentMillis = outageMillis < 4_000 ? who.silentMillis + outageMillis : 0;
                } else if (step.action().beginsSession()) {
                  who.silentMillis = 0;
                }
              }

              @Override
              long localDue(Person me, Plain world, long right) {
                return me.stage == Person.Stage.YOUNG
                    ? Math.max(me.lastDataMillis, right - me.silentMillis)
                    : right;
              }
            })
        .add(
            "live-windows-of-15s",
            "in live mode every window is 15 s",
            (scenario, profile) ->
                Spoilt.run(
                    scenario, scenario.mode() == Mode.LIVE ? windows(profile, 15_000) : profile));
  }

  private static Profile windows(Profile profile, long millis) {
    return ImmutableProfile.copyOf(profile)
        .withGoneAfterMillis(millis)
        .withLiveGoneAfterMillis(millis)
        .withWebGoneAfterMillis(millis);
  }

  /** At exactly N. Sound on most platforms, so that only the boundaries of the others tell. */
  private static void addBoundaries(Theme theme) {
    theme
        .add(
            "deadlines-before-steps",
            "who is back at the very deadline is late: deadlines fall before an instant's steps",
            Quirks.before((step, world) -> world.fate.letFall()))
        .add(
            "macos-interrupted-at-exactly-4s",
            "macOS is told interrupted though it is back after exactly 4 s",
            Quirks.before(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (who.platform == Platform.MACOS && who.stage == Person.Stage.YOUNG) {
                    world.fate.letFallLocally(who);
                  }
                }))
        .add(
            "macos-lost-at-exactly-10s",
            "macOS is told lost though it is back after exactly 10 s",
            Quirks.before(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (who.platform == Platform.MACOS && who.stage == Person.Stage.INTERRUPTED) {
                    world.fate.letFallLocally(who);
                  }
                }))
        .add(
            "downlink-lost-at-exactly-10s",
            "who has lost its downlink alone is told lost though it is back after exactly 10 s",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (who.cut.equals(Optional.of(Direction.DOWNLINK))
                      && who.stage == Person.Stage.INTERRUPTED) {
                    world.fate.letFallLocally(who);
                  }
                }))
        .add(
            "macos-gone-at-exactly-20s",
            "macOS is told that a dropped Windows user is gone though it is back after exactly 20 s",
            Quirks.before(
                (step, world) -> lookEarly(world, step.action() == Action.RESTORE, step.uid())))
        .add(
            "macos-gone-at-exactly-20s-after-a-kill",
            "macOS is told that a killed Windows user is gone though it is back after exactly 20 s",
            Quirks.before(
                (step, world) -> lookEarly(world, step.action() == Action.RESTART, step.uid())))
        .add(
            "linux-destroyed-at-exactly-10s",
            "a channel is destroyed though its last user, on Linux, is back after exactly 10 s",
            Quirks.before(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (who.platform == Platform.LINUX && step.action() == Action.RESTART) {
                    world.fate.letFallOfChannels();
                  }
                }));
  }

  private static void lookEarly(Plain world, boolean isReturn, UserId uid) {
    if (isReturn && world.person(uid).platform == Platform.WINDOWS) {
      world.everybody().stream()
          .filter(observer -> observer.platform == Platform.MACOS)
          .forEach(world.fate::letFallRemotely);
    }
  }
}
