package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.scenario.Check;

/**
 * The command that runs a scenario again on a port that a test of this JVM has made, to be pasted
 * into a shell. A class path is far longer than a line should be, so it is in a file that {@code
 * java} reads.
 */
public final class ShellReplay {
  private static final String MAIN = "org.rejoin.tck.cli.Main";

  private ShellReplay() {}

  /**
   * The command, or a sentence that says why there is none and what to paste instead.
   *
   * @param port the port as the test has made it
   * @param hello what the port said of itself
   * @param check what failed
   * @param profile the constants and names in force
   * @param tolerance how far from its due time a callback may be seen on a real clock
   */
  public static String text(
      Port port, Hello hello, Check check, Profile profile, Tolerance tolerance) {
    Optional<String> token = Replays.token(check, profile);
    if (token.isEmpty()) {
      return "No command runs it again, since it is too large for one; paste the test.";
    }
    ImmutableList<String> none = ImmutableList.of();
    ImmutableList<String> judging =
        hello.clock() == Hello.Clock.REAL ? Invocation.option(tolerance) : none;
    if (port instanceof StdioPort child) {
      PortCommand command = child.command();
      return replay(token.get(), judging, options(command), command.command());
    }
    return options(port.getClass())
        .map(starting -> replay(token.get(), judging, starting, none))
        .orElse(
            "No command runs it again, since "
                + port.getClass().getName()
                + " is no public class with a public constructor without parameters; paste the"
                + " test.");
  }

  private static String replay(
      String token,
      ImmutableList<String> judging,
      ImmutableList<String> starting,
      ImmutableList<String> port) {
    return new Invocation(
            program(), 1, Optional.empty(), ImmutableList.of(), judging, starting, port)
        .replay(token);
  }

  private static ImmutableList<String> options(PortCommand command) {
    return Stream.concat(
            command.directory().stream().flatMap(folder -> Stream.of("--cwd", folder.toString())),
            command.environment().entrySet().stream()
                .flatMap(set -> Stream.of("--env", set.getKey() + "=" + set.getValue())))
        .collect(ImmutableList.toImmutableList());
  }

  /** Empty if a JVM of its own can't make one. */
  private static Optional<ImmutableList<String>> options(Class<?> port) {
    boolean free = Modifier.isPublic(port.getModifiers()) && !port.getModule().isNamed();
    CodeSource source = port.getProtectionDomain().getCodeSource();
    try {
      Constructor<?> unused = port.getConstructor();
      return free && source != null
          ? Optional.of(
              ImmutableList.of(
                  "--class",
                  port.getName(),
                  "--classpath",
                  Path.of(source.getLocation().toURI()).toString()))
          : Optional.empty();
    } catch (NoSuchMethodException | URISyntaxException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Java with this JVM's class path, from which the port's own JVM takes what is not named. */
  private static Program program() {
    String classPath = System.getProperty("java.class.path", "");
    try {
      return Program.ofArguments(file(classPath).toString());
    } catch (IOException e) {
      return new Program(ImmutableList.of("java", "-cp", classPath, MAIN));
    }
  }

  /**
   * Where the build keeps its own, if that can be told. The same class path gives the same file.
   */
  private static Path file(String classPath) throws IOException {
    Path folder =
        Stream.of("target", "build")
            .map(name -> Path.of(name).toAbsolutePath())
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of(System.getProperty("java.io.tmpdir")));
    String hash = Hashing.sha256().hashString(classPath, StandardCharsets.UTF_8).toString();
    Path file = folder.resolve("rejoin-" + hash.substring(0, 12) + ".args");
    Path half = Files.createTempFile(folder, "rejoin-", ".part");
    Files.writeString(half, arguments(classPath, file));
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  private static String arguments(String classPath, Path file) {
    return "-D"
        + Program.ARGUMENTS
        + "="
        + quoted(file.toString())
        + "\n-cp "
        + quoted(classPath)
        + "\n"
        + MAIN
        + "\n";
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
