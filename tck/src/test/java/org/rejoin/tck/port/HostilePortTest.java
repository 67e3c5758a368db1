package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.Scenario;

/** Whatever a port does costs at most the one verdict, ends soon, and leaves no process behind. */
class HostilePortTest {
  private static final ImmutableList<String> NAMES = ImmutableList.of("a", "b", "c");

  @TestFactory
  Stream<DynamicTest> aPortThat() {
    return HostilePorts.rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.kind(),
                    () -> assertTimeoutPreemptively(Duration.ofMinutes(1), () -> judge(row))));
  }

  private static void judge(HostilePorts.Row row) {
    String token = ShellPort.token();
    String[] verdicts = new String[row.verdicts().size()];
    ImmutableList<Scenario> scenarios =
        NAMES.stream()
            .limit(verdicts.length)
            .map(ShellPort::scenario)
            .collect(ImmutableList.toImmutableList());
    try (StdioPort port =
        StdioPort.start(ShellPort.command(row.script(), token), row.limits(), "kit")) {
      port.runAll(
          scenarios,
          Profiles.AGORA_2019_05,
          (answer, index) -> verdicts[index] = ShellPort.shown(answer));
    }
    assertEquals(
        String.join("\n", row.verdicts()),
        String.join("\n", Arrays.asList(verdicts))
            .replaceAll("; \\d{3,} bytes of", "; N bytes of"));
    ShellPort.assertNoneLives(token);
  }
}
