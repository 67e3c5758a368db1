package org.rejoin.tck.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rejoin.tck.jvm.JvmPort;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.ShellPort;
import org.rejoin.tck.port.Transcript;
import org.rejoin.tck.reference.ReferencePort;

/** Every rung holds for a good port, and is the one that fails for a port that is ill there. */
class DoctorTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Patience PATIENT = new Patience(LONG, LONG, LONG);

  @TestFactory
  Stream<DynamicTest> aPortThat() {
    return IllPorts.rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.kind(),
                    () -> assertTimeoutPreemptively(Duration.ofMinutes(2), () -> examine(row))));
  }

  private static void examine(IllPorts.Row row) throws InterruptedException {
    String token = ShellPort.token();
    Diagnosis diagnosis =
        new Doctor(ShellPort.command(row.script(), token), row.patience(), Transcript.none())
            .examine(finding -> {});
    assertEquals(row.rung() + ": " + row.seen() + "\n-> " + row.advice(), failures(diagnosis));
    boolean down = row.rung() == Rung.STARTS || row.rung() == Rung.HELLO;
    assertEquals(down ? 4 : 1, diagnosis.exitCode());
    assertEquals(Rung.values().length, diagnosis.findings().size());
    ShellPort.assertNoneLives(token);
  }

  @Test
  void theReferenceIsWell() throws InterruptedException {
    Diagnosis diagnosis = examine(JvmPort.command(ReferencePort.class.getName(), ""));
    assertEquals("", failures(diagnosis));
    assertEquals(0, diagnosis.exitCode());
    assertEquals(ImmutableList.of(), diagnosis.notes());
    assertTrue(
        diagnosis.findings().stream().allMatch(Finding::holds), diagnosis.findings().toString());
  }

  @Test
  void aPortWithOneClientIsWell() throws InterruptedException {
    Diagnosis diagnosis =
        shell("read -r line; raw '" + ShellPort.HELLO.replace("channel", "client") + "'; serve");
    assertEquals("", failures(diagnosis));
    assertEquals("x 1: web; view client, virtual clock", diagnosis.findings().get(1).seen());
  }

  @Test
  void aPortWithAFastRealClockIsWell() throws InterruptedException {
    String hello = ShellPort.HELLO.replace("\"virtual\"", "\"real\",\"timeScale\":0.0001");
    Diagnosis diagnosis =
        shell("read -r line; raw '" + hello + "'; while ask; do sleep 0.01; answer; done");
    assertEquals("", failures(diagnosis));
    assertEquals("as its clock goes, 1 scenario(s) at once", diagnosis.findings().get(6).seen());
  }

  @Test
  void whatStandsOnAFailedRungIsNotTriedAndTheEndIs() throws InterruptedException {
    Diagnosis diagnosis =
        shell("hello; while ask; do raw '{\"type\":\"trace\",\"id\":'$id'}'; done");
    assertEquals(
        "STARTS OK, HELLO OK, FLUSH OK, SCENARIO FAILED, REPEATABLE NOT_TRIED, TIME NOT_TRIED,"
            + " THROUGHPUT NOT_TRIED, END OK",
        diagnosis.findings().stream()
            .map(finding -> finding.rung() + " " + finding.state())
            .collect(Collectors.joining(", ")));
    assertEquals("'one scenario' has to hold first", diagnosis.findings().get(4).seen());
  }

  @Test
  void strayLinesAreToldAndHarmNothing() throws InterruptedException {
    Diagnosis diagnosis = shell("echo loading; hello; serve");
    assertEquals(0, diagnosis.exitCode());
    assertEquals(
        ImmutableList.of(
            "the port printed 1 stray line(s) on standard output; logs belong on standard error."
                + " The first: [loading]"),
        diagnosis.notes());
  }

  @TestFactory
  Stream<DynamicTest> isDoneSoonWithAPortThat() {
    return Stream.of(
            "yes stray",
            "hello; yes '{'",
            "trap '' TERM HUP INT; hello; while :; do sleep $0; done",
            "setsid sleep $0 & hello; exec sleep $0")
        .map(
            script ->
                DynamicTest.dynamicTest(
                    script,
                    () -> assertTimeoutPreemptively(Duration.ofMinutes(2), () -> torment(script))));
  }

  private static void torment(String script) throws InterruptedException {
    String token = ShellPort.token();
    Duration soon = Duration.ofMillis(100);
    Diagnosis diagnosis =
        new Doctor(
                ShellPort.command(script, token), new Patience(soon, soon, soon), Transcript.none())
            .examine(finding -> {});
    assertTrue(diagnosis.exitCode() != 0, diagnosis.toString());
    ShellPort.assertNoneLives(token);
  }

  @Test
  void theEndOfTheLogIsWithTheFailure() throws InterruptedException {
    Diagnosis diagnosis = shell("echo no licence >&2; exit 1");
    assertEquals(ImmutableList.of("no licence"), diagnosis.findings().get(0).log());
    assertEquals(4, diagnosis.exitCode());
  }

  private static Diagnosis shell(String script) throws InterruptedException {
    return examine(ShellPort.command(script, ShellPort.token()));
  }

  private static Diagnosis examine(PortCommand command) throws InterruptedException {
    List<Finding> told = new ArrayList<>();
    Diagnosis diagnosis = new Doctor(command, PATIENT, Transcript.none()).examine(told::add);
    assertEquals(diagnosis.findings(), told);
    return diagnosis;
  }

  private static String failures(Diagnosis diagnosis) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.state() == Finding.State.FAILED)
        .map(
            finding ->
                finding.rung()
                    + ": "
                    + masked(finding.seen())
                    + finding.advice().map(words -> "\n-> " + words).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  /** What depends on the machine, as N. */
  private static String masked(String seen) {
    return seen.replaceAll("(took|after) [0-9.]+ s", "$1 N s")
        .replaceAll("of [0-9]+ scenarios", "of N scenarios")
        .replaceAll("behind: [0-9]+ \\S*sleep", "behind: N sleep");
  }
}
