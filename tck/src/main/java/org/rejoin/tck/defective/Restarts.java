package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.REJOINED;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Step;

/** What a restart is, and what it is not. */
final class Restarts {
  private Restarts() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("restarts");
    addReturns(theme);
    return theme.all();
  }

  /** What a restart is, and what it is not. */
  private static void addReturns(Theme theme) {
    theme
        .add(
            "interruption-survives-the-restart",
            "a process that is restarted after it was interrupted is told rejoined",
            new Quirk() {
              @Override
              void before(Step step, Plain world) {
                Person who = world.person(step.uid());
                if (step.action() == Action.KILL && who.stage != Person.Stage.YOUNG) {
                  who.diedInterrupted = true;
                }
              }

              @Override
              void after(Step step, Plain world) {
                Person who = world.person(step.uid());
                if (step.action() == Action.RESTART && who.diedInterrupted) {
                  world.tell(REJOINED, who, who.uid);
                }
              }
            })
        .add(
            "restart-within-the-window-told-as-back",
            "a restart within the window is told as back",
            Quirks.before(Action.RESTART, (who, world) -> tellBack(world, who)))
        .add(
            "macos-restart-after-an-unsent-goodbye-told-as-back",
            "a macOS user that was killed while cut off is told back when it is restarted in time",
            Quirks.before(
                Action.RESTART,
                (who, world) -> {
                  if (who.platform == Platform.MACOS) {
                    tellBack(world, who);
                  }
                }))
        .add(
            "web-swallows-a-restart-within-2s",
            "Web is not told of a user that is restarted within 2 s of its peer-leave",
            Quirks.swallow(
                (said, world) ->
                    said.on(Platform.WEB)
                        && said.isBack()
                        && world.person(said.about()).family == Family.APPLE
                        && world.person(said.about()).wasKilled
                        && world
                            .sight(said.me(), world.person(said.about()))
                            .map(
                                sight ->
                                    sight.timesGone > 0
                                        && said.atMillis() - sight.goneMillis < 2_000)
                            .orElse(false)))
        .add(
            "restart-told-to-two",
            "a restart is told as back to two observers at most",
            Quirks.swallow(
                (said, world) ->
                    said.isBack()
                        && world.person(said.about()).wasKilled
                        && world.sightsOf(world.person(said.about())).stream()
                                .filter(sight -> sight.heard && sight.timesGone > 0)
                                .count()
                            > 2))
        .add(
            "apple-back-after-goodbye-not-told",
            "an iOS or macOS user that is back within 20 s of its goodbye was never away (KILL-06)",
            Quirks.swallow(
                (said, world) ->
                    said.isBack()
                        && world.person(said.about()).family == Family.APPLE
                        && world.person(said.about()).wasKilled
                        && said.atMillis() - world.person(said.about()).endedMillis <= 20_000));
  }

  private static void tellBack(Plain world, Person who) {
    world.sightsOf(who).stream().filter(Sight::isAwaited).forEach(world::tellBack);
  }
}
