package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioFiles;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    json,
    svg
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProfileOption profile = new ProfileOption();

  @Option(names = "--format", description = "text, json or svg.")
  Format format = Format.text;

  @Parameters(index = "0", paramLabel = "FILE", description = "The scenario file.")
  Path file = Path.of("-");

  @Override
  public Integer call() throws IOException {
    Scenario scenario =
        file.toString().equals("-")
            ? ScenarioFiles.read(System.in, "standard input")
            : ScenarioFiles.read(file);
    Profile chosen = profile.chosen();
    try {
      if (reference(scenario).run(scenario, chosen) instanceof Answer.Ran ran) {
        spec.commandLine().getOut().println(shown(scenario, ran.trace(), chosen).stripTrailing());
      }
    } catch (InvalidScenarioException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
    return 0;
  }

  /** The reference, which is one client where the scenario says what one client hears of others. */
  private static ReferencePort reference(Scenario scenario) {
    return new ReferencePort(
        ImmutableSet.copyOf(Platform.values()),
        Pictures.isClientsView(scenario) ? Hello.View.CLIENT : Hello.View.CHANNEL);
  }

  private String shown(Scenario scenario, Trace trace, Profile chosen) {
    return switch (format) {
      case text -> Pictures.text(scenario, trace, chosen);
      case json -> ScenarioJson.toJson(trace).toString();
      case svg -> Pictures.svg(scenario, trace, chosen);
    };
  }
}
