package org.rejoin.benchmarks;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Whole runs of the command, from the start of its process; to be started in the project's root.
 */
final class Processes implements Source {
  static final String REJOIN = "tck/bin/rejoin";
  private static final String SOLVED_PYTHON =
      "tck/src/test/resources/org/rejoin/tck/init/solved/python/port.py";

  /** Made when it is wanted: half a gigabyte, a thousand channels of two users open at a time. */
  private final Supplier<RecordingFile.Made> recording =
      Suppliers.memoize(
          () -> RecordingFile.temporary(new RecordingFile.Wanted(500_000_000, 2, 1_000, 0)));

  @Override
  public ImmutableMap<String, Double> round(ImmutableSet<String> keys)
      throws IOException, InterruptedException {
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    for (Map.Entry<String, ImmutableList<String>> command : commands().entrySet()) {
      if (keys.contains(command.getKey())) {
        figures.put(command.getKey(), time(command.getValue()).whole());
      }
    }
    if (keys.contains("process.first-line")) {
      figures.put("process.first-line", time(run()).firstLine());
    }
    if (keys.contains("process.check")) {
      figures.putAll(recording());
    }
    return figures.buildOrThrow();
  }

  /** A line of a recording: judged, and only parsed. */
  private ImmutableMap<String, Double> recording() throws IOException, InterruptedException {
    RecordingFile.Made made = Objects.requireNonNull(recording.get());
    String file = made.file().toString();
    ImmutableList<String> parse =
        ImmutableList.<String>builder()
            .addAll(Children.java(ParsedRecording.class))
            .add(file)
            .build();
    ImmutableList<String> check = ImmutableList.of(REJOIN, "check", "-q", file);
    return ImmutableMap.of(
        "process.parse",
        time(parse).whole() / (double) made.lines(),
        "process.check",
        time(check).whole() / (double) made.lines());
  }

  private static ImmutableMap<String, ImmutableList<String>> commands() {
    return ImmutableMap.of(
        "process.hello", Children.java(Hello.class),
        "process.list", ImmutableList.of(REJOIN, "list"),
        "process.run", run(),
        "process.exhaustive", run("--exhaustive"),
        "process.exhaustive-python", run("--exhaustive", "--", "python3", SOLVED_PYTHON),
        "process.self-test", ImmutableList.of(REJOIN, "self-test"));
  }

  /** The command that judges the reference, or a port that is named last. */
  static ImmutableList<String> run(String... more) {
    String report = Path.of(System.getProperty("java.io.tmpdir"), "rejoin-benchmarks").toString();
    return ImmutableList.<String>builder().add(REJOIN, "run", "--report", report).add(more).build();
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
