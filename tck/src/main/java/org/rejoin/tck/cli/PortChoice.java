package org.rejoin.tck.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rejoin.tck.jvm.JvmPort;
import org.rejoin.tck.port.PortCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which port is meant, and where and how it is started. */
final class PortChoice {
  @Option(
      names = "--class",
      paramLabel = "FQCN",
      description = "A port of the JVM, which gets a JVM of its own: the name of its class.")
  Optional<String> className = Optional.empty();

  @Option(
      names = "--classpath",
      paramLabel = "CP",
      description = "Where that class and all that it needs are found, as java -cp takes it.")
  Optional<String> classpath = Optional.empty();

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
      description = "After --: the port's command and its arguments.")
  List<String> parameters = ImmutableList.of();

  /** The words after {@code --}; empty for a class and for the reference. */
  ImmutableList<String> words() {
    return ImmutableList.copyOf(parameters);
  }

  /** Takes the first word away, which is not the port's; empty if there is none. */
  Optional<String> takeFirst() {
    Optional<String> first = parameters.stream().findFirst();
    parameters = parameters.stream().skip(1).toList();
    return first;
  }

  /** Whether no port is named. */
  boolean isNone() {
    return parameters.isEmpty() && className.isEmpty();
  }

  /**
   * Holds the options to what can be.
   *
   * @throws UsageException if it can't
   */
  void check() {
    if (className.isPresent() && !parameters.isEmpty()) {
      throw new UsageException("--class: there is a command after -- too; name one port");
    }
    if (className.isPresent() && classpath.isEmpty()) {
      throw new UsageException("--class: needs --classpath, which says where the class is found");
    }
    if (className.isEmpty() && classpath.isPresent()) {
      throw new UsageException("--classpath: needs --class, which names the port's class");
    }
    if (isNone() && (directory.isPresent() || !environment.isEmpty())) {
      throw belongsToAPort("--cwd and --env");
    }
    directory
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(
            folder -> {
              throw new UsageException("--cwd: there is no folder " + folder);
            });
    environment();
  }

  /** What is said where an option makes no sense without a port. */
  static UsageException belongsToAPort(String options) {
    return new UsageException(options + ": belong to a port; name one, as in -- COMMAND");
  }

  /** How the port is started; not to be asked if there is none. */
  PortCommand command() {
    ImmutableList<String> line =
        className
            .map(name -> JvmPort.command(name, classpath.orElse("")).command())
            .orElseGet(this::words);
    return new PortCommand(line, directory, environment());
  }

  /** The same options again, as they are typed. */
  ImmutableList<String> again() {
    ImmutableList.Builder<String> options = ImmutableList.builder();
    className.ifPresent(name -> options.add("--class", name));
    classpath.ifPresent(path -> options.add("--classpath", path));
    directory.ifPresent(folder -> options.add("--cwd", folder.toString()));
    environment.forEach(setting -> options.add("--env", setting));
    return options.build();
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
