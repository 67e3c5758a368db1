package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The silent port in each language, ready to be started; and children that are run to their end.
 */
final class Children {
  private Children() {}

  static ImmutableMap<String, ImmutableList<String>> commands() throws IOException {
    Path folder = Files.createTempDirectory("rejoin-benchmarks");
    return ImmutableMap.of(
        "python",
        ImmutableList.of("python3", script(folder, "silent-port.py")),
        "node",
        ImmutableList.of("node", script(folder, "silent-port.mjs")),
        "java",
        java(SilentPort.class));
  }

  /** The command that runs a class of the class path, with options for its JVM. */
  static ImmutableList<String> java(Class<?> main, String... options) {
    return ImmutableList.<String>builder()
        .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .add(options)
        .add("-cp", System.getProperty("java.class.path"), main.getName())
        .build();
  }

  /**
   * A child that has ended.
   *
   * @param nanos how long it ran
   * @param peakBytes the most memory that it had, where the system tells; else 0
   */
  record Ended(long nanos, long peakBytes) {}

  /** Runs a command to its end, with an option for the JVM that it is or starts. */
  static Ended end(ImmutableList<String> command, String jvmOption)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_TOOL_OPTIONS", jvmOption);
    long begin = System.nanoTime();
    Process process = builder.start();
    long peakBytes = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      peakBytes = Math.max(peakBytes, peakBytes(process.pid()));
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
    return new Ended(System.nanoTime() - begin, peakBytes);
  }

  /** Linux keeps the peak in a line such as {@code VmHWM: 1234 kB}. */
  private static long peakBytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }

  private static String script(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream source =
        Objects.requireNonNull(Children.class.getResourceAsStream(name), name)) {
      Files.copy(source, file);
    }
    file.toFile().deleteOnExit();
    folder.toFile().deleteOnExit();
    return file.toString();
  }
}
