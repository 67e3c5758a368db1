package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Scenario;

/** How much is written ahead, and how long an answer may take. */
class PaceTest {
  private static final ImmutablePortLimits LIMITS = ImmutablePortLimits.builder().build();
  private static final ImmutableHello VIRTUAL =
      ImmutableHello.builder()
          .name("x")
          .version("1")
          .addPlatforms(Platform.WEB)
          .view(Hello.View.CHANNEL)
          .clock(Hello.Clock.VIRTUAL)
          .build();
  private static final ImmutableHello REAL = VIRTUAL.withClock(Hello.Clock.REAL);
  private static final Scenario SECOND = ShellPort.scenario("a");

  @Test
  void aVirtualClockGetsTheWindowAndTheTimeout() {
    Pace pace = Pace.of(VIRTUAL.withTimeScale(2), LIMITS);
    assertEquals(64, pace.window());
    assertEquals(1, pace.atOnce());
    assertEquals(Duration.ofSeconds(5), pace.limit(SECOND));
  }

  @Test
  void moreAtOnceThanTheWindowWidensIt() {
    assertEquals(100, Pace.of(VIRTUAL.withConcurrency(100), LIMITS).window());
  }

  @Test
  void aRealClockGetsNoMoreThanItWorksOnAndTheScenariosOwnLengthOnTop() {
    Pace pace = Pace.of(REAL.withConcurrency(3).withTimeScale(1.5), LIMITS);
    assertEquals(3, pace.window());
    assertEquals(3, pace.atOnce());
    assertEquals(Duration.ofMillis(6_500), pace.limit(SECOND));
  }

  @Test
  void theLongestScenarioStillHasALimit() {
    Scenario endless = ImmutableScenario.copyOf(SECOND).withUntilMillis(Long.MAX_VALUE);
    assertEquals(Pace.FOREVER, Pace.of(REAL.withTimeScale(1000), LIMITS).limit(endless));
  }

  @Test
  void withoutDeadlinesThereIsNone() {
    PortLimits none = LIMITS.withDeadlines(false);
    assertEquals(Pace.FOREVER, Pace.of(VIRTUAL, none).limit(SECOND));
    assertEquals(Pace.FOREVER, Pace.of(REAL, none).limit(SECOND));
  }

  @Test
  void limitsThatCannotBeKeptAreRefusedByName() {
    assertEquals(
        "answer must be above 0 and at most PT240000H, was PT0S",
        refused(() -> LIMITS.withAnswer(Duration.ZERO)));
    assertEquals(
        "hello must be above 0 and at most PT240000H, was PT-1S",
        refused(() -> LIMITS.withHello(Duration.ofSeconds(-1))));
    assertEquals("window must be 1 or more, was 0", refused(() -> LIMITS.withWindow(0)));
    assertEquals(
        "maxRestarts must be 0 or more, was -1", refused(() -> LIMITS.withMaxRestarts(-1)));
    assertEquals("lineBytes must be 1 or more, was 0", refused(() -> LIMITS.withLineBytes(0)));
  }

  private static String refused(Runnable deed) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, deed::run).getMessage());
  }
}
