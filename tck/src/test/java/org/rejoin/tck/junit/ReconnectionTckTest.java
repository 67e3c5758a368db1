package org.rejoin.tck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * What implementers see of a port that is wrong, that can do less, or whose checks are left out.
 */
class ReconnectionTckTest {

  @Test
  void aFailureTellsTheRuleTheDifferenceTheTextThePictureAndTheScenario() throws IOException {
    Event failed = named(run(SpoiltTcks.Late.class).failed(), "interrupted-after-4s: ");
    assertIsKept("failure.txt", message(failed));
  }

  @Test
  void aFailureOfOneClientTellsWhatTheClientGot() throws IOException {
    Event failed = named(run(SpoiltTcks.LateClient.class).failed(), "android-dropped-12s: ");
    assertIsKept("client-failure.txt", message(failed));
  }

  @Test
  void whatThePortCanNotDoIsAbortedWithItsReason() {
    Events aborted = run(SpoiltTcks.Less.class).aborted();
    assertEquals(
        "unsupported: the port does not offer kill (a browser can't be killed here, ACME-7)",
        message(named(aborted, "killed/late/communication-process: ")));
    assertEquals("unsupported: no live mode", message(named(aborted, "dropped/late/live: ")));
    assertEquals(
        "KILL-03 was not judged: nothing ran that exercises it; it needs platforms or features that"
            + " the port has not, or was left out",
        message(named(aborted, "KILL-03")));
  }

  @Test
  void whatIsLeftOutIsAbortedWithItsReasonAndListed() {
    EngineExecutionResults results = execute(SpoiltTcks.Less.class);
    Events aborted = results.testEvents().aborted();
    assertEquals(0, results.testEvents().failed().count());
    assertEquals(
        "not-selected: opted out: ticks every 10 ms", message(named(aborted, "drop/10000: ")));
    assertEquals(
        "opted out of 216 checks: ticks every 10 ms",
        message(named(aborted, "opted out: boundary/gone/**")));
  }

  @Test
  void aPropertyThatDoesNotHoldTellsWhatWouldHaveHeld() throws IOException {
    Events tests = run(SpoiltTcks.BlindToSeven.class);
    assertEquals(1, tests.failed().count());
    assertIsKept(
        "property-failure.txt", message(named(tests.failed(), "property/rename: The same script")));
    assertEquals(
        "not-selected: opted out: too many steps (ACME-8)",
        message(named(tests.aborted(), "property/idle: ")));
    assertEquals(
        "opted out of 1 check: too many steps (ACME-8)",
        message(named(tests.aborted(), "opted out: property/idle")));
  }

  @Test
  void anOptOutWithoutACheckOrAReasonFails() {
    Events failed = run(SpoiltTcks.WrongOptOuts.class).failed();
    assertEquals(2, failed.count());
    assertEquals(
        "@OptOut(check = \"NET-99/**\") matches no check; ids are shown by `rejoin list`, and `**`"
            + " matches several levels, as in matrix/**",
        message(named(failed, "opted out: NET-99/**")));
    assertEquals(
        "@OptOut(check = \"NET-01/**\") has no reason; say why these checks are left out",
        message(named(failed, "opted out: NET-01/**")));
  }

  @Test
  void aPortThatThrowsOrTellsTheImpossibleFailsOneTestEach() {
    Events failed = run(SpoiltTcks.Misbehaving.class).failed();
    assertEquals(2, failed.count());
    assertEquals(
        "the port threw java.lang.IllegalStateException: no such timer",
        problem(named(failed, "9999: ")).replaceAll(" at org\\.rejoin\\..*", ""));
    assertTrue(
        thrown(named(failed, "9999: ")).getCause() instanceof IllegalStateException,
        "the port's own stack trace is lost");
    assertEquals(
        "`callbacks[0].at` must be from 0 to the scenario's until, 0," + " was 99000",
        problem(named(failed, "10000: ")));
  }

  @Test
  void aPortThatHangsFailsTheTestAndIsMadeAnew() {
    Events tests = run(SpoiltTcks.Hanging.class);
    assertEquals(3, tests.failed().count());
    assertEquals(0, tests.aborted().count());
    String problem = problem(named(tests.failed(), "10000: "));
    assertEquals("no answer within 200 ms", problem);
    assertTrue(message(named(tests.failed(), "10000: ")).contains("Hanging.never("), problem);
  }

  @Test
  void noPortIsToldInALine() {
    Events failed = execute(SpoiltTcks.Nothing.class).allEvents().failed();
    assertEquals(
        List.of("port() returned null; return the port under test"),
        failed.stream().map(ReconnectionTckTest::message).distinct().toList());
  }

  private static Events run(Class<?> test) {
    return execute(test).testEvents();
  }

  private static EngineExecutionResults execute(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(test)).execute();
  }

  private static Event named(Events events, String part) {
    return events.stream()
        .filter(event -> name(event).contains(part))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    part
                        + " is not among "
                        + events.stream().map(ReconnectionTckTest::name).toList()));
  }

  private static String name(Event event) {
    return event.getTestDescriptor().getDisplayName();
  }

  private static Throwable thrown(Event event) {
    return event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  private static String message(Event event) {
    return String.valueOf(thrown(event).getMessage());
  }

  /** The line that says what was wrong. */
  private static String problem(Event event) {
    return message(event).lines().skip(1).findFirst().orElse("").strip();
  }

  /** Compares with the file; with -Drejoin.update=true writes it instead. */
  private static void assertIsKept(String name, String message) throws IOException {
    Path file = Path.of("src/test/resources/org/rejoin/tck/junit", name);
    if (Boolean.getBoolean("rejoin.update")) {
      Files.writeString(file, message);
    }
    assertEquals(Files.readString(file), message);
  }
}
