package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;

/**
 * The whole platform matrix, generated and never sampled: 6 actors by 6 observers, dropped or
 * killed, back in time, late or never; the killed half in every context (KILL-00).
 */
public final class Matrix {
  private static final UserId ACTOR = UserId.of(1);
  private static final UserId OBSERVER = UserId.of(2);
  private static final long OUTAGE_MILLIS = 5_000;
  private static final long MARGIN_MILLIS = 2_000;

  /** What happens to the actor. */
  public enum Cause {
    /** Its network is gone. */
    DROPPED(Action.DROP, Action.RESTORE),
    /** Its process is killed. */
    KILLED(Action.KILL, Action.RESTART);

    private final Action begin;
    private final Action end;

    Cause(Action begin, Action end) {
      this.begin = begin;
      this.end = end;
    }

    /** The word for it in ids and reports. */
    public String id() {
      return Words.of(this);
    }
  }

  /** When the actor is back, seen from the observer's window. */
  public enum Comeback {
    /** Before it is over. */
    IN_TIME,
    /** After it. */
    LATE,
    /** Not at all. */
    NEVER;

    /** The word for it in ids. */
    public String id() {
      return Words.of(this);
    }
  }

  private Matrix() {}

  /** How many cells there are. */
  public static int cells() {
    int platforms = Platform.values().length;
    return platforms * platforms * Cause.values().length * Comeback.values().length;
  }

  /** Every cell in every context, under a profile's windows. */
  public static ImmutableList<Check> checks(Profile profile) {
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    for (Platform actor : Platform.values()) {
      for (Platform observer : Platform.values()) {
        for (Cause cause : Cause.values()) {
          for (Comeback comeback : Comeback.values()) {
            for (Mode mode : Mode.values()) {
              addContexts(checks, profile, actor, observer, cause, comeback, mode);
            }
          }
        }
      }
    }
    return checks.build();
  }

  private static void addContexts(
      ImmutableList.Builder<Check> checks,
      Profile profile,
      Platform actor,
      Platform observer,
      Cause cause,
      Comeback comeback,
      Mode mode) {
    Origin origin = new Origin.Cell(actor, observer, cause, comeback);
    String cell = String.join("/", origin.path()) + "/" + cause.id() + "/" + comeback.id();
    String about =
        actor.id()
            + " user "
            + cause.id()
            + ", back "
            + comeback.id().replace('-', ' ')
            + ", seen by "
            + observer.id();
    Step begin = Step.of(OUTAGE_MILLIS, cause.begin, ACTOR);
    long windowMillis = profile.windowMillis(observer.family(), mode);
    if (cause == Cause.DROPPED) {
      String id = cell + "/" + Words.of(mode);
      checks.add(
          new Check(
              id,
              about,
              scenario(id, actor, observer, mode, begin, cause, comeback, windowMillis),
              origin));
      return;
    }
    for (KillContext context : contexts(actor)) {
      String id = cell + "/" + Words.of(mode) + "-" + word(actor, context);
      Step kill = begin.withContext(context);
      checks.add(
          new Check(
              id,
              about,
              scenario(id, actor, observer, mode, kill, cause, comeback, windowMillis),
              origin));
    }
  }

  private static ImmutableList<KillContext> contexts(Platform actor) {
    if (actor == Platform.WEB) {
      return ImmutableList.of(
          new KillContext(KillContext.How.PROCESS, false, true),
          new KillContext(KillContext.How.PAGE_CLOSED, false, true));
    }
    return ImmutableList.of(
        new KillContext(KillContext.How.PROCESS, true, true),
        new KillContext(KillContext.How.PROCESS, true, false),
        new KillContext(KillContext.How.PROCESS, false, true),
        new KillContext(KillContext.How.PROCESS, false, false));
  }

  private static String word(Platform actor, KillContext context) {
    return actor == Platform.WEB
        ? Words.of(context.how())
        : (context.voip() ? "voip" : "no-voip")
            + (context.foreground() ? "-foreground" : "-background");
  }

  private static Scenario scenario(
      String id,
      Platform actor,
      Platform observer,
      Mode mode,
      Step begin,
      Cause cause,
      Comeback comeback,
      long windowMillis) {
    ImmutableScenario.Builder scenario =
        ImmutableScenario.builder()
            .name(id)
            .mode(mode)
            .addParticipants(new Participant(ACTOR, actor), new Participant(OBSERVER, observer))
            .addSteps(Step.of(0, Action.JOIN, ACTOR), Step.of(0, Action.JOIN, OBSERVER), begin);
    long backMillis =
        OUTAGE_MILLIS
            + windowMillis
            + (comeback == Comeback.IN_TIME ? -MARGIN_MILLIS : MARGIN_MILLIS);
    if (comeback != Comeback.NEVER) {
      scenario.addSteps(Step.of(backMillis, cause.end, ACTOR));
    }
    return scenario.untilMillis(backMillis + windowMillis + 1_000).build();
  }
}
