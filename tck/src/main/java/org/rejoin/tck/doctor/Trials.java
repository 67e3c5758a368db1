package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.stage.Stage;

/**
 * The scenarios that are tried, made for one port: two users and, in all but one, outages.
 *
 * <p>A port with a real clock gets shorter ones, so that none takes more than seven seconds.
 */
final class Trials {
  private static final UserId ONE = UserId.of(1);
  private static final UserId TWO = UserId.of(2);
  private static final long GREETING_MILLIS = 1_000;
  private static final long SHORT_MILLIS = 5_000;
  private static final long LONG_MILLIS = 60_000;
  private static final double WALL_MILLIS = 7_000;

  private final Hello hello;
  private final Profile profile;

  Trials(Hello hello, Profile profile) {
    this.hello = hello;
    this.profile = profile;
  }

  /** Two users join, and nothing happens. */
  Scenario quiet() {
    return seen("doctor/quiet", fit(GREETING_MILLIS), joins());
  }

  /** An outage of 4.3 s, which the local app is told of on most platforms. */
  Scenario brief() {
    long untilMillis = fit(SHORT_MILLIS);
    return seen(
        "doctor/outage",
        untilMillis,
        joins()
            .add(Step.of(dropMillis(untilMillis), Action.DROP, ONE))
            .add(Step.of(backMillis(untilMillis), Action.RESTORE, ONE)));
  }

  /** An outage that does not end: what is left of it must not show in the next scenario. */
  Scenario unfinished() {
    long untilMillis = fit(SHORT_MILLIS);
    return seen(
        "doctor/unfinished-outage",
        untilMillis,
        joins().add(Step.of(dropMillis(untilMillis), Action.DROP, ONE)));
  }

  /**
   * In a minute an outage of the second user, then one of the first: some app is told of either.
   */
  Scenario minute() {
    long untilMillis = fit(LONG_MILLIS);
    return seen(
        "doctor/minute",
        untilMillis,
        joins()
            .add(Step.of(dropMillis(untilMillis), Action.DROP, TWO))
            .add(Step.of(untilMillis / 2, Action.RESTORE, TWO))
            .add(Step.of(untilMillis - 2 * (untilMillis / 5), Action.DROP, ONE))
            .add(Step.of(backMillis(untilMillis), Action.RESTORE, ONE)));
  }

  /** When the outage of a scenario begins. */
  static long dropMillis(Scenario scenario) {
    return dropMillis(scenario.untilMillis());
  }

  /** How long a scenario takes on the wall, for a port with a real clock. */
  Duration wall(Scenario scenario) {
    return Duration.ofMillis(Math.round(scenario.untilMillis() * hello.timeScale()));
  }

  private static ImmutableList.Builder<Step> joins() {
    return ImmutableList.<Step>builder()
        .add(Step.of(0, Action.JOIN, ONE))
        .add(Step.of(0, Action.JOIN, TWO));
  }

  private static long dropMillis(long untilMillis) {
    return untilMillis / 10;
  }

  private static long backMillis(long untilMillis) {
    return untilMillis - untilMillis / 25;
  }

  private long fit(long millis) {
    return switch (hello.clock()) {
      case VIRTUAL -> millis;
      case REAL -> Math.max(1, Math.min(millis, (long) (WALL_MILLIS / hello.timeScale())));
    };
  }

  private Scenario seen(String name, long untilMillis, ImmutableList.Builder<Step> steps) {
    ImmutableList<Platform> platforms = hello.platforms().asList();
    Scenario whole =
        ImmutableScenario.builder()
            .name(name)
            .addParticipants(new Participant(ONE, platforms.get(0)))
            .addParticipants(new Participant(TWO, platforms.get(platforms.size() - 1)))
            .addAllSteps(steps.build())
            .untilMillis(untilMillis)
            .build();
    return switch (hello.view()) {
      case CHANNEL -> whole;
      case CLIENT -> Stage.view(whole, ONE, profile);
    };
  }
}
