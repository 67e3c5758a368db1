package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A recording of a wanted size, the same for the same arguments: what a busy server's log would be.
 * Many channels are open at once, and their lines come merged by time. Each channel goes by one of
 * some scripts, which the reference has played, so that it conforms.
 */
final class RecordingFile {
  /** Recorded times are those of a wall clock, which have thirteen digits. */
  private static final long ORIGIN_MILLIS = 1_700_000_000_000L;

  private static final int BUFFER = 1 << 16;

  /**
   * What is wanted.
   *
   * @param bytes how large it is, to within a line
   * @param users how many users a channel has
   * @param openAtOnce how many channels are open at one time
   * @param defectEvery one channel in so many lacks a callback; 0: none
   */
  record Wanted(long bytes, int users, int openAtOnce, int defectEvery) {}

  private final Wanted wanted;
  private final ImmutableList<Script> scripts;
  private final PriorityQueue<Open> open =
      new PriorityQueue<>(
          Comparator.comparingLong(Open::nextMillis).thenComparingLong(one -> one.number));
  private long begun;
  private long lines;

  private RecordingFile(Wanted wanted) {
    this.wanted = wanted;
    this.scripts = Script.some(wanted.users());
  }

  /** One channel on its way through its script. */
  private static final class Open {
    final long number;
    final Script script;
    final long originMillis;
    int next;

    Open(long number, Script script, long originMillis) {
      this.number = number;
      this.script = script;
      this.originMillis = originMillis;
    }

    Script.Line line() {
      return script.lines().get(next);
    }

    long nextMillis() {
      return originMillis + line().atMillis();
    }
  }

  /**
   * Writes it to standard output: arguments are bytes, users, channels, and one defect in so many.
   */
  public static void main(String[] args) throws IOException {
    Wanted wanted =
        new Wanted(
            Long.parseLong(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]));
    OutputStream out = new BufferedOutputStream(System.out, BUFFER);
    write(wanted, out);
    out.flush();
  }

  /**
   * A file.
   *
   * @param file where it is
   * @param lines how many lines it has
   */
  record Made(Path file, long lines) {}

  /** Writes it to a new file that goes with this process. */
  static Made temporary(Wanted wanted) {
    try {
      Path file = Files.createTempFile("rejoin-benchmarks", ".jsonl");
      file.toFile().deleteOnExit();
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
        return new Made(file, write(wanted, out));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long write(Wanted wanted, OutputStream out) throws IOException {
    return new RecordingFile(wanted).write(out);
  }

  private long write(OutputStream out) throws IOException {
    for (int i = 0; i < wanted.openAtOnce(); i++) {
      open.add(next(i % 1_000));
    }
    long written = 0;
    while (written < wanted.bytes()) {
      Open first = open.remove();
      long nowMillis = first.nextMillis();
      if (!isDefect(first)) {
        byte[] line = line(first, nowMillis);
        out.write(line);
        written += line.length;
        lines++;
      }
      first.next++;
      open.add(first.next < first.script.lines().size() ? first : next(nowMillis));
    }
    // Channels that are open now have no end line: they are judged as far as they came.
    return lines;
  }

  private Open next(long originMillis) {
    Open next = new Open(begun, scripts.get((int) (begun % scripts.size())), originMillis);
    begun++;
    return next;
  }

  private boolean isDefect(Open one) {
    return wanted.defectEvery() > 0
        && one.number % wanted.defectEvery() == 0
        && one.next == one.script.firstCallback();
  }

  private static byte[] line(Open one, long nowMillis) {
    return ("{\"channel\":\"call-"
            + one.number
            + "\",\""
            + one.line().timeField()
            + "\":"
            + (ORIGIN_MILLIS + nowMillis)
            + one.line().rest()
            + "}\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
