package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.REJOINED;

import com.google.common.collect.ImmutableList;
import java.util.function.BiPredicate;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Step;

/** Channels: their end, and what must not cross from one to another. */
final class Channels {
  private Channels() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("channels");
    addNever(theme);
    addTimers(theme);
    return theme.all();
  }

  private static void addNever(Theme theme) {
    theme
        .add(
            "channel-never-destroyed",
            "a channel without users lives for ever",
            Quirks.destroyedDue((hall, right) -> Plain.NEVER))
        .add(
            "channel-destroyed-at-once",
            "a channel goes with its last user",
            Quirks.destroyedDue((hall, right) -> right - 10_000))
        .add(
            "only-a-kill-destroys",
            "only a kill starts the timer of a channel's destruction, no drop and no leave",
            new Quirk() {
              @Override
              long destroyedDue(Hall hall, Person last, Plain world, long right) {
                return last.lastDone == Action.KILL ? right : Plain.NEVER;
              }
            })
        .add(
            "destroyed-once",
            "a channel of one name is destroyed once",
            Quirks.destroyedDue((hall, right) -> hall.timesDestroyed > 0 ? Plain.NEVER : right))
        .add(
            "saved-for-ever",
            "a channel whose last user came back in time once is never destroyed",
            Quirks.destroyedDue((hall, right) -> hall.timesSaved > 0 ? Plain.NEVER : right))
        .add(
            "everybody-at-once-destroys-nothing",
            "where all users are killed at one instant, their channel stays",
            new Quirk() {
              @Override
              long destroyedDue(Hall hall, Person last, Plain world, long right) {
                boolean atOnce =
                    world.everybody().size() > 1
                        && world.everybody().stream()
                            .allMatch(
                                other -> other.wasKilled && other.endedMillis == world.nowMillis);
                return atOnce ? Plain.NEVER : right;
              }
            })
        .add(
            "destruction-counts-from-the-first-kill",
            "the 10 s of a channel's destruction count from the first kill, not from the last",
            new Quirk() {
              @Override
              long destroyedDue(Hall hall, Person last, Plain world, long right) {
                if (last.lastDone != Action.KILL) {
                  return right;
                }
                return world.everybody().stream()
                        .filter(other -> other.wasKilled && !other.inSession())
                        .mapToLong(other -> other.endedMillis)
                        .min()
                        .orElse(right - 10_000)
                    + 10_000;
              }
            });
  }

  private static void addTimers(Theme theme) {
    theme
        .add(
            "join-does-not-save-the-channel",
            "a join within 10 s of the leave does not stop a channel's destruction",
            survives((step, who) -> step.action() == Action.JOIN && who.wasLeaving))
        .add(
            "restart-does-not-save-the-channel",
            "a restart within the 10 s does not stop a channel's destruction",
            survives((step, who) -> step.action() == Action.RESTART))
        .add(
            "lone-return-does-not-save-the-channel",
            "the return of a lone user after an outage does not stop its channel's destruction",
            new Quirk() {
              @Override
              void before(Step step, Plain world) {
                Person who = world.person(step.uid());
                who.runsOutMillis =
                    step.action() == Action.RESTORE && who.sights.isEmpty()
                        ? world.hearing.hall(Step.MAIN_CHANNEL).dueMillis
                        : Plain.NEVER;
              }

              @Override
              void after(Step step, Plain world) {
                Hall hall = world.hearing.hall(Step.MAIN_CHANNEL);
                hall.dueMillis = Math.min(hall.dueMillis, world.person(step.uid()).runsOutMillis);
              }
            })
        .add(
            "rejoined-not-told-in-a-new-channel",
            "who is back after its channel was destroyed joins anew, and is not told rejoined",
            Quirks.swallow(
                (said, world) ->
                    said.is(REJOINED) && world.hearing.hall(Step.MAIN_CHANNEL).timesDestroyed > 0));
  }

  private static Quirk survives(BiPredicate<Step, Person> which) {
    return new Quirk() {
      @Override
      void before(Step step, Plain world) {
        Person who = world.person(step.uid());
        who.runsOutMillis =
            which.test(step, who) ? world.hearing.hall(step.channel()).dueMillis : Plain.NEVER;
      }

      @Override
      void after(Step step, Plain world) {
        Hall hall = world.hearing.hall(step.channel());
        hall.dueMillis = Math.min(hall.dueMillis, world.person(step.uid()).runsOutMillis);
      }
    };
  }
}
