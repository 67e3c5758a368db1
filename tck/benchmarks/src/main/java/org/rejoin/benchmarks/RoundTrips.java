package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;

/**
 * Scenarios through a silent port on stdio, a time for each: by the kit ({@code port.LANGUAGE}),
 * and by a loop that writes finished lines and counts lines ({@code loop.LANGUAGE}).
 */
final class RoundTrips implements Source {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final int WARM_UP = 10_000;
  private static final int SCENARIOS = 40_000;
  private static final int AHEAD = 64;

  private final ImmutableList<Scenario> scenarios;

  RoundTrips() {
    Generator generator = new Generator(PROFILE, 6);
    this.scenarios =
        LongStream.range(0, SCENARIOS)
            .mapToObj(index -> generator.generate(1, index))
            .collect(ImmutableList.toImmutableList());
  }

  @Override
  public ImmutableMap<String, Double> round(ImmutableSet<String> keys) throws IOException {
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    for (Map.Entry<String, ImmutableList<String>> child : Children.commands().entrySet()) {
      if (keys.contains("port." + child.getKey())) {
        figures.put("loop." + child.getKey(), loop(child.getValue()));
        figures.put("port." + child.getKey(), kit(child.getValue()));
      }
    }
    return figures.buildOrThrow();
  }

  private double kit(ImmutableList<String> command) {
    int[] answers = {0};
    try (StdioPort port =
        StdioPort.start(
            PortCommand.of(command.toArray(String[]::new)),
            ImmutablePortLimits.builder().build(),
            "benchmarks")) {
      port.runAll(scenarios.subList(0, WARM_UP), PROFILE, (answer, index) -> answers[0]++);
      long begin = System.nanoTime();
      port.runAll(scenarios, PROFILE, (answer, index) -> answers[0]++);
      double took = System.nanoTime() - begin;
      if (answers[0] != WARM_UP + SCENARIOS) {
        throw new IllegalStateException(answers[0] + " answers of " + command);
      }
      return took / SCENARIOS;
    }
  }

  private double loop(ImmutableList<String> command) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < SCENARIOS; i++) {
      String line =
          "{\"type\":\"run\",\"id\":"
              + i
              + ",\"profile\":\""
              + PROFILE.id()
              + "\",\"scenario\":"
              + ScenarioJson.toJson(scenarios.get(i))
              + "}\n";
      lines.add(line.getBytes(StandardCharsets.UTF_8));
    }
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream out = child.getOutputStream();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      expectLine(in, command);
      exchange(lines.subList(0, WARM_UP), out, in, command);
      long begin = System.nanoTime();
      exchange(lines, out, in, command);
      return (double) (System.nanoTime() - begin) / SCENARIOS;
    }
  }

  private static void exchange(
      List<byte[]> lines, OutputStream out, BufferedReader in, ImmutableList<String> command)
      throws IOException {
    int answered = 0;
    for (int written = 0; written < lines.size(); written++) {
      out.write(lines.get(written));
      if (written - answered == AHEAD || written + 1 == lines.size()) {
        out.flush();
        // Half of them, so that the child never runs dry.
        int until = written + 1 == lines.size() ? lines.size() : answered + AHEAD / 2;
        for (; answered < until; answered++) {
          expectLine(in, command);
        }
      }
    }
  }

  private static void expectLine(BufferedReader in, ImmutableList<String> command)
      throws IOException {
    if (in.readLine() == null) {
      throw new IllegalStateException("too few lines of " + command);
    }
  }
}
