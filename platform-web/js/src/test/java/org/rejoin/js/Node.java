package org.rejoin.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs scripts with the program {@code node}, where there is one. */
final class Node {
  /** The compiled module. */
  static final Path MODULE = Path.of(System.getProperty("rejoin.module")).resolve("rejoin.js");

  private static final Path SCRIPTS = Path.of("src", "test", "js");

  /** Far more than any script takes; one that hangs must not hang the build. */
  private static final int LIMIT_SECONDS = 120;

  private Node() {}

  /** Whether the program is there. */
  static boolean isThere() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("node", "--version").start();
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notFound) {
      return false;
    }
  }

  /**
   * Runs a script of {@code src/test/js} and demands that it ends well.
   *
   * @param before what stands between {@code node} and the script
   * @param after what follows the script
   */
  static void run(
      Path folder, ImmutableList<String> before, String script, ImmutableList<String> after)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                ImmutableList.<String>builder()
                    .add("node")
                    .addAll(before)
                    .add(SCRIPTS.resolve(script).toString())
                    .addAll(after)
                    .build())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("REJOIN_MODULE", MODULE.toString());
    Process process = builder.start();
    try {
      assertTrue(
          process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS),
          () -> script + " did not end within " + LIMIT_SECONDS + " s");
      assertEquals(0, process.exitValue(), () -> script + ":\n" + read(output));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
