package org.rejoin.tck.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Scenario;

/**
 * What a port is tried with, step by step; on a real clock all of it fits into 7 s of wall time.
 */
class TrialsTest {
  private static final Hello VIRTUAL = new ReferencePort().hello();

  @Test
  void eachTrialHasWhatItsNameSays() {
    Trials trials = new Trials(VIRTUAL, Profiles.AGORA_2019_05);
    assertEquals("; until 1000", text(trials.quiet()));
    assertEquals("500 drop 1, 4800 restore 1; until 5000", text(trials.brief()));
    assertEquals("500 drop 1; until 5000", text(trials.unfinished()));
    assertEquals(
        "6000 drop 2, 30000 restore 2, 36000 drop 1, 57600 restore 1; until 60000",
        text(trials.minute()));
  }

  @Test
  void onARealClockTheMinuteIsAsLongAsTheWallHasTime() {
    ImmutableHello real = ImmutableHello.copyOf(VIRTUAL).withClock(Hello.Clock.REAL);
    assertEquals(
        List.of(7_000L, 60_000L, 7L),
        List.of(
            new Trials(real, Profiles.AGORA_2019_05).minute().untilMillis(),
            new Trials(real.withTimeScale(0.1), Profiles.AGORA_2019_05).minute().untilMillis(),
            new Trials(real.withTimeScale(1_000), Profiles.AGORA_2019_05).minute().untilMillis()));
  }

  /** After both have joined. */
  private static String text(Scenario scenario) {
    return scenario.steps().stream()
            .skip(2)
            .map(step -> step.atMillis() + " " + step.action().id() + " " + step.uid())
            .collect(Collectors.joining(", "))
        + "; until "
        + scenario.untilMillis();
  }
}
