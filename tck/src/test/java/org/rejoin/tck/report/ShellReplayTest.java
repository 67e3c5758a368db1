package org.rejoin.tck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.CharStreams;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** What a failed test shows to be pasted runs when it is pasted. */
class ShellReplayTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Check CHECK = RuleExamples.of(Rule.NET_10).get(0).check();
  private static final Hello HELLO = new ReferencePort().hello();

  /** Tells nobody anything. */
  public static class Silent implements Port {
    @Override
    public Hello hello() {
      return ImmutableHello.copyOf(new ReferencePort().hello()).withName("silent");
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return new Answer.Ran(new Trace(ImmutableList.of(), ImmutableList.of()));
    }
  }

  private static final class Hidden extends Silent {}

  @Test
  void aClassThatTheCommandCanMakeIsRunByIt() throws Exception {
    assertFailsAgain(new Silent(), "DRV-04: ");
  }

  @Test
  void aProgramIsRunByItAsTheTestHasStartedIt() throws Exception {
    PortCommand command =
        new PortCommand(
            ImmutableList.of(
                "/bin/sh",
                "-c",
                "read l; echo '{\"type\":\"hello\",\"protocol\":1,\"name\":\"x\",\"version\":\"1\","
                    + "\"platforms\":[\"android\",\"web\"],\"view\":\"channel\","
                    + "\"clock\":\"virtual\"}';"
                    + " read l; echo \"$IT IS\" >&2; exit 7"),
            Optional.of(Path.of("/")),
            ImmutableMap.of("IT", "so 'it"));
    try (StdioPort port =
        StdioPort.start(command, ImmutablePortLimits.builder().build(), "rejoin")) {
      assertFailsAgain(port, "so 'it IS");
    }
  }

  @Test
  void whatTheCommandCanNotMakeIsSaidInstead() {
    for (Port port : ImmutableList.of(new Hidden(), new Silent() {})) {
      assertEquals(
          "No command runs it again, since "
              + port.getClass().getName()
              + " is no public class with a public constructor without parameters; paste the"
              + " test.",
          text(port, HELLO));
    }
  }

  @Test
  void aRealClockHasItsTolerance() {
    Hello real = ImmutableHello.copyOf(HELLO).withClock(Hello.Clock.REAL);
    assertTrue(text(new Silent(), real).contains(" --tolerance early=1ms,late=2ms "));
  }

  private static String text(Port port, Hello hello) {
    return ShellReplay.text(port, hello, CHECK, PROFILE, new Tolerance(1, 2));
  }

  private static void assertFailsAgain(Port port, String saying) throws Exception {
    String command = text(port, HELLO);
    String first = paste(command, saying);
    String again =
        first.lines().filter(line -> line.startsWith("  replay: ")).findFirst().orElseThrow();
    assertEquals(command, again.substring("  replay: ".length()));
  }

  private static String paste(String command, String saying)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true).start();
    String said =
        CharStreams.toString(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertEquals(1, process.waitFor(), command + "\n" + said);
    assertTrue(said.contains(saying), said);
    return said;
  }
}
