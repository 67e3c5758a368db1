package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The silent port in each language, ready to be started. */
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
