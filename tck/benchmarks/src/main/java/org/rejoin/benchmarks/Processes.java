package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole runs of the command, from the start of its process; to be started in the project's root.
 */
final class Processes implements Source {
  private static final String REJOIN = "tck/bin/rejoin";

  @Override
  public ImmutableMap<String, Double> round(ImmutableSet<String> keys)
      throws IOException, InterruptedException {
    if (!keys.contains("process.hello")) {
      return ImmutableMap.of();
    }
    Path reports = Files.createTempDirectory("rejoin-benchmarks");
    Timed run =
        time(ImmutableList.of(REJOIN, "run", "--report", reports.resolve("report").toString()));
    return ImmutableMap.of(
        "process.hello",
        time(Children.java(Hello.class)).whole(),
        "process.run",
        run.whole(),
        "process.first-line",
        run.firstLine(),
        "process.list",
        time(ImmutableList.of(REJOIN, "list")).whole());
  }

  private record Timed(double firstLine, double whole) {}

  private static Timed time(ImmutableList<String> command)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream out = process.getInputStream()) {
      int first = out.read();
      long firstLine = System.nanoTime() - begin;
      while (first != -1) {
        first = out.read(new byte[8_192]);
      }
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException(command + " ended with " + exit);
      }
      return new Timed(firstLine, System.nanoTime() - begin);
    }
  }

  /** The least that a JVM can do. */
  static final class Hello {
    private Hello() {}

    /** Says hello. */
    public static void main(String[] args) {
      System.out.println("hello");
    }
  }
}
