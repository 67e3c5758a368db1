package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/**
 * All users of one scenario as one plain machine, written to be meddled with: at each decision it
 * asks a {@link Quirk}, and one that answers nothing wrong gives what the reference gives.
 */
final class Plain {
  static final long NEVER = Long.MAX_VALUE;

  final Scenario scenario;
  final Profile profile;
  final TreeMap<UserId, Person> people = new TreeMap<>();
  long nowMillis;

  final Quirk quirk;
  final Ledger ledger;
  final Fate fate;
  final Hearing hearing;

  Plain(Scenario scenario, Profile profile, Quirk quirk) {
    this.scenario = scenario;
    this.profile = profile;
    this.quirk = quirk;
    this.ledger = new Ledger(profile, scenario.untilMillis());
    this.fate = new Fate(this);
    this.hearing = new Hearing(this);
    for (Participant who : scenario.participants()) {
      people.put(who.uid(), new Person(who));
    }
  }

  Trace run() {
    int next = 0;
    while (true) {
      long stepMillis = next < scenario.steps().size() ? step(next).atMillis() : NEVER;
      nowMillis = Math.max(nowMillis, Math.min(stepMillis, fate.nextDeadline()));
      if (nowMillis > scenario.untilMillis()) {
        return ledger.trace();
      }
      while (next < scenario.steps().size() && step(next).atMillis() == nowMillis) {
        Step step = step(next);
        quirk.before(step, this);
        apply(step, person(step.uid()));
        quirk.after(step, this);
        next++;
      }
      fate.letFall();
    }
  }

  private Step step(int index) {
    return scenario.steps().get(index);
  }

  Person person(UserId uid) {
    Person person = people.get(uid);
    if (person == null) {
      throw new IllegalArgumentException("no participant has uid " + uid);
    }
    return person;
  }

  /** What others hold of a user. */
  ImmutableList<Sight> sightsOf(Person who) {
    return people.values().stream()
        .flatMap(observer -> Optional.ofNullable(observer.sights.get(who.uid)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  Collection<Person> everybody() {
    return people.values();
  }

  /** Says something, unless the quirk has it otherwise. */
  void tell(Event.Kind kind, Person me, UserId about) {
    quirk.tell(new Said(nowMillis, me, kind, about), this).forEach(ledger::write);
  }

  /** An observer is told that a user has left. */
  void tellQuit(Sight sight) {
    sight.tellGone(nowMillis);
    tell(Event.Kind.USER_QUIT, sight.observer, sight.of.uid);
  }

  /** An observer is told that a user is there. */
  void tellBack(Sight sight) {
    tell(Event.Kind.USER_JOINED, sight.observer, sight.of.uid);
  }

  /** What an observer holds of a user; empty if it never heard of it in its session. */
  Optional<Sight> sight(Person observer, Person of) {
    return Optional.ofNullable(observer.sights.get(of.uid));
  }

  private void apply(Step step, Person who) {
    switch (step.action()) {
      case JOIN, RESTART -> {
        String first = scenario.servers().stream().findFirst().orElse("");
        hearing.change(who, false, () -> who.begin(step.channel(), first, nowMillis));
        hearing.hearOthers(who);
        who.lastDone = step.action();
      }
      case DROP -> {
        if (who.inSession() && !who.isCut()) {
          who.lastDone = step.action();
          drop(who, step.direction());
        }
      }
      case RESTORE -> {
        if (who.isCut()) {
          accept(who, step.server());
        }
      }
      case LEAVE, KILL -> {
        if (who.inSession()) {
          who.lastDone = step.action();
          who.wasKilled = step.action() == Action.KILL;
          who.wasLeaving = step.action() == Action.LEAVE;
          boolean right = step.action() == Action.LEAVE || who.family == Family.APPLE;
          boolean goodbye = quirk.saysGoodbye(step, who, this, right);
          hearing.change(who, goodbye, () -> who.end(nowMillis));
        }
      }
      case PEER_HEARD, PEER_SILENT, PEER_LEFT ->
          throw new IllegalArgumentException("a step of one client's view: " + step.action().id());
    }
  }

  void drop(Person who, Direction direction) {
    hearing.change(
        who,
        false,
        () -> {
          who.cut = Optional.of(direction);
          if (who.isDeaf()) {
            who.stage = Person.Stage.YOUNG;
            who.lastDataMillis = nowMillis;
            who.outages++;
            who.sights.values().forEach(sight -> sight.fallSilent(nowMillis));
          }
        });
  }

  private void accept(Person who, Optional<String> server) {
    boolean neverLeft = who.nextAttemptMillis == NEVER && server.equals(Optional.of(who.server));
    who.accepting = server;
    if (server.isEmpty() || neverLeft || !who.isDeaf()) {
      restore(who);
    }
  }

  void restore(Person who) {
    boolean wasDeaf = who.isDeaf();
    hearing.change(
        who,
        false,
        () -> {
          who.cut = Optional.empty();
          if (wasDeaf) {
            if (who.stage != Person.Stage.YOUNG) {
              tell(Event.Kind.REJOINED, who, who.uid);
            }
            who.stage = Person.Stage.YOUNG;
            who.heardFromMillis = nowMillis;
            who.stopTrying();
          }
        });
    if (wasDeaf) {
      hearing.hearOthers(who);
    }
  }
}
