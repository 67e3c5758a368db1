package org.rejoin.tck.defective;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.Profiles;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.scenario.Check;

/** What shows after hours and weeks is found by generated scenarios too. */
class LongSessionsTest {
  private static final int SCENARIOS = 3_000;
  private static final long HALF_AN_HOUR_MILLIS = 1_800_000;
  private static final ImmutableList<Check> LONG = longChecks();

  static Stream<Defect> defects() {
    return LongSessions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void oneOfThreeThousandScenariosFindsIt(Defect defect) {
    assertNotEquals(
        ImmutableList.of(),
        new ConformanceRun(defect.port(), defect.profile()).run(LONG, 1).failures(),
        () -> "nothing generated finds " + defect.id());
  }

  private static ImmutableList<Check> longChecks() {
    Plan plan = Plan.of(Profiles.AGORA_2019_05, 1, SCENARIOS);
    return IntStream.range(0, SCENARIOS)
        .mapToObj(plan::generated)
        .filter(check -> check.scenario().untilMillis() > HALF_AN_HOUR_MILLIS)
        .collect(ImmutableList.toImmutableList());
  }
}
