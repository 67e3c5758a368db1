package org.rejoin.tck.defective;

import java.util.Optional;
import java.util.TreeMap;

/** Who hears whom in the plain machine, and whom its channels hear. */
final class Hearing {
  final TreeMap<String, Hall> halls = new TreeMap<>();

  private final Plain world;

  Hearing(Plain world) {
    this.world = world;
  }

  /** Makes a change to a user, and has the others and the channels notice what of it they can. */
  void change(Person who, boolean goodbye, Runnable change) {
    Optional<String> before = who.audibleIn();
    change.run();
    Optional<String> after = who.audibleIn();
    if (before.equals(after)) {
      return;
    }
    before.ifPresent(name -> disappear(who, name, goodbye));
    after.ifPresent(name -> appear(who, name));
  }

  private void disappear(Person who, String name, boolean goodbye) {
    for (Person observer : world.everybody()) {
      Sight sight = observer.sights.get(who.uid);
      if (sight != null && observer.listensIn().equals(Optional.of(name))) {
        if (goodbye && !sight.gone && world.quirk.getsGoodbye(observer, who, world)) {
          world.tellQuit(sight);
        } else {
          sight.fallSilent(world.nowMillis);
        }
      }
    }
    Hall hall = hall(name);
    if (hall.heard.remove(who.uid) && hall.heard.isEmpty()) {
      long right = world.nowMillis + world.profile.channelDestroyedAfterMillis();
      hall.dueMillis = world.quirk.destroyedDue(hall, who, world, right);
    }
  }

  private void appear(Person who, String name) {
    for (Person observer : world.everybody()) {
      if (observer != who && observer.listensIn().equals(Optional.of(name))) {
        hear(observer, who);
      }
    }
    Hall hall = hall(name);
    hall.heard.add(who.uid);
    hall.timesSaved += hall.dueMillis == Plain.NEVER ? 0 : 1;
    hall.dueMillis = Plain.NEVER;
  }

  /** The channel of that name. */
  Hall hall(String name) {
    return halls.computeIfAbsent(name, Hall::new);
  }

  /** A user that begins to listen hears all who are there. */
  void hearOthers(Person who) {
    for (Person other : world.everybody()) {
      if (other != who && who.inSession() && other.audibleIn().equals(who.listensIn())) {
        hear(who, other);
      }
    }
  }

  /** An observer hears a user: for the first time, again, or still. */
  void hear(Person observer, Person of) {
    Optional<Sight> known = Optional.ofNullable(observer.sights.get(of.uid));
    Sight sight = known.orElseGet(() -> new Sight(observer, of));
    observer.sights.put(of.uid, sight);
    boolean isNews = known.isEmpty() || sight.gone;
    sight.heard = true;
    sight.gone = false;
    if (isNews) {
      world.tellBack(sight);
    }
  }
}
