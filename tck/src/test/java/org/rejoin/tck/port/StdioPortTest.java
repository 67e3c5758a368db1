package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.api.Profiles;

/** The life of a port's program, from its start to its end, at whoever's hands. */
class StdioPortTest {
  private static final String STOPPED = "NotRun: the run was stopped";

  private final String token = ShellPort.token();

  @AfterEach
  void noProcessLives() {
    ShellPort.assertNoneLives(token);
  }

  @Test
  void misplacedLogLinesAreCountedAndTheFirstThreeShown() {
    try (StdioPort port = start("echo loading...; hello; seq 4; serve")) {
      assertEquals("Ran: 0", run(port, "a"));
      assertEquals(
          List.of(
              "the port printed 5 stray line(s) on standard output; logs belong on standard error."
                  + " The first: [loading..., 1, 2]"),
          port.warnings());
    }
  }

  @Test
  void aByteOrderMarkIsToldAndPassedOver() {
    try (StdioPort port = start("printf '\\357\\273\\277'; hello; serve")) {
      assertEquals("Ran: 0", run(port, "a"));
      assertEquals(
          List.of(
              "the port printed 1 stray line(s) on standard output; logs belong on standard error."
                  + " The first: [(a byte order mark; write UTF-8 without one)]"),
          port.warnings());
    }
  }

  @Test
  void itsLogIsShownWithoutWhatMovesACursor() {
    try (StdioPort port = start("hello; ask; printf '\\033[2Jboom\\n' >&2; exit 7")) {
      assertEquals(
          "Crashed: the port ended with exit code 7; the end of its log:\n\uFFFD[2Jboom",
          run(port, "a"));
    }
  }

  @Test
  void aScenarioLongerThanAPipeDoesNotBlockTheKit() {
    try (StdioPort port = start("hello; sleep $0", patient().withAnswer(Duration.ofMillis(100)))) {
      assertEquals(
          "Hung: no answer within 100 ms (is standard output flushed after each line?)",
          run(port, "x".repeat(1_000_000)));
    }
  }

  @Test
  void oneThatEndedBetweenTwoScenariosIsStartedAnewAndNobodyIsBlamed() {
    ImmutableSet<ProcessHandle> others = ShellPort.children();
    try (StdioPort port = start("hello; ask; answer; exit 3", patient().withMaxRestarts(1))) {
      assertEquals("Ran: 0", run(port, "a"));
      ShellPort.awaitEndOfAllBut(others);
      assertEquals("Ran: 0", run(port, "b"));
    }
  }

  @Test
  void onceTheRestartsAreUsedUpTheRestIsNotRun() {
    try (StdioPort port = start("hello; ask; exit 3", patient().withMaxRestarts(2))) {
      List<String> answers = new ArrayList<>();
      port.runAll(
          Stream.of("a", "b", "c", "d", "e")
              .map(ShellPort::scenario)
              .collect(ImmutableList.toImmutableList()),
          Profiles.AGORA_2019_05,
          (answer, index) -> answers.add(index + " " + ShellPort.shown(answer)));
      String crashed = " Crashed: the port ended with exit code 3";
      String not =
          " NotRun: the port was restarted as often as it may be (2); mend what made that"
              + " necessary, or raise --max-restarts";
      assertEquals(List.of(0 + crashed, 1 + crashed, 2 + crashed, 3 + not, 4 + not), answers);
    }
  }

  @Test
  void oneThatDoesNotComeUpAgainIsToldAndTheRestIsNotRun(@TempDir Path folder) {
    String once = "mkdir " + folder.resolve("latch") + " 2>&- || exit 4; hello; ask; exit 3";
    try (StdioPort port = start(once, patient().withMaxRestarts(5))) {
      assertEquals("Crashed: the port ended with exit code 3", run(port, "a"));
      assertEquals("NotRun: the port could not be started again", run(port, "b"));
      assertEquals(
          List.of(
              "the port could not be started again: port unusable: no hello: the port ended with"
                  + " exit code 4"
                  + GreetingTest.WANTED),
          port.warnings());
    }
  }

  @Test
  void anotherHelloAfterARestartIsToldAndTheFirstCounts(@TempDir Path folder) {
    String other =
        "mkdir "
            + folder.resolve("latch")
            + " 2>&- || { raw '"
            + ShellPort.HELLO.replace("\"x\"", "\"y\"")
            + "'; read -r line; serve; }; hello; ask; exit 3";
    try (StdioPort port = start(other, patient().withMaxRestarts(1))) {
      assertEquals("Crashed: the port ended with exit code 3", run(port, "a"));
      assertEquals("Ran: 0", run(port, "b"));
      assertEquals("x", port.hello().name());
      assertEquals(
          List.of("the port said another hello when it was started again; the first one counts"),
          port.warnings());
    }
  }

  @Test
  void oneThatDoesNotEndIsKilledWithAWarning() {
    StdioPort port =
        start(
            "trap '' TERM HUP; hello; ask; answer; while :; do sleep $0; done",
            patient().withEnd(Duration.ofMillis(100)));
    assertEquals("Ran: 0", run(port, "a"));
    port.close();
    assertEquals(
        List.of(
            "the port did not end within 100 ms after its standard input was closed, and was"
                + " killed"),
        port.warnings());
  }

  @Test
  void oneThatEndsBadlyIsToldInAWarning() {
    StdioPort port = start("hello; serve; seq 100000; exit 3");
    assertEquals("Ran: 0", run(port, "a"));
    port.close();
    assertEquals(
        "the port ended with exit code 3 after its standard input was closed; 0 was expected",
        port.warnings().get(1));
  }

  @Test
  void killFromAnotherThreadEndsTheRun() {
    try (StdioPort port = start("hello; sleep $0 & sleep $0", patient().withDeadlines(false))) {
      CompletableFuture<String> running = CompletableFuture.supplyAsync(() -> run(port, "a"));
      port.kill();
      assertEquals(STOPPED, running.join());
      assertEquals(STOPPED, run(port, "b"));
      assertEquals(List.of(), port.warnings());
    }
  }

  @Test
  void anInterruptedThreadGetsItsAnswerAtOnceAndStaysInterrupted() {
    try (StdioPort port = start("hello; sleep $0")) {
      Thread.currentThread().interrupt();
      assertEquals(STOPPED, run(port, "a"));
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void aReaderThatThrowsDoesNotPutTheNextScenarioOutOfStep() {
    try (StdioPort port = start("hello; serve", patient().withMaxRestarts(1))) {
      assertThrows(
          ArithmeticException.class,
          () ->
              port.runAll(
                  ImmutableList.of(ShellPort.scenario("a"), ShellPort.scenario("b")),
                  Profiles.AGORA_2019_05,
                  (answer, index) -> {
                    throw new ArithmeticException();
                  }));
      assertEquals("Ran: 0", run(port, "c"));
    }
  }

  private static ImmutablePortLimits patient() {
    return ShellPort.patient();
  }

  private static String run(StdioPort port, String name) {
    return ShellPort.shown(port.run(ShellPort.scenario(name), Profiles.AGORA_2019_05));
  }

  private StdioPort start(String script) {
    return start(script, patient());
  }

  private StdioPort start(String script, PortLimits limits) {
    return StdioPort.start(ShellPort.command(script, token), limits, "kit");
  }
}
