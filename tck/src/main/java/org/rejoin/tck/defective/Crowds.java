package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;

/** What goes wrong with many users, or after much has happened. */
final class Crowds {
  private Crowds() {}

  static ImmutableList<Defect> all() {
    return new Theme("crowds")
        .add(
            "sixth-user-told-nothing",
            "the sixth user of a channel is told nothing of others",
            Quirks.swallow(
                (said, world) ->
                    said.isGone()
                        && world.everybody().size() > 5
                        && said.me().uid.equals(world.people.lastKey())))
        .add(
            "one-timer-for-all",
            "an observer has one timer for all, and a later silence sets it anew",
            new Quirk() {
              @Override
              long goneDue(Sight sight, Plain world, long right) {
                return sight.observer.sights.values().stream()
                    .filter(Sight::isSilent)
                    .mapToLong(other -> right - sight.lastHeardMillis + other.lastHeardMillis)
                    .max()
                    .orElse(right);
              }
            })
        .add(
            "timers-shared-by-uid-order",
            "of several silent users only the one of the lowest uid is watched",
            new Quirk() {
              @Override
              long goneDue(Sight sight, Plain world, long right) {
                boolean first =
                    sight.observer.sights.headMap(sight.of.uid).values().stream()
                        .noneMatch(Sight::isSilent);
                return first ? right : Plain.NEVER;
              }
            })
        .add(
            "restarted-observer-has-no-windows",
            "a process that was restarted is told of nobody's silence",
            new Quirk() {
              @Override
              long goneDue(Sight sight, Plain world, long right) {
                return sight.observer.wasKilled ? Plain.NEVER : right;
              }
            })
        .add(
            "outage-after-a-restart-untold",
            "a process that was restarted is not told of its own outage",
            Quirks.swallow(said -> said.kind().isLocal() && said.me().wasKilled))
        .add(
            "outage-after-a-leave-untold",
            "who left and joined again is not told of its own outage",
            Quirks.swallow(said -> said.kind().isLocal() && said.me().wasLeaving))
        .all();
  }
}
