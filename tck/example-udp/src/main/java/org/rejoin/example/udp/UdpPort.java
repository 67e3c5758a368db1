package org.rejoin.example.udp;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** The clients over UDP as a port: whole channels, on a real clock, several scenarios at once. */
final class UdpPort implements Port {
  private static final UserId SOMEBODY = UserId.of(1);
  private static final UserId SOMEBODY_ELSE = UserId.of(2);

  /** Run once before all others, so that none of them is slowed by the loading of classes. */
  private static final Scenario REHEARSAL =
      ImmutableScenario.builder()
          .addParticipants(
              new Participant(SOMEBODY, Platform.ANDROID),
              new Participant(SOMEBODY_ELSE, Platform.WEB))
          .addSteps(
              Step.of(0, Action.JOIN, SOMEBODY),
              Step.of(0, Action.JOIN, SOMEBODY_ELSE),
              Step.of(1_000, Action.DROP, SOMEBODY),
              Step.of(2_000, Action.RESTORE, SOMEBODY),
              Step.of(3_000, Action.LEAVE, SOMEBODY))
          .untilMillis(5_000)
          .build();

  private final TimeScale timeScale;
  private final int concurrency;
  private final ClientPool pool;
  private final AtomicLong sessions = new AtomicLong();

  /** What came of the rehearsal; guarded by this. */
  private Optional<Answer> rehearsal = Optional.empty();

  /**
   * A port that has started no process yet.
   *
   * @param timeScale how fast its scenarios go
   * @param concurrency how many it works on at once
   * @throws IllegalArgumentException if that is none
   */
  UdpPort(TimeScale timeScale, int concurrency) {
    checkArgument(concurrency >= 1, "concurrency must be at least 1, was %s", concurrency);
    this.timeScale = timeScale;
    this.concurrency = concurrency;
    this.pool = new ClientPool(timeScale);
  }

  @Override
  public Hello hello() {
    return ImmutableHello.builder()
        .name("rejoin-example-udp")
        .version(Kit.version())
        .addPlatforms(Platform.values())
        .view(Hello.View.CHANNEL)
        .clock(Hello.Clock.REAL)
        .addFeatures(
            Feature.LEAVE,
            Feature.KILL,
            Feature.ANNOUNCES,
            Feature.ONE_WAY_LOSS,
            Feature.CHANNELS,
            Feature.CHANNEL_LIFECYCLE)
        .concurrency(concurrency)
        .timeScale(timeScale.wallPerScenario())
        .build();
  }

  /** Safe for as many threads as the hello says. */
  @Override
  public Answer run(Scenario scenario, Profile profile) {
    Answer rehearsed = rehearse();
    return rehearsed instanceof Answer.Ran ? runNow(scenario, profile) : rehearsed;
  }

  private synchronized Answer rehearse() {
    Answer rehearsed = rehearsal.orElseGet(() -> runNow(REHEARSAL, Profiles.AGORA_2019_05));
    rehearsal = Optional.of(rehearsed);
    return rehearsed;
  }

  private Answer runNow(Scenario scenario, Profile profile) {
    try {
      return new Answer.Ran(
          ScenarioRun.run(scenario, profile, timeScale, sessions::incrementAndGet, pool));
    } catch (IOException | IllegalArgumentException e) {
      return new Answer.Failed(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("interrupted");
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
