package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rejoin.api.Profiles;
import org.rejoin.tck.init.Interpreters;
import org.rejoin.tck.init.Language;
import org.rejoin.tck.init.Skeleton;
import org.rejoin.tck.init.SolvedPorts;
import org.rejoin.tck.scenario.Catalogue;

/**
 * A newcomer's first run and last: the skeleton fails by rule, the completed port is conformant.
 */
class SolvedPortsTest {
  /** Rules that ask for a callback which the skeleton does not make, first thing. */
  private static final ImmutableSet<String> BROKEN_BY_SILENCE =
      ImmutableSet.of(
          "NET-01", "NET-02", "NET-08", "NET-09", "NET-10", "KILL-01", "KILL-02", "KILL-03",
          "KILL-04", "KILL-05", "KILL-07");

  /** Rules that ask for silence. */
  private static final ImmutableSet<String> KEPT_BY_SILENCE =
      ImmutableSet.of("NET-03", "NET-07", "NET-13", "NET-14", "KILL-06", "KILL-08", "DRV-01");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource
  void aSkeletonFailsTheRulesThatAskForACallback(Language language) throws Exception {
    Interpreters.assumeThereIsOneFor(language);
    new Skeleton(language).writeTo(folder);
    JsonNode report = run(1, "0", "--only", "{NET,KILL,DRV}-*/**");
    assertEquals(0, report.at("/counts/crash").intValue());
    assertEquals(0, report.at("/counts/hang").intValue());
    assertEquals(0, report.at("/counts/protocol-error").intValue());
    Set<String> broken = new TreeSet<>();
    for (JsonNode rule : report.path("rules")) {
      if (rule.path("verdict").asText().equals("fail")) {
        broken.add(rule.path("id").asText());
      }
    }
    assertTrue(broken.containsAll(BROKEN_BY_SILENCE), broken::toString);
    assertTrue(Collections.disjoint(broken, KEPT_BY_SILENCE), broken::toString);
    String told = out.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("`onConnectionInterrupted()` is due at 9.000 s; not seen"), told);
  }

  @ParameterizedTest
  @EnumSource
  void aSolvedPortIsConformant(Language language) throws Exception {
    Interpreters.assumeThereIsOneFor(language);
    SolvedPorts.write(language, folder);
    JsonNode report = run(0, "200");
    long ofServers =
        Catalogue.checks(Profiles.AGORA_2019_05).stream()
            .filter(check -> !check.scenario().servers().isEmpty())
            .count();
    String unsupported = report.path("unsupported").toString();
    assertTrue(
        unsupported.contains(
            "\"the port does not offer what its users do\",\"checks\":" + ofServers + "}"),
        () -> "attempts at servers alone are left out, long sessions are not: " + unsupported);
  }

  @Tag("ci")
  @ParameterizedTest
  @EnumSource
  void aSolvedPortIsConformantInTenThousandScenarios(Language language) throws Exception {
    Interpreters.assumeThereIsOneFor(language);
    SolvedPorts.write(language, folder);
    run(0, "10000");
  }

  private JsonNode run(int exit, String scenarios, String... more) throws Exception {
    build();
    Path report = folder.resolve("report");
    List<String> args = new ArrayList<>(List.of("run", "--scenarios", scenarios));
    args.addAll(List.of("--timeout", "1m", "--report", report.toString()));
    args.addAll(List.of(more));
    args.addAll(List.of("--", folder.resolve(Skeleton.SCRIPT).toString()));
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    int ended = Main.run(to, to, args.toArray(new String[0]));
    String told = out.toString(StandardCharsets.UTF_8);
    assertEquals(exit, ended, told);
    assertFalse(told.contains("warning:"), told);
    return new ObjectMapper().readTree(Files.readString(report.resolve("report.json")));
  }

  /** Starts the port once for nothing, so that no compiler runs while the kit waits for a hello. */
  private void build() throws Exception {
    Process built =
        new ProcessBuilder(folder.resolve(Skeleton.SCRIPT).toString())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(built.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, built.waitFor(), told);
    assertEquals("", told);
  }
}
