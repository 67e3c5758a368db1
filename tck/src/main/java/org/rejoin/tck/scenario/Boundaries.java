package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Threshold;
import org.rejoin.api.UserId;

/**
 * A profile's constants, one millisecond either side and exactly: silence of N-1, N and N+1 ms, on
 * every platform that a constant concerns (D-03 says that exactly N is still in time). The live
 * window has its own where it differs: where it does not, it is the same constant.
 */
public final class Boundaries {
  private static final UserId ACTOR = UserId.of(1);
  private static final UserId OBSERVER = UserId.of(2);
  private static final long OUTAGE_MILLIS = 5_000;

  private Boundaries() {}

  /** Every boundary of a profile. */
  public static ImmutableList<Check> checks(Profile profile) {
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    for (Platform actor : Platform.values()) {
      for (Threshold threshold : profile.thresholds()) {
        switch (threshold.concern()) {
          case OUTAGE, GIVING_UP -> local(checks, threshold.name(), actor, threshold.millis());
          case CHANNEL -> channel(checks, actor, threshold.millis());
          case WINDOW -> {
            // These come with each observer.
          }
        }
      }
      for (Platform observer : Platform.values()) {
        long window = profile.windowMillis(observer.family(), Mode.COMMUNICATION);
        long live = profile.windowMillis(observer.family(), Mode.LIVE);
        gone(checks, "gone", actor, observer, Mode.COMMUNICATION, window);
        if (live != window) {
          gone(checks, "live-gone", actor, observer, Mode.LIVE, live);
        }
      }
    }
    return checks.build();
  }

  private static void local(
      ImmutableList.Builder<Check> checks, String what, Platform actor, long millis) {
    for (long silence = millis - 1; silence <= millis + 1; silence++) {
      Origin origin = new Origin.Boundary(what, actor.id(), Optional.empty());
      String id = id(origin, silence);
      Mode mode = Mode.COMMUNICATION;
      add(checks, origin, id, mode, actor, Platform.LINUX, Action.DROP, Action.RESTORE, silence);
    }
  }

  private static void gone(
      ImmutableList.Builder<Check> checks,
      String what,
      Platform actor,
      Platform observer,
      Mode mode,
      long millis) {
    gone(checks, what, actor, observer, mode, Action.DROP, Action.RESTORE, millis);
    gone(checks, what, actor, observer, mode, Action.KILL, Action.RESTART, millis);
  }

  private static void gone(
      ImmutableList.Builder<Check> checks,
      String what,
      Platform actor,
      Platform observer,
      Mode mode,
      Action begin,
      Action end,
      long millis) {
    Origin origin = new Origin.Boundary(what, actor.id() + "-" + observer.id(), Optional.of(begin));
    for (long silence = millis - 1; silence <= millis + 1; silence++) {
      String id = id(origin, begin.id() + "/" + silence);
      add(checks, origin, id, mode, actor, observer, begin, end, silence);
    }
  }

  private static String id(Origin origin, Object last) {
    return String.join("/", origin.path()) + "/" + last;
  }

  private static void add(
      ImmutableList.Builder<Check> checks,
      Origin origin,
      String id,
      Mode mode,
      Platform actor,
      Platform observer,
      Action begin,
      Action end,
      long silenceMillis) {
    long backMillis = OUTAGE_MILLIS + silenceMillis;
    checks.add(
        new Check(
            id,
            actor.id() + " user silent for " + silenceMillis + " ms, seen by " + observer.id(),
            ImmutableScenario.builder()
                .name(id)
                .mode(mode)
                .addParticipants(new Participant(ACTOR, actor), new Participant(OBSERVER, observer))
                .addSteps(
                    Step.of(0, Action.JOIN, ACTOR),
                    Step.of(0, Action.JOIN, OBSERVER),
                    Step.of(OUTAGE_MILLIS, begin, ACTOR),
                    Step.of(backMillis, end, ACTOR))
                .untilMillis(2 * backMillis)
                .build(),
            origin));
  }

  /** The last user is killed and back: up to the constant the channel is the same (D-29). */
  private static void channel(ImmutableList.Builder<Check> checks, Platform actor, long millis) {
    for (long absence = millis - 1; absence <= millis + 1; absence++) {
      Origin origin = new Origin.Boundary("channel", actor.id(), Optional.empty());
      String id = id(origin, absence);
      long backMillis = OUTAGE_MILLIS + absence;
      checks.add(
          new Check(
              id,
              "the last user, on " + actor.id() + ", killed and back after " + absence + " ms",
              ImmutableScenario.builder()
                  .name(id)
                  .addParticipants(new Participant(ACTOR, actor))
                  .addSteps(
                      Step.of(0, Action.JOIN, ACTOR),
                      Step.of(OUTAGE_MILLIS, Action.KILL, ACTOR),
                      Step.of(backMillis, Action.RESTART, ACTOR))
                  .untilMillis(2 * backMillis)
                  .build(),
              origin));
    }
  }
}
