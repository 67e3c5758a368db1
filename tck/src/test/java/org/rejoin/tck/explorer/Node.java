package org.rejoin.tck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program {@code node} on the kit's JavaScript, which it needs as files. */
public final class Node {
  private static final ImmutableList<String> ENGINE =
      ImmutableList.of(
          "package.json", "rejoin.js", "device.js", "world.js", "lone-client.js", "port.js");

  /** Far more than any script takes; one that hangs must not hang the build. */
  private static final int LIMIT_SECONDS = 240;

  /** What of the page runs without one. */
  private static final ImmutableList<String> PAGE =
      ImmutableList.of(
          "text.mjs",
          "scenario.mjs",
          "story.mjs",
          "link.mjs",
          "lanes.mjs",
          "edits.mjs",
          "scale.mjs",
          "stories.mjs",
          "modules.test.mjs");

  private final Path folder;

  private Node(Path folder) {
    this.folder = folder;
  }

  /** The engine and the page's modules in a folder. */
  public static Node in(Path folder) throws IOException {
    for (String name : ENGINE) {
      copy("META-INF/resources/rejoin/" + name, folder.resolve(name));
    }
    for (String name : PAGE) {
      copy("org/rejoin/tck/explorer/" + name, folder.resolve(name));
    }
    return new Node(folder);
  }

  /** Lets a test go on only where there is the program. */
  public static void assume() throws InterruptedException {
    assumeTrue(isThere(), "not run: it needs the program node on the PATH, and there is none");
  }

  /** The same in the profile ci, where it has to be there. */
  public static void demand() throws InterruptedException {
    assertTrue(isThere(), "the profile ci needs the program node");
  }

  private static boolean isThere() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("node", "--version").start();
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notFound) {
      return false;
    }
  }

  /** One of these files, or another beside them. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Runs a script on lines of input. Returns the lines of its output. */
  List<String> run(List<String> input, String script, String... arguments)
      throws IOException, InterruptedException {
    Path in = Files.write(folder.resolve("in.txt"), input);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                ImmutableList.<String>builder()
                    .add("node", folder.resolve(script).toString())
                    .add(arguments)
                    .build())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), script + " hangs");
      assertEquals("", Files.readString(err));
      assertEquals(0, process.exitValue(), Files.readString(out));
      return Files.readAllLines(out);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void copy(String resource, Path to) throws IOException {
    Files.write(to, Resources.toByteArray(Resources.getResource(resource)));
  }
}
