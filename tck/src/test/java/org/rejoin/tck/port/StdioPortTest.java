package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;

/** Programs that speak the protocol, and programs that do not; the latter are shell one-liners. */
class StdioPortTest {
  private static final String HELLO =
      "read l; echo '{\"type\":\"hello\",\"protocol\":1,\"name\":\"x\",\"version\":\"1\","
          + "\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\"}'; ";
  private static final PortLimits PATIENT =
      ImmutablePortLimits.builder().maxRestarts(1).end(Duration.ofSeconds(20)).build();
  private static final PortLimits IMPATIENT = patience(Duration.ofMillis(300));
  private static final Scenario SCENARIO =
      ImmutableScenario.builder()
          .addParticipants(new Participant(UserId.of(1), Platform.WEB))
          .untilMillis(1_000)
          .build();

  @Test
  void aTraceIsReadAndAMisplacedLogLineIsNoted() {
    try (StdioPort port =
        start(
            "echo loading...; "
                + HELLO
                + "read l; echo '{\"type\":\"trace\",\"id\":1,\"callbacks\":["
                + "{\"at\":5,\"uid\":1,\"name\":\"stream-added\",\"peer\":1}]}'; read l")) {
      Answer.Ran ran = assertInstanceOf(Answer.Ran.class, run(port));
      assertEquals("stream-added", ran.trace().callbacks().get(0).callback().name());
      assertEquals(
          List.of(
              "the port printed 1 stray line(s) on standard output; logs belong on standard error."
                  + " The first: [loading...]"),
          port.warnings());
    }
  }

  @Test
  void aWrongFieldCostsOneVerdictAndNamesTheField() {
    try (StdioPort port =
        start(HELLO + "read l; echo '{\"type\":\"trace\",\"id\":1,\"callbacks\":[{\"at\":-5}]}'")) {
      assertEquals(
          new Answer.Broke("line 2 of its output: `callbacks[0].uid` is missing"), run(port));
    }
  }

  @Test
  void aCrashIsToldWithTheExitCodeAndTheLog() {
    try (StdioPort port = start(HELLO + "read l; echo boom >&2; exit 7")) {
      assertEquals(
          new Answer.Crashed("the port ended with exit code 7; the end of its log:\nboom"),
          run(port));
    }
  }

  @Test
  void aHangIsToldAndTheRestIsJudgedByAFreshProcess() {
    try (StdioPort port = StdioPort.start(shell(HELLO + "sleep 600"), IMPATIENT, "kit")) {
      List<String> answers = new ArrayList<>(List.of("", "", ""));
      port.runAll(
          ImmutableList.of(SCENARIO, SCENARIO, SCENARIO),
          Profiles.AGORA_2019_05,
          (answer, index) -> answers.set(index, answer.getClass().getSimpleName()));
      assertEquals(List.of("Hung", "Hung", "NotRun"), answers);
    }
  }

  @Test
  void noHelloIsUnusableAndSaysWhatWasExpected() {
    assertTrue(unusable("exit 3").startsWith("port unusable: no hello: the port ended with exit"));
    assertTrue(
        unusable("echo '{\"type\":\"hello\",\"protocol\":2}'")
            .startsWith(
                "port unusable: wrong hello: `protocol` must be 1, the only one that this kit"
                    + " speaks, was 2; expected one line like {\"type\":\"hello\""));
    assertTrue(
        unusable(HELLO.replace("[\"web\"]", "[\"beos\"]")).contains("`platforms` has \"beos\""));
  }

  private static PortLimits patience(Duration answer) {
    return ImmutablePortLimits.copyOf(PATIENT).withAnswer(answer);
  }

  private static String unusable(String script) {
    return String.valueOf(
        assertThrows(PortUnusableException.class, () -> start(script)).getMessage());
  }

  private static Answer run(StdioPort port) {
    return port.run(SCENARIO, Profiles.AGORA_2019_05);
  }

  private static StdioPort start(String script) {
    return StdioPort.start(shell(script), PATIENT, "kit");
  }

  private static PortCommand shell(String script) {
    return PortCommand.of("/bin/sh", "-c", script);
  }
}
