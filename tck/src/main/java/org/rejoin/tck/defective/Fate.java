package org.rejoin.tck.defective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rejoin.api.Event;

/** What falls due in the plain machine: outages, windows, attempts, channels. */
final class Fate {
  private static final long NEVER = Plain.NEVER;
  private static final long BETWEEN_ATTEMPTS_MILLIS = 1_000;

  /** Something that a misreading has happen at an instant to come. */
  private record Later(long atMillis, Runnable deed) {}

  private final Plain world;
  private final List<Later> later = new ArrayList<>();

  Fate(Plain world) {
    this.world = world;
  }

  /** Says something at an instant to come, whatever happens until then. */
  void tellLater(Said said) {
    tellLater(said, () -> true);
  }

  /** Says gone when a window ends as it is now, whatever happens until then. */
  void tellGoneLater(Sight sight) {
    tellGoneLater(goneDue(sight), sight);
  }

  /** Says gone at an instant to come, whatever happens until then. */
  void tellGoneLater(long atMillis, Sight sight) {
    tellLater(new Said(atMillis, sight.observer, Event.Kind.USER_DROPPED, sight.of.uid));
  }

  /** Says something at an instant to come, if that still is so then. */
  void tellLater(Said said, BooleanSupplier still) {
    later.add(
        new Later(
            said.atMillis(),
            () -> {
              if (still.getAsBoolean()) {
                world.ledger.write(said);
              }
            }));
  }

  /** Makes an attempt to connect at an instant to come, whatever happens until then. */
  void attemptLater(long atMillis, Person who, String server) {
    later.add(new Later(atMillis, () -> world.ledger.attempt(atMillis, who.uid, server)));
  }

  /** When the next thing is due if no step comes. */
  long nextDeadline() {
    long next = NEVER;
    for (Person who : world.everybody()) {
      next = Math.min(next, Math.min(localDue(who), who.nextAttemptMillis));
      for (Sight sight : who.sights.values()) {
        next = Math.min(next, goneDue(sight));
      }
    }
    for (Hall hall : world.hearing.halls.values()) {
      next = Math.min(next, hall.dueMillis);
    }
    for (Later one : later) {
      next = Math.min(next, one.atMillis());
    }
    return next;
  }

  private long localDue(Person who) {
    if (!who.isDeaf()) {
      return NEVER;
    }
    long afterMillis =
        switch (who.stage) {
          case YOUNG -> world.profile.interruptedAfterMillis();
          case INTERRUPTED -> world.profile.lostSinceLastDataMillis();
          case LOST -> world.profile.giveUpAfterMillis().orElse(NEVER - who.lastDataMillis);
        };
    return world.quirk.localDue(who, world, who.lastDataMillis + afterMillis);
  }

  long goneDue(Sight sight) {
    boolean waits =
        sight.observer.isDeaf() && !world.quirk.goesByItsOwnClock(sight.observer, world);
    if (!sight.isSilent() || waits) {
      return NEVER;
    }
    long right =
        sight.lastHeardMillis
            + world.profile.windowMillis(sight.observer.family, world.scenario.mode());
    return world.quirk.goneDue(sight, world, Math.max(right, sight.observer.heardFromMillis));
  }

  /** Lets everything fall that is due now. */
  void letFall() {
    world.everybody().forEach(this::letFallLocally);
    world.everybody().forEach(this::letFallRemotely);
    letFallOfChannels();
    if (later.isEmpty()) {
      return;
    }
    later.stream()
        .filter(one -> one.atMillis() <= world.nowMillis)
        .forEach(one -> one.deed().run());
    later.removeIf(one -> one.atMillis() <= world.nowMillis);
  }

  void letFallOfChannels() {
    for (Hall hall : world.hearing.halls.values()) {
      if (hall.dueMillis <= world.nowMillis) {
        hall.dueMillis = NEVER;
        hall.timesDestroyed++;
        world.ledger.destroyed(world.nowMillis, hall.name);
      }
    }
  }

  /** Attempts come before the deadlines of their instant, and after the interruption (D-03). */
  void letFallLocally(Person who) {
    attempt(who);
    while (localDue(who) <= world.nowMillis) {
      switch (who.stage) {
        case YOUNG -> {
          who.stage = Person.Stage.INTERRUPTED;
          who.nextAttemptMillis = world.scenario.servers().isEmpty() ? NEVER : world.nowMillis;
          world.tell(Event.Kind.INTERRUPTED, who, who.uid);
          attempt(who);
        }
        case INTERRUPTED -> {
          who.stage = Person.Stage.LOST;
          world.tell(Event.Kind.LOST, who, who.uid);
        }
        case LOST -> world.hearing.change(who, false, () -> who.end(world.nowMillis));
      }
    }
  }

  void letFallRemotely(Person who) {
    for (Sight sight : who.sights.values()) {
      if (goneDue(sight) <= world.nowMillis) {
        sight.tellGone(world.nowMillis);
        world.tell(Event.Kind.USER_DROPPED, who, sight.of.uid);
      }
    }
  }

  private void attempt(Person who) {
    while (who.nextAttemptMillis <= world.nowMillis) {
      List<String> round = new ArrayList<>(world.scenario.servers());
      round.remove(who.server);
      round.add(who.server);
      String right = round.get(who.attempts % round.size());
      who.attempts++;
      who.nextAttemptMillis += BETWEEN_ATTEMPTS_MILLIS;
      Optional<String> tried = world.quirk.attempt(who, world, right);
      tried.ifPresent(who.tried::add);
      tried.ifPresent(server -> world.ledger.attempt(world.nowMillis, who.uid, server));
      if (tried.isPresent() && tried.equals(who.accepting)) {
        who.server = tried.get();
        world.restore(who);
      }
    }
  }
}
