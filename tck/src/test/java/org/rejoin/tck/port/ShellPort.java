package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;

/** Ports written in the shell, and the words that such a port is written in. */
public final class ShellPort {
  /** What a well-behaved hello says. */
  public static final String HELLO =
      "{\"type\":\"hello\",\"protocol\":1,\"name\":\"x\",\"version\":\"1\","
          + "\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\"}";

  /**
   * {@code hello} greets; {@code ask} reads a scenario, {@code answer} answers it with callbacks,
   * {@code serve} does so until the end; {@code raw} prints a line as it is.
   */
  private static final String WORDS =
      """
      raw() { printf '%%s\\n' "$1"; }
      hello() { read -r line; raw '%s'; }
      ask() { read -r line && id=${line#*'"id":'} && id=${id%%%%,*}; }
      answer() { raw '{"type":"trace","id":'$id',"callbacks":['"$1"']}'; }
      serve() { while ask; do answer; done; }
      """
          .formatted(HELLO);

  private ShellPort() {}

  /** Runs a script; {@code $0} is a number of seconds that names this port among processes. */
  public static PortCommand command(String script, String token) {
    return new PortCommand(
        ImmutableList.of("/bin/sh", "-c", WORDS + script, token),
        Optional.empty(),
        ImmutableMap.of("LC_ALL", "C"));
  }

  /** A name that is an argument to {@code sleep} too: ten minutes, and a fraction of its own. */
  public static String token() {
    return "600.0" + System.nanoTime();
  }

  /** The limits of tests that wait for nothing. */
  static ImmutablePortLimits patient() {
    return ImmutablePortLimits.builder()
        .answer(Duration.ofSeconds(20))
        .end(Duration.ofSeconds(20))
        .maxRestarts(0)
        .build();
  }

  /** A scenario of a second with one user, 1. */
  static Scenario scenario(String name) {
    return ImmutableScenario.builder()
        .name(name)
        .addParticipants(new Participant(UserId.of(1), Platform.WEB))
        .untilMillis(1_000)
        .build();
  }

  /** What an answer says, in one text. */
  static String shown(Answer answer) {
    if (answer instanceof Answer.Ran ran) {
      return "Ran: " + ran.trace().callbacks().size();
    }
    String text = answer.toString();
    return answer.getClass().getSimpleName()
        + ": "
        + text.substring(text.indexOf('=') + 1, text.length() - 1);
  }

  /** Waits until all processes of a port are gone, as they must be soon. */
  public static void assertNoneLives(String token) {
    long endNanos = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    String living = living(token);
    while (!living.isEmpty() && System.nanoTime() - endNanos < 0) {
      Thread.onSpinWait();
      living = living(token);
    }
    Assertions.assertEquals("", living, "processes live on");
  }

  /** The processes that this JVM has started and not yet seen the end of. */
  static ImmutableSet<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Waits until this JVM has seen the end of all that it started but these. A process that is
   * ending shows no command line any more, so {@link #assertNoneLives} is over a moment earlier.
   */
  static void awaitEndOfAllBut(Set<ProcessHandle> others) {
    long endNanos = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!others.containsAll(children()) && System.nanoTime() - endNanos < 0) {
      Thread.onSpinWait();
    }
    Assertions.assertEquals(Set.of(), Sets.difference(children(), others), "processes live on");
  }

  private static String living(String token) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(token))
        .collect(Collectors.joining("\n"));
  }
}
