package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rejoin.tck.reference.states.ClientTable.Table;
import org.rejoin.tck.reference.states.Exploration.Loss;

/**
 * Explores every mix once, one after the other and on one thread, and prints what it took: a name
 * and a number a line. A program of its own, so that its memory is its own; for the benchmarks.
 */
public final class ExplorationFigures {
  /** Where Linux says how much memory a process had at most. */
  private static final Path STATUS = Path.of("/proc/self/status");

  private static final String PEAK = "VmHWM:";

  /** How often the smallest mix is explored first, so that all is compiled, as SPIN's search is. */
  private static final int WARM_UP = 3;

  private long states;
  private long looked;
  private long nanos;
  private double bytes;

  private ExplorationFigures() {}

  /**
   * Runs.
   *
   * @param args {@code java} or {@code spin}; where there is no SPIN the latter prints nothing
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ExplorationFigures figures = new ExplorationFigures();
    if (args[0].equals("java")) {
      figures.explore();
    } else if (Spin.isThere()) {
      figures.exploreWithSpin();
    } else {
      System.err.println(Spin.NEEDED);
      return;
    }
    System.out.println("states " + figures.states);
    System.out.println("looked " + figures.looked);
    System.out.println("nanos " + figures.nanos);
    System.out.println("bytes " + figures.bytes);
  }

  private void explore() throws IOException {
    for (int time = 0; time < WARM_UP; time++) {
      Exploration.Found unused =
          Exploration.explore(
              ImmutableList.of(Mixes.ofShortWindow(), Mixes.ofShortWindow(), Mixes.ofShortWindow()),
              Loss.WHOLE);
    }
    for (ImmutableList<Table> users : Mixes.all().values()) {
      long begin = System.nanoTime();
      Exploration.Found found = Exploration.explore(users, Loss.WHOLE);
      nanos += System.nanoTime() - begin;
      check(found.problem().isEmpty(), found.toString());
      states += found.states();
      looked += found.looked();
    }
    bytes = Files.exists(STATUS) ? peakBytes() : Double.NaN;
  }

  private static double peakBytes() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(PEAK))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1_024)
        .findFirst()
        .orElse(Double.NaN);
  }

  private void exploreWithSpin() throws IOException, InterruptedException {
    for (ImmutableList<Table> users : Mixes.all().values()) {
      Path folder = Files.createTempDirectory("rejoin-spin");
      Spin.Found found = Spin.in(folder, users).explore();
      MoreFiles.deleteRecursively(folder);
      check(found.holds(), found.output());
      states += found.states();
      looked += found.states();
      nanos += found.nanos();
      bytes = Math.max(bytes, found.bytes());
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
