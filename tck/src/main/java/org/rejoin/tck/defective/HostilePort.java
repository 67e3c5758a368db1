package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.PortUnusableException;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;

/** Ports that behave badly. Each costs one verdict at most, and neither hangs nor harms the kit. */
public enum HostilePort {
  /** It never says hello. */
  SILENT("it never says hello", "unusable: ", true),
  /** It speaks another version of the protocol. */
  WRONG_VERSION("it speaks version 99 of the protocol", "unusable: ", false),
  /** It ends at its second scenario. */
  CRASHES("it ends at its second scenario", "pass, crash: ", false),
  /** It prints half of its second answer. */
  HALF_A_LINE("it prints half of its second answer", "pass, hang: ", true),
  /** It answers with a line of 5 MB. */
  FLOODS("it answers with a line of 5 MB", "pass, protocol-error: ", false),
  /** It gives no second answer. */
  HANGS("it gives no second answer", "pass, hang: ", true),
  /** Its second answer is no JSON. */
  NO_JSON("its second answer is no JSON", "pass, protocol-error: ", false),
  /** It answers what nobody asked. */
  UNASKED("it answers what nobody asked", "pass, protocol-error: ", false);

  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final ImmutableList<Check> CHECKS =
      ImmutableList.of(check("hostile/first"), check("hostile/second"));

  private final String sentence;
  private final String outcome;
  private final boolean keepsQuiet;

  HostilePort(String sentence, String outcome, boolean keepsQuiet) {
    this.sentence = sentence;
    this.outcome = outcome;
    this.keepsQuiet = keepsQuiet;
  }

  /** Its word in reports, such as {@code half-a-line}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it does. */
  public String sentence() {
    return sentence;
  }

  /** Whether what came of it is what has to. */
  public boolean isHeld(String came) {
    return came.startsWith(outcome);
  }

  /** How what comes of it has to begin. */
  public String outcome() {
    return outcome;
  }

  /** Judges it in a process of its own by two scenarios, and says how each ended. */
  String meet() {
    try (StdioPort port = StdioPort.start(command(), limits(), Kit.name())) {
      RunResult result = new ConformanceRun(port, Profiles.AGORA_2019_05).run(CHECKS, 0);
      return result.written().stream()
          .map(ending -> ending.verdict().id() + message(ending.check(), result))
          .collect(Collectors.joining(", "));
    } catch (PortUnusableException e) {
      return "unusable: " + e.getMessage();
    }
  }

  private static String message(Check check, RunResult result) {
    return result.failures().stream()
        .filter(failure -> failure.check().equals(check))
        .map(failure -> ": " + failure.message())
        .collect(Collectors.joining());
  }

  /** Who keeps quiet is waited for shortly; the others have time to start on a busy machine. */
  private ImmutablePortLimits limits() {
    boolean neverGreets = this == SILENT;
    return ImmutablePortLimits.builder()
        .hello(neverGreets ? SHORT : LONG)
        .answer(keepsQuiet ? SHORT : LONG)
        .maxRestarts(0)
        .build();
  }

  private PortCommand command() {
    return PortCommand.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-Xmx64m",
        "-cp",
        System.getProperty("java.class.path"),
        HostileProgram.class.getName(),
        name());
  }

  private static Check check(String name) {
    Scenario nothingToTell =
        ImmutableScenario.builder()
            .name(name)
            .addParticipants(new Participant(UserId.of(1), Platform.WEB))
            .untilMillis(1_000)
            .build();
    return Check.given(name, "", nothingToTell);
  }
}
