package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Feature;
import picocli.CommandLine;

/** What the reference says of itself, as it is asked to. */
class PortCommandLineTest {
  @Test
  void itIsEverythingUnlessAskedForLess() {
    Hello all = hello();
    assertEquals(ImmutableSet.copyOf(Platform.values()), all.platforms());
    assertEquals(Hello.View.CHANNEL, all.view());
    assertEquals(Hello.View.CHANNEL, hello("--view", "channel").view());
    Hello some = hello("--platform", "web,ios", "--view", "client");
    assertEquals(ImmutableSet.of(Platform.WEB, Platform.IOS), some.platforms());
    assertEquals(Hello.View.CLIENT, some.view());
  }

  @Test
  void itDeclaresEveryFeatureInBothViews() {
    assertEquals(ImmutableSet.copyOf(Feature.values()), hello().features());
    assertEquals(ImmutableSet.copyOf(Feature.values()), hello("--view", "client").features());
  }

  @Test
  void misuseIsOneLineAndExit2() {
    assertRefused(
        "rejoin: Invalid value for option '--platform' (P): there is no platform 'beos'; there are [android, windows, linux, ios, macos,"
            + " web]\n",
        "--platform",
        "web,beos");
    assertRefused(
        "rejoin: Invalid value for option '--view': expected one of [channel, client] (case-sensitive)"
            + " but was 'all'\n",
        "--view",
        "all");
  }

  private static Hello hello(String... args) {
    PortCommandLine command = new PortCommandLine();
    new CommandLine(command).parseArgs(args);
    return command.port().hello();
  }

  private static void assertRefused(String message, String option, String value) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int exit =
        Main.run(
            nowhere, new PrintStream(err, true, StandardCharsets.UTF_8), "port", option, value);
    assertEquals(2, exit);
    assertEquals(message, err.toString(StandardCharsets.UTF_8));
  }
}
