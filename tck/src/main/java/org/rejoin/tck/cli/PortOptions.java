package org.rejoin.tck.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.reference.ReferencePort;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which port is run, and with how much patience. */
final class PortOptions {
  private static final int MOST_JOBS = 256;

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "Patience for one answer: 250ms, 2s, 1m. Default: 5s.")
  Duration timeout = Duration.ofSeconds(5);

  @Option(
      names = "--max-restarts",
      paramLabel = "N",
      description = "How often the port is started anew after a hang or a crash. Default: 10.")
  int maxRestarts = 10;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many ports of the kind work side by side. Default: 1.")
  int jobs = 1;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "Where the port is started. Default: here.")
  Optional<Path> directory = Optional.empty();

  @Option(
      names = "--env",
      paramLabel = "K=V",
      description = "A variable for the port, beside those that are set (repeatable).")
  List<String> environment = ImmutableList.of();

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "After --: the port's command and its arguments. Default: the reference.")
  List<String> parameters = ImmutableList.of();

  /** The port's command; empty for the reference. */
  ImmutableList<String> command() {
    return ImmutableList.copyOf(parameters);
  }

  boolean isReference() {
    return parameters.isEmpty();
  }

  /**
   * Holds the options to what can be.
   *
   * @throws UsageException if it can't
   */
  void check() {
    if (timeout.isZero()) {
      throw new UsageException("--timeout: must be more than 0");
    }
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw new UsageException("--jobs: must be from 1 to " + MOST_JOBS + ", was " + jobs);
    }
    if (maxRestarts < 0) {
      throw new UsageException("--max-restarts: must be 0 or more, was " + maxRestarts);
    }
    if (isReference() && (directory.isPresent() || !environment.isEmpty())) {
      throw new UsageException("--cwd and --env: belong to a port; name one, as in -- COMMAND");
    }
    directory
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(
            folder -> {
              throw new UsageException("--cwd: there is no folder " + folder);
            });
    environment();
  }

  /**
   * Starts the port, as often as there are jobs.
   *
   * @throws org.rejoin.tck.port.PortUnusableException if one does not come up
   */
  PortCrew start() {
    return PortCrew.start(jobs, this::startOne);
  }

  private Port startOne() {
    return isReference()
        ? new ReferencePort()
        : StdioPort.start(
            new PortCommand(command(), directory, environment()),
            ImmutablePortLimits.builder().answer(timeout).maxRestarts(maxRestarts).build(),
            Kit.name());
  }

  /** The same options again, as they are typed. */
  ImmutableList<String> again() {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    directory.ifPresent(folder -> words.add("--cwd", folder.toString()));
    environment.forEach(setting -> words.add("--env", setting));
    return words.build();
  }

  private ImmutableMap<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String setting : environment) {
      List<String> parts = Splitter.on('=').limit(2).splitToList(setting);
      if (parts.size() < 2 || parts.get(0).isEmpty()) {
        throw new UsageException("--env: '" + setting + "' is no setting; write NAME=VALUE");
      }
      variables.put(parts.get(0), parts.get(1));
    }
    return ImmutableMap.copyOf(variables);
  }
}
