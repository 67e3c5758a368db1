package org.rejoin.tck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioFiles;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one scenario file on the reference. */
@Command(
    name = "simulate",
    description = "Runs a scenario file (JSON or YAML; - is standard input) on the reference.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  /** How the trace is shown. */
  enum Format {
    text,
    json
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--profile", description = "The constants and names in force.")
  String profile = Profiles.AGORA_2019_05.id();

  @Option(names = "--format", description = "text or json.")
  Format format = Format.text;

  @Parameters(index = "0", description = "The scenario file.")
  Path file = Path.of("-");

  @Override
  public Integer call() throws IOException {
    Scenario scenario =
        file.toString().equals("-")
            ? ScenarioFiles.read(System.in, "standard input")
            : ScenarioFiles.read(file);
    Answer answer =
        new ReferencePort()
            .run(
                scenario,
                Profiles.ofId(profile)
                    .orElseThrow(
                        () -> new UsageException("--profile: there is no '" + profile + "'")));
    if (answer instanceof Answer.Ran ran) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          format == Format.json
              ? ScenarioJson.toJson(ran.trace()).toString()
              : asText(ran.trace()));
    }
    return 0;
  }

  private static String asText(Trace trace) {
    StringBuilder text = new StringBuilder();
    for (TracedCallback traced : trace.callbacks()) {
      text.append(
          String.format(
              "%10.3f s  user %-6s %s%s%n",
              traced.atMillis() / 1000.0,
              traced.uid(),
              traced.callback().name(),
              traced.callback().peer().map(peer -> "(" + peer + ")").orElse("()")));
    }
    return text.toString().stripTrailing();
  }
}
