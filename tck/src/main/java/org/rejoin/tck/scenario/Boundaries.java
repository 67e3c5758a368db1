package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;

/**
 * The five constants, one millisecond either side and exactly: silence of N-1, N and N+1 ms, on
 * every platform that a constant concerns (D-03 says that exactly N is still in time).
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
      local(checks, "interrupted", actor, profile.interruptedAfterMillis());
      local(checks, "lost", actor, profile.lostSinceLastDataMillis());
      channel(checks, actor, profile.channelDestroyedAfterMillis());
      for (Platform observer : Platform.values()) {
        long millis =
            observer == Platform.WEB ? profile.webGoneAfterMillis() : profile.goneAfterMillis();
        gone(checks, actor, observer, Action.DROP, Action.RESTORE, millis);
        gone(checks, actor, observer, Action.KILL, Action.RESTART, millis);
      }
    }
    return checks.build();
  }

  private static void local(
      ImmutableList.Builder<Check> checks, String what, Platform actor, long millis) {
    for (long silence = millis - 1; silence <= millis + 1; silence++) {
      String id = "boundary/" + what + "/" + actor.id() + "/" + silence;
      add(checks, id, actor, Platform.LINUX, Action.DROP, Action.RESTORE, silence);
    }
  }

  private static void gone(
      ImmutableList.Builder<Check> checks,
      Platform actor,
      Platform observer,
      Action begin,
      Action end,
      long millis) {
    for (long silence = millis - 1; silence <= millis + 1; silence++) {
      String id =
          "boundary/gone/" + actor.id() + "-" + observer.id() + "/" + begin.id() + "/" + silence;
      add(checks, id, actor, observer, begin, end, silence);
    }
  }

  private static void add(
      ImmutableList.Builder<Check> checks,
      String id,
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
                .addParticipants(new Participant(ACTOR, actor), new Participant(OBSERVER, observer))
                .addSteps(
                    Step.of(0, Action.JOIN, ACTOR),
                    Step.of(0, Action.JOIN, OBSERVER),
                    Step.of(OUTAGE_MILLIS, begin, ACTOR),
                    Step.of(backMillis, end, ACTOR))
                .untilMillis(2 * backMillis)
                .build()));
  }

  /** The last user is killed and back: up to the constant the channel is the same (D-29). */
  private static void channel(ImmutableList.Builder<Check> checks, Platform actor, long millis) {
    for (long absence = millis - 1; absence <= millis + 1; absence++) {
      String id = "boundary/channel/" + actor.id() + "/" + absence;
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
                  .build()));
    }
  }
}
