package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.tck.scenario.Action;

/** The way back, server by server (NET-04). */
final class Servers {
  private Servers() {}

  static ImmutableList<Defect> all() {
    return new Theme("servers")
        .add(
            "lost-server-first",
            "the first attempt goes to the server that was lost",
            Quirks.attempt((me, right) -> Optional.of(me.attempts == 1 ? me.server : right)))
        .add(
            "lost-server-again-and-again",
            "every attempt goes to the server that was lost",
            Quirks.attempt((me, right) -> Optional.of(me.server)))
        .add(
            "lost-server-not-believed",
            "where there is another server, the one that was lost is tried but never accepted",
            new Quirk() {
              @Override
              Optional<String> attempt(Person me, Plain world, String right) {
                boolean distrusts = right.equals(me.server) && world.scenario.servers().size() > 1;
                if (distrusts) {
                  world.fate.attemptLater(world.nowMillis, me, right);
                }
                return distrusts ? Optional.empty() : Optional.of(right);
              }
            })
        .add(
            "single-server-never",
            "where there is one server only, no attempt is made",
            new Quirk() {
              @Override
              Optional<String> attempt(Person me, Plain world, String right) {
                return world.scenario.servers().size() == 1 ? Optional.empty() : Optional.of(right);
              }
            })
        .add(
            "five-attempts",
            "a client stops after five attempts",
            Quirks.attempt((me, right) -> me.attempts > 5 ? Optional.empty() : Optional.of(right)))
        .add(
            "one-attempt",
            "a client makes one attempt",
            Quirks.attempt((me, right) -> me.attempts > 1 ? Optional.empty() : Optional.of(right)))
        .add(
            "six-seconds-between-attempts",
            "attempts are 6 s apart",
            Quirks.attempt(
                (me, right) -> me.attempts % 6 == 1 ? Optional.of(right) : Optional.empty()))
        .add(
            "unknown-server",
            "an attempt goes to a server that nobody named",
            Quirks.attempt((me, right) -> Optional.of(me.attempts == 2 ? "s9" : right)))
        .add(
            "back-without-an-attempt",
            "another server that accepts before the interruption is joined without an attempt",
            Quirks.after(
                Action.RESTORE,
                (who, world) -> {
                  if (who.isDeaf() && who.stage == Person.Stage.YOUNG) {
                    world.restore(who);
                  }
                }))
        .add(
            "attempt-after-accepted",
            "one attempt more is made after a server has accepted",
            new Quirk() {
              @Override
              ImmutableList<Said> tell(Said said, Plain world) {
                if (said.is(Event.Kind.REJOINED) && !world.scenario.servers().isEmpty()) {
                  world.fate.attemptLater(said.atMillis() + 1_000, said.me(), said.me().server);
                }
                return ImmutableList.of(said);
              }
            })
        .add(
            "attempts-before-interrupted",
            "a client begins to try as soon as it hears nothing, 4 s before it is interrupted",
            Quirks.after(
                Action.DROP,
                (who, world) -> {
                  if (!world.scenario.servers().isEmpty()) {
                    world.fate.attemptLater(world.nowMillis + 1_000, who, last(world));
                  }
                }))
        .add(
            "second-outage-begins-at-the-lost-server",
            "the first attempt of a second outage goes to the server that was lost",
            Quirks.attempt(
                (me, right) -> Optional.of(me.outages > 1 && me.attempts == 1 ? me.server : right)))
        .add(
            "attempts-after-a-leave",
            "who leaves while it tries to reconnect makes one attempt more",
            Quirks.before(
                Action.LEAVE,
                (who, world) -> {
                  if (who.nextAttemptMillis != Plain.NEVER) {
                    world.fate.attemptLater(who.nextAttemptMillis, who, last(world));
                  }
                }))
        .add(
            "rotation-shared-between-users",
            "a user goes on in the servers where another one is, and may begin at its lost one",
            new Quirk() {
              @Override
              Optional<String> attempt(Person me, Plain world, String right) {
                List<String> round = new ArrayList<>(world.scenario.servers());
                round.remove(me.server);
                round.add(me.server);
                int all = world.everybody().stream().mapToInt(who -> who.attempts).sum();
                return Optional.of(round.get((all - 1) % round.size()));
              }
            })
        .all();
  }

  private static String last(Plain world) {
    return world.scenario.servers().get(world.scenario.servers().size() - 1);
  }
}
