package org.rejoin.tck.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.PortLimits;
import org.rejoin.tck.port.PortUnusableException;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/** Port classes in a JVM of their own: good ones are judged, bad ones harm nobody. */
class JvmPortTest {
  private static final Scenario SCENARIO = RuleExamples.of(Rule.NET_10).get(0).check().scenario();
  private static final PortLimits PATIENT =
      ImmutablePortLimits.builder()
          .hello(Duration.ofSeconds(60))
          .answer(Duration.ofSeconds(60))
          .end(Duration.ofSeconds(60))
          .maxRestarts(0)
          .build();

  @Test
  void aPortThatPrintsAnywhereIsHeardAllTheSame() {
    StdioPort port = start(Ports.Talkative.class.getName(), PATIENT);
    assertEquals("rejoin-reference", port.hello().name());
    assertEquals(new ReferencePort().run(SCENARIO, Profiles.AGORA_2019_05), run(port));
    port.close();
    assertEquals(ImmutableList.of(), port.warnings());
  }

  @Test
  void aThreadThatIsLeftBehindDoesNotKeepTheJvmAlive() {
    StdioPort port = start(Ports.Lingering.class.getName(), PATIENT);
    assertInstanceOf(Answer.Ran.class, run(port));
    port.close();
    assertEquals(ImmutableList.of(), port.warnings());
  }

  @Test
  void aPortThatEndsItsJvmIsACrash() {
    try (StdioPort port = start(Ports.Exiting.class.getName(), PATIENT)) {
      Answer.Crashed crashed = assertInstanceOf(Answer.Crashed.class, run(port));
      assertTrue(
          crashed.message().startsWith("the port ended with exit code 7"), crashed.message());
    }
  }

  @Test
  void aPortThatHangsIsEnded() {
    PortLimits impatient = ImmutablePortLimits.copyOf(PATIENT).withAnswer(Duration.ofMillis(100));
    try (StdioPort port = start(Ports.Hanging.class.getName(), impatient)) {
      assertInstanceOf(Answer.Hung.class, run(port));
    }
  }

  @Test
  void aPortThatUsesUpItsMemoryIsACrashThatSaysSo() {
    try (StdioPort port = start(Ports.Greedy.class.getName(), PATIENT)) {
      Answer.Crashed crashed = assertInstanceOf(Answer.Crashed.class, run(port));
      assertTrue(
          crashed.message().startsWith("the port ended with exit code 3"), crashed.message());
      assertTrue(
          crashed.message().contains("java.lang.OutOfMemoryError: Java heap space"),
          crashed.message());
      assertEquals(ImmutableList.of(), port.warnings());
    }
  }

  @Test
  void aClassThatIsNotThereIsToldWithWhatTheClassPathLacks() {
    assertUnusable(
        "no class com.acme.Missing on the class path; it names what does not exist: /no/such/folder",
        "com.acme.Missing",
        "/no/such/folder");
    assertUnusable(
        "no class com.acme.Missing on the class path; a nested class is written Outer$Name",
        "com.acme.Missing",
        "");
  }

  @Test
  void aClassThatCanNotBeUsedIsToldInALine() {
    String ports = Ports.class.getName();
    assertUnusable(
        ports + "$NoPort is no port: let it implement org.rejoin.tck.port.Port",
        ports + "$NoPort",
        "");
    assertUnusable(
        ports + "$Closed has no public constructor without parameters; add one",
        ports + "$Closed",
        "");
    assertUnusable(
        ports + "$Needy has no public constructor without parameters; add one",
        ports + "$Needy",
        "");
    assertUnusable(
        ports + "$Hidden must be public and not abstract, so that the kit can make one",
        ports + "$Hidden",
        "");
    assertUnusable(
        "the constructor of "
            + ports
            + "$Failing threw java.lang.IllegalStateException: no licence file at "
            + ports
            + "$Failing.<init>(Ports.java:",
        ports + "$Failing",
        "");
    assertUnusable(
        "can't load " + ports + "$Unloadable: java.lang.ExceptionInInitializerError",
        ports + "$Unloadable",
        "");
    assertUnusable(
        "the port threw java.lang.UnsupportedOperationException: hello at ", ports + "$Mute", "");
  }

  private static void assertUnusable(String line, String className, String classpath) {
    String message =
        String.valueOf(
            assertThrows(
                    PortUnusableException.class,
                    () -> StdioPort.start(JvmPort.command(className, classpath), PATIENT, "kit"))
                .getMessage());
    assertTrue(message.contains("\nrejoin: " + line), message);
    assertTrue(message.contains("the port ended with exit code 1"), message);
  }

  private static StdioPort start(String className, PortLimits limits) {
    return StdioPort.start(JvmPort.command(className, ""), limits, "kit");
  }

  private static Answer run(StdioPort port) {
    return port.run(SCENARIO, Profiles.AGORA_2019_05);
  }
}
