package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.report.ReportJson;
import org.rejoin.tck.report.TerminalReport;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The conformance run. */
@Command(
    name = "run",
    description = "Judges a port, or the bundled reference if none is named.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final int MAX_USERS = 6;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProfileOption profile = new ProfileOption();

  @Option(names = "--only", description = "Judge only the checks that this glob matches.")
  List<String> only = ImmutableList.of();

  @Option(names = "--seed", description = "Where generated scenarios begin.")
  long seed = 1;

  @Option(names = "--scenarios", description = "How many scenarios are generated.")
  int scenarios = 10_000;

  @Option(names = "--timeout", description = "Patience for one answer: 250ms, 2s, 1m.")
  String timeout = "5s";

  @Option(names = "--report", description = "Where report.json is written.")
  Path report = Path.of("rejoin-report");

  @Parameters(arity = "0..*", description = "After --: the port's command and its arguments.")
  List<String> command = ImmutableList.of();

  @Override
  public Integer call() throws IOException {
    Profile chosen = profile.chosen();
    ImmutableList<Check> checks = checks(chosen);
    try (Port port = port()) {
      RunResult result = new ConformanceRun(port, chosen).run(checks, seed);
      write(ReportJson.of(result, Kit.name()).toPrettyString());
      spec.commandLine().getOut().print(TerminalReport.of(result));
      spec.commandLine().getOut().flush();
      return result.exitCode();
    }
  }

  private ImmutableList<Check> checks(Profile chosen) {
    ImmutableList.Builder<Check> all = ImmutableList.builder();
    all.addAll(Catalogue.checks(chosen));
    Generator generator = new Generator(chosen, MAX_USERS);
    for (int index = 0; index < scenarios; index++) {
      Scenario scenario = generator.generate(seed, index);
      all.add(new Check(scenario.name(), "generated", scenario));
    }
    return only.isEmpty() ? all.build() : selected(all.build());
  }

  private ImmutableList<Check> selected(ImmutableList<Check> all) {
    ImmutableList.Builder<Check> selected = ImmutableList.builder();
    for (String glob : only) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      ImmutableList<Check> matched =
          all.stream()
              .filter(check -> matcher.matches(Path.of(check.id())))
              .collect(ImmutableList.toImmutableList());
      if (matched.isEmpty()) {
        throw new UsageException(
            "--only: '"
                + glob
                + "' matches no check; `**` matches several levels, as in matrix/**");
      }
      selected.addAll(matched);
    }
    return selected.build().stream().distinct().collect(ImmutableList.toImmutableList());
  }

  private Port port() {
    return command.isEmpty()
        ? new ReferencePort()
        : StdioPort.start(
            PortCommand.of(command.toArray(new String[0])),
            ImmutablePortLimits.builder().answer(duration(timeout)).build(),
            Kit.name());
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse("PT" + (text.endsWith("ms") ? millis(text) + "s" : text));
    } catch (RuntimeException e) {
      throw new UsageException("--timeout: '" + text + "' is no duration; write 250ms, 2s or 1m");
    }
  }

  private static String millis(String text) {
    long millis = Long.parseLong(text.substring(0, text.length() - 2));
    return millis / 1000 + "." + String.valueOf(1000 + millis % 1000).substring(1);
  }

  private void write(String json) {
    try {
      Files.createDirectories(report);
      Files.writeString(report.resolve("report.json"), json + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException("--report: can't write to " + report + ": " + e.getMessage());
    }
  }
}
