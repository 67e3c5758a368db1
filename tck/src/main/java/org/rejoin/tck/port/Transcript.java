package org.rejoin.tck.port;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.rejoin.tck.timeline.SafeText;

/**
 * Every line between the kit and its ports, as a text to read: when, which process, which way, and
 * the line. Safe for several threads, so that several ports may share one.
 *
 * <p>A file that can't be written to ends the transcript and not the run.
 */
public final class Transcript implements Closeable {
  private static final int SHOWN = 10_000;

  private final Optional<Writer> writer;
  private final LongSupplier nanos;
  private final long startNanos;

  private int processes;
  private boolean closed;
  private Optional<String> problem = Optional.empty();

  Transcript(Optional<Writer> writer, LongSupplier nanos) {
    this.writer = writer;
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
    put("# milliseconds, process, way (> to the port, < from it, ! its log), line");
  }

  /** Which way a line goes. */
  enum Way {
    TO_PORT('>'),
    FROM_PORT('<'),
    LOG('!');

    private final char sign;

    Way(char sign) {
      this.sign = sign;
    }
  }

  /** Writes nothing anywhere. */
  public static Transcript none() {
    return new Transcript(Optional.empty(), System::nanoTime);
  }

  /**
   * Writes to a file, which is made anew.
   *
   * @throws IOException if that can't be done
   */
  public static Transcript to(Path file) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    return new Transcript(Optional.of(writer), System::nanoTime);
  }

  /** What kept it from being whole, if anything did: a sentence for the user. */
  public synchronized Optional<String> problem() {
    return problem;
  }

  /** Ends it; what comes later is left out. */
  @Override
  public synchronized void close() {
    closed = true;
    if (writer.isPresent()) {
      try {
        writer.get().close();
      } catch (IOException e) {
        fail(e);
      }
    }
  }

  /** The number by which one more process is told from the others. */
  synchronized int nextProcess() {
    processes++;
    return processes;
  }

  void note(int process, Way way, String line) {
    if (writer.isPresent()) {
      String shown =
          line.length() > SHOWN
              ? line.substring(0, SHOWN) + "... (" + line.length() + " characters)"
              : line;
      long millis = (nanos.getAsLong() - startNanos) / 1_000_000;
      put(
          String.format(
              Locale.ROOT, "%7d %d %c %s", millis, process, way.sign, SafeText.clean(shown)));
    }
  }

  private synchronized void put(String line) {
    if (writer.isEmpty() || problem.isPresent() || closed) {
      return;
    }
    try {
      writer.get().write(line);
      writer.get().write('\n');
      writer.get().flush();
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    problem = Optional.of("the transcript is not whole: " + e.getMessage());
  }
}
