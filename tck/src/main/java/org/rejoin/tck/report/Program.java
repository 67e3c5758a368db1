package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The program {@code rejoin} as it was called, for commands that are printed to be pasted.
 *
 * @param words the words that call it
 */
public record Program(ImmutableList<String> words) {
  /** Set by the launchers: the path by which they were called. */
  private static final String CALLED = "rejoin.program";

  /** Set by a file that a test has written for {@code java}: its path. */
  static final String ARGUMENTS = "rejoin.arguments";

  private static final String CMD = ".cmd";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  /** Nothing here means anything to the shell of Windows. */
  private static final Pattern PLAIN_IN_CMD = Pattern.compile("[A-Za-z0-9_./:@+\\\\-]+");

  /** The program of this JVM: a launcher, a file of arguments, a jar, or else the name alone. */
  public static Program called() {
    String launcher = System.getProperty(CALLED, "");
    String arguments = System.getProperty(ARGUMENTS, "");
    String classPath = System.getProperty("java.class.path", "");
    if (!launcher.isEmpty()) {
      return new Program(ImmutableList.of(launcher));
    }
    if (!arguments.isEmpty()) {
      return ofArguments(arguments);
    }
    return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
        ? new Program(ImmutableList.of("java", "-jar", classPath))
        : new Program(ImmutableList.of("rejoin"));
  }

  /** This JVM's own {@code java}, which reads a file of arguments. */
  static Program ofArguments(String file) {
    return new Program(
        ImmutableList.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file));
  }

  /** The line to be typed, each word quoted for the shell where it has to be. */
  public String line(Iterable<String> arguments) {
    return ImmutableList.copyOf(Iterables.concat(words, arguments)).stream()
        .map(this::quoted)
        .collect(Collectors.joining(" "));
  }

  /** The same. */
  public String line(String... arguments) {
    return line(ImmutableList.copyOf(arguments));
  }

  private String quoted(String word) {
    if (words.get(0).endsWith(CMD)) {
      return PLAIN_IN_CMD.matcher(word).matches() ? word : '"' + word.replace("\"", "\\\"") + '"';
    }
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
