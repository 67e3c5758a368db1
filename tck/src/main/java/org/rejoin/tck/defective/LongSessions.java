package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.REJOINED;
import static org.rejoin.api.Event.Kind.USER_DROPPED;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import org.rejoin.api.Platform;

/** What goes wrong after hours, days and weeks, and with times that 32 bits can't hold. */
final class LongSessions {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
  private static final long UNSIGNED_MASK = 0xFFFF_FFFFL;

  private LongSessions() {}

  static ImmutableList<Defect> all() {
    return new Theme("long sessions")
        .add(
            "present-user-gone-after-30-minutes",
            "after half an hour a user that is there all the time is told gone once",
            goneAlthoughPresent(30 * MINUTE_MILLIS, sight -> true))
        .add(
            "windows-present-user-gone-after-a-day",
            "on Windows a user that is there all the time is told gone after a day",
            goneAlthoughPresent(
                24 * HOUR_MILLIS, sight -> sight.observer.platform == Platform.WINDOWS))
        .add(
            "linux-no-outage-noticed-after-six-hours",
            "on Linux no outage is noticed in a session of more than six hours",
            Quirks.localDue(
                (me, right) ->
                    me.platform == Platform.LINUX
                            && me.lastDataMillis - me.heardFromMillis > 6 * HOUR_MILLIS
                        ? Plain.NEVER
                        : right))
        .add(
            "deadlines-in-31-bits",
            "a deadline is kept in 32 bits with a sign, and one that is negative never comes",
            deadlines((nowMillis, right) -> (int) right < 0 ? Plain.NEVER : right))
        .add(
            "deadlines-in-32-bits",
            "a deadline is kept in 32 bits without a sign, and has come as soon as the clock ends",
            deadlines(
                (nowMillis, right) ->
                    right > UNSIGNED_MASK ? Math.max(nowMillis, right & UNSIGNED_MASK) : right))
        .add(
            "rejoined-not-told-after-25-days",
            "after an outage of more than 2^31 ms rejoined is not told",
            Quirks.swallow(
                said ->
                    said.is(REJOINED)
                        && said.atMillis() - said.me().lastDataMillis > Integer.MAX_VALUE))
        .all();
  }

  /** Some observers are told once that somebody is gone whom they have heard for so long. */
  private static Quirk goneAlthoughPresent(long afterMillis, Predicate<Sight> which) {
    return Quirks.after(
        (step, world) -> {
          Person who = world.person(step.uid());
          if (step.action().beginsSession()) {
            who.sights.values().forEach(sight -> tellGone(sight, afterMillis, which, world));
            world.sightsOf(who).forEach(sight -> tellGone(sight, afterMillis, which, world));
          }
        });
  }

  private static void tellGone(Sight sight, long afterMillis, Predicate<Sight> which, Plain world) {
    if (which.test(sight)) {
      world.fate.tellLater(
          new Said(world.nowMillis + afterMillis, sight.observer, USER_DROPPED, sight.of.uid),
          () ->
              sight.heard
                  && !sight.observer.isDeaf()
                  && sight.observer.sights.get(sight.of.uid) == sight);
    }
  }

  /** When a deadline comes, from now and the right answer. */
  @FunctionalInterface
  private interface Kept {
    long of(long nowMillis, long right);
  }

  private static Quirk deadlines(Kept kept) {
    return new Quirk() {
      @Override
      long localDue(Person me, Plain world, long right) {
        return right == Plain.NEVER ? right : kept.of(world.nowMillis, right);
      }

      @Override
      long goneDue(Sight sight, Plain world, long right) {
        return kept.of(world.nowMillis, right);
      }
    };
  }
}
