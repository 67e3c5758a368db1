package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a recording on a thread of its own, so that lines are taken apart while others are judged.
 * They come in the file's order, a batch at a time, and few batches wait.
 */
final class RecordingReader implements AutoCloseable {
  private static final int BATCH_LINES = 512;
  private static final int BATCH_BYTES = 1 << 16;
  private static final int WAITING = 4;

  /**
   * Some lines.
   *
   * @param lines those that are not blank
   * @param read how many lines were read for them
   * @param isLast whether nothing follows
   * @param failure what broke the reading off, if that is why nothing follows
   */
  record Batch(
      ImmutableList<RecordedLine> lines, long read, boolean isLast, Optional<Throwable> failure) {}

  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
  private final Lines lines;
  private final LineParser parser = new LineParser();
  private final Thread thread;

  // Of the reading thread alone.
  private List<RecordedLine> batch = new ArrayList<>();
  private long batchBytes;
  private long batchRead;

  private RecordingReader(InputStream in) {
    this.lines = new Lines(in, this::handOver);
    this.thread = new Thread(this::run, "recording-reader");
    thread.setDaemon(true);
  }

  /** Begins to read; the stream is not closed. */
  static RecordingReader start(InputStream in) {
    RecordingReader reader = new RecordingReader(in);
    reader.thread.start();
    return reader;
  }

  /** The next lines; waits for them. */
  Batch next() throws InterruptedException {
    return queue.take();
  }

  private void run() {
    Optional<Throwable> failure = Optional.empty();
    try {
      read();
    } catch (Throwable e) {
      failure = Optional.of(e);
    }
    hand(new Batch(ImmutableList.copyOf(batch), batchRead, true, failure));
  }

  private void read() throws IOException {
    while (lines.next() && !thread.isInterrupted()) {
      batchRead++;
      if (!lines.isBlank()) {
        batch.add(parser.parse(lines));
        batchBytes += lines.length();
      }
      if (batch.size() >= BATCH_LINES || batchBytes >= BATCH_BYTES) {
        handOver();
      }
    }
  }

  private void handOver() {
    if (batchRead > 0) {
      hand(new Batch(ImmutableList.copyOf(batch), batchRead, false, Optional.empty()));
      batch = new ArrayList<>(BATCH_LINES);
      batchBytes = 0;
      batchRead = 0;
    }
  }

  /** Waits until there is room, or nobody reads any more. */
  private void hand(Batch full) {
    try {
      queue.put(full);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads no more. A read that waits for a stream which says nothing goes on waiting. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
