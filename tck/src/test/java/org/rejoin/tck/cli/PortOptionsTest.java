package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.report.Invocation;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.spec.Rule;

/** The ways to name a port, and what can be said of one alone. */
class PortOptionsTest {
  private static final String CHECK = "NET-10/android-dropped-12s";

  /** A port with web alone; its first answer is long in coming, the others never come. */
  private static final String LATE =
      "read l; echo '{\"type\":\"hello\",\"protocol\":1,\"name\":\"x\",\"version\":\"1\","
          + "\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\"}'; read l;"
          + " sleep 0.2; echo '{\"type\":\"trace\",\"id\":1,\"callbacks\":[]}'; cat >/dev/null";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aClassOfTheJvmIsJudgedInAJvmOfItsOwn() {
    String[] port = {
      "--class", ReferencePort.class.getName(), "--classpath", folder.toString(), "--timeout", "60s"
    };
    assertEquals(0, run(port), text(err));
    assertTrue(text(out).startsWith("rejoin-reference "), text(out));
    assertTrue(text(out).contains("\nPASSED 1 of "), text(out));
  }

  @Test
  void aClassThatIsNotThereIsAnUnusablePort() {
    assertEquals(4, run("--class", "com.acme.Missing", "--classpath", folder.toString()));
    assertTrue(
        text(err).contains("rejoin: no class com.acme.Missing on the class path"), text(err));
  }

  @Test
  void aPortIsNamedInOneWay() {
    assertError(
        "--class: there is a command after -- too; name one port",
        "--class",
        "A",
        "--classpath",
        "x",
        "--",
        "true");
    assertError(
        "--class: needs --classpath, which says where the class is found", "--class", "com.acme.A");
    assertError("--classpath: needs --class, which names the port's class", "--classpath", "x.jar");
  }

  @Test
  void theReferenceHasNoPortsOptions() {
    String message =
        "--transcript and --no-deadlines: belong to a port; name one, as in -- COMMAND";
    assertError(message, "--no-deadlines");
    assertError(message, "--transcript", folder.resolve("t").toString());
  }

  @Test
  void theOptionsThatNameThePortAreToldAgain() {
    PortOptions options = new PortOptions();
    options.port.className = Optional.of("com.acme.A");
    options.port.classpath = Optional.of("a b.jar");
    options.port.environment = ImmutableList.of("K=V");
    options.timeout = Duration.ofMillis(250);
    Invocation again =
        options.invocation(
            7,
            Optional.of("agora-current"),
            ImmutableList.of(),
            Invocation.option(new Tolerance(1, 2)));
    String rest =
        " --tolerance early=1ms,late=2ms --timeout 250ms --class com.acme.A --classpath 'a b.jar'"
            + " --env K=V";
    assertEquals(
        "rejoin run --only NET-10 --scenarios 0 --profile agora-current" + rest,
        again.check(check("NET-10", new Origin.OfRule(Rule.NET_10))));
    assertEquals(
        "rejoin run --only generated/7/9 --seed 7 --scenarios 10 --profile agora-current" + rest,
        again.check(check("generated/7/9", new Origin.Generated(7, 9))));
    assertEquals("rejoin replay r1abc" + rest, again.replay("r1abc"));
  }

  private static Check check(String id, Origin origin) {
    return new Check(
        id,
        "",
        ImmutableScenario.builder()
            .addParticipants(new Participant(UserId.of(1), Platform.WEB))
            .untilMillis(0)
            .build(),
        origin);
  }

  @Test
  void aTranscriptHasEveryLineOfAllPorts() throws IOException {
    Path file = folder.resolve("transcript");
    assertEquals(
        0,
        run(
            "--class",
            ReferencePort.class.getName(),
            "--classpath",
            folder.toString(),
            "--timeout",
            "60s",
            "--jobs",
            "2",
            "--transcript",
            file.toString()),
        text(err));
    List<String> lines = Files.readAllLines(file);
    for (String process : ImmutableList.of("1", "2")) {
      assertTrue(
          lines.stream()
              .anyMatch(line -> line.contains(" " + process + " > {\"type\":\"hello\",\"protocol")),
          lines.toString());
    }
    assertTrue(
        lines.stream().anyMatch(line -> line.contains(" < {\"type\":\"trace\",\"id\":1,")),
        lines.toString());
  }

  @Test
  void aTranscriptThatCanNotBeWrittenIsAUsageError() {
    Path file = folder.resolve("none/transcript");
    assertError(
        "--transcript: can't write to " + file + ": no permission, or its folder is not there",
        "--transcript",
        file.toString(),
        "--",
        "/bin/false");
  }

  @Test
  void withoutDeadlinesTheKitWaits() {
    assertEquals(
        1,
        run(
            "--only",
            "matrix/web-web/dropped/never/live",
            "--no-deadlines",
            "--timeout",
            "1ms",
            "--",
            "/bin/sh",
            "-c",
            LATE));
    assertTrue(text(out).contains("\nfail: matrix/web-web/dropped/never/live\n"), text(out));
  }

  private void assertError(String message, String... args) {
    err.reset();
    assertEquals(2, run(args));
    assertEquals("rejoin: " + message + "\n", text(err));
  }

  private int run(String... args) {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    all.add("run", "--scenarios", "0", "--report", folder.resolve("report").toString());
    if (!ImmutableList.copyOf(args).contains("--only")) {
      all.add("--only", CHECK);
    }
    return Main.run(print(out), print(err), all.add(args).build().toArray(new String[0]));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }
}
