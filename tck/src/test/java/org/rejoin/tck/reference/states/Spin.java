package org.rejoin.tck.reference.states;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rejoin.tck.reference.states.ClientTable.Table;

/**
 * The model checker SPIN on the same clients in a network of its own, {@code network.pml}: the same
 * states, counted by somebody else.
 */
final class Spin {
  static final String NEEDED = "not run: it needs the programs spin and cc on the PATH";

  private static final ImmutableList<String> PROGRAMS = ImmutableList.of("spin", "cc");

  /**
   * What makes SPIN fast here and lets it store each state, exactly and once. Safety is all that is
   * asked for.
   */
  private static final ImmutableList<String> FLAGS =
      ImmutableList.of("-O2", "-DSAFETY", "-DNOREDUCE", "-DNOFAIR", "-DMEMLIM=4096");

  /** Far more than any step takes; one that hangs must not hang the build. */
  private static final int LIMIT_MINUTES = 10;

  private static final Pattern ERRORS = Pattern.compile("errors: (\\d+)");
  private static final Pattern STORED = Pattern.compile("(\\d+) states, stored");
  private static final Pattern MEBIBYTES =
      Pattern.compile("([\\d.]+)\\s+total actual memory usage");

  private final Path folder;

  private Spin(Path folder) {
    this.folder = folder;
  }

  /**
   * What SPIN found.
   *
   * @param holds whether all holds in each state, none left out
   * @param states how many it stored
   * @param nanos how long its search took
   * @param bytes the memory that it says it used
   * @param output all that it said
   */
  record Found(boolean holds, long states, long nanos, double bytes, String output) {}

  /** Whether it can be run here. */
  static boolean isThere() {
    return PROGRAMS.stream()
        .allMatch(
            program ->
                Splitter.on(':')
                    .splitToStream(System.getenv().getOrDefault("PATH", ""))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
  }

  /** A search for one client each, made ready in an empty folder. */
  static Spin in(Path folder, ImmutableList<Table> users) throws IOException, InterruptedException {
    Files.write(
        folder.resolve("network.pml"),
        Resources.toByteArray(Resources.getResource(Spin.class, "network.pml")));
    Files.writeString(folder.resolve("client.h"), ClientHeader.of(users));
    Spin spin = new Spin(folder);
    String unused = spin.run(ImmutableList.of("spin", "-a", "network.pml"));
    unused =
        spin.run(
            ImmutableList.<String>builder()
                .add("cc")
                .addAll(FLAGS)
                .add("-o", "pan", "pan.c")
                .build());
    return spin;
  }

  /** Searches; ends at the first state in which something does not hold. */
  Found explore() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    // Deeper than the longest way of any mix, and with a slot for each state.
    String output = run(ImmutableList.of("./pan", "-m1000000", "-w23"));
    long nanos = System.nanoTime() - begin;
    boolean whole = !output.contains("Search not completed") && !output.contains("too small");
    return new Found(
        whole && number(ERRORS, output) == 0,
        (long) number(STORED, output),
        nanos,
        number(MEBIBYTES, output) * (1 << 20),
        output);
  }

  private String run(ImmutableList<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      String output = Files.readString(out);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(command + (ended ? " failed: " : " hangs: ") + output);
      }
      return output;
    } finally {
      process.destroyForcibly();
    }
  }

  private static double number(Pattern pattern, String output) throws IOException {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IOException("SPIN does not say " + pattern + ": " + output);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
