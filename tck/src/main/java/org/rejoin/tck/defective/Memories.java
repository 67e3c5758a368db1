package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/**
 * Ports that know what they can't know, or remember what they must not.
 *
 * <p>Those of {@link #seenInOne} do wrong in single scenarios. Those of {@link #seenInTwo} do what
 * the text permits in each, one thing here and another there: only who compares scenarios sees it.
 */
final class Memories {
  private Memories() {}

  static ImmutableList<Defect> seenInOne() {
    return new Theme("memory")
        .addLasting(
            "dead-in-the-next-scenario",
            "who was killed in one scenario is told nothing in the next",
            DeadInTheNext::new)
        .addLasting(
            "tired-after-a-thousand-scenarios",
            "after a thousand scenarios a port says nothing any more",
            Tired::new)
        .all();
  }

  static ImmutableList<Defect> seenInTwo() {
    return new Theme("memory")
        .addLasting(
            "second-time-differs",
            "who is cut off says gone by its own clock where the script was run before",
            SecondTime::new)
        .add(
            "reads-the-future",
            "who is cut off says gone by its own clock if the script goes on for another minute",
            ownClock(
                (observer, world) ->
                    world.scenario.untilMillis() > observer.lastDataMillis + 60_000))
        .add(
            "odd-seconds-differ",
            "who is cut off in an odd second says gone by its own clock",
            ownClock((observer, world) -> observer.lastDataMillis / 1_000 % 2 == 1))
        .add(
            "odd-uids-differ",
            "who has an odd uid says gone by its own clock while cut off",
            ownClock((observer, world) -> observer.uid.value() % 2 == 1))
        .add(
            "bystanders-make-a-difference",
            "who is cut off says gone by its own clock if the number of users is odd",
            ownClock((observer, world) -> world.everybody().size() % 2 == 1))
        .add(
            "idle-steps-make-a-difference",
            "who was restored without an outage says gone by its own clock in the next one",
            new OwnClock() {
              @Override
              void before(Step step, Plain world) {
                Person who = world.person(step.uid());
                who.restoredIdly |=
                    step.action() == Action.RESTORE && who.inSession() && !who.isCut();
              }

              @Override
              boolean when(Person observer, Plain world) {
                return observer.restoredIdly;
              }
            })
        .all();
  }

  /** When an observer goes by its own clock. */
  @FunctionalInterface
  private interface When {
    boolean holds(Person observer, Plain world);
  }

  private static Quirk ownClock(When when) {
    return new OwnClock() {
      @Override
      boolean when(Person observer, Plain world) {
        return when.holds(observer, world);
      }
    };
  }

  private static final class SecondTime implements Behaviour {
    private final Set<ImmutableList<Object>> known = new HashSet<>();

    @Override
    public Trace run(Scenario scenario, Profile profile) {
      boolean again =
          !known.add(
              ImmutableList.of(scenario.participants(), scenario.steps(), scenario.untilMillis()));
      return ownClock((observer, world) -> again).run(scenario, profile);
    }
  }

  private static final class Tired implements Behaviour {
    private int runs;

    @Override
    public Trace run(Scenario scenario, Profile profile) {
      runs++;
      return runs <= 1_000
          ? Spoilt.run(scenario, profile)
          : new Trace(ImmutableList.of(), ImmutableList.of());
    }
  }

  private static final class DeadInTheNext implements Behaviour {
    private Set<UserId> dead = new HashSet<>();

    @Override
    public Trace run(Scenario scenario, Profile profile) {
      Set<UserId> before = dead;
      dead = new HashSet<>();
      for (Step step : scenario.steps()) {
        switch (step.action()) {
          case KILL -> dead.add(step.uid());
          case RESTART -> dead.remove(step.uid());
          case JOIN, LEAVE, DROP, RESTORE, PEER_HEARD, PEER_SILENT, PEER_LEFT -> {
            // A process lives on.
          }
        }
      }
      return Quirks.swallow(said -> before.contains(said.me().uid) && said.on(Family.AWL))
          .run(scenario, profile);
    }
  }
}
