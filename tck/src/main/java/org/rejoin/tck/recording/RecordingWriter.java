package org.rejoin.tck.recording;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * Writes a recording in the open form, for {@code rejoin check}: any number of channels at once, a
 * line each time something happens, flushed at once.
 *
 * <p>Recording never disturbs what is recorded: once writing fails, the failure is kept for {@link
 * #close} and nothing more is written. Nothing waits in memory. Safe for several threads.
 */
public final class RecordingWriter implements AutoCloseable {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final OutputStream out;

  @GuardedBy("lock")
  private Optional<IOException> failure = Optional.empty();

  /** A recording that is written to a stream, which {@link #close} closes. */
  public RecordingWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Begins a channel. Its name may be used again once it has ended.
   *
   * @param name which one; no other channel of that name may be open
   * @param how what holds for it
   * @param clock the time, in milliseconds from any origin; read while the recording is locked, so
   *     it must only read a clock
   * @throws IllegalArgumentException if the name is empty
   */
  public ChannelRecorder channel(String name, Circumstances how, LongSupplier clock) {
    checkArgument(!name.isEmpty(), "a channel's name must not be empty");
    return new ChannelRecorder(this, name, how, clock);
  }

  /**
   * Writes a trace that is there already.
   *
   * @param name what to call its channel
   * @param how what holds for it; the scenario's own mode and servers are taken
   * @throws IllegalArgumentException if the name is empty
   */
  public void write(String name, Scenario scenario, Trace trace, Circumstances how) {
    checkArgument(!name.isEmpty(), "a channel's name must not be empty");
    Circumstances whole =
        ImmutableCircumstances.builder()
            .from(how)
            .mode(scenario.mode())
            .servers(scenario.servers())
            .build();
    synchronized (lock) {
      OpenForm.lines(name, scenario, trace, whole).forEach(this::write);
    }
  }

  /** Writes a line that is made with the recording locked, if it makes one. */
  void write(Supplier<Optional<ObjectNode>> line) {
    synchronized (lock) {
      line.get().ifPresent(this::write);
    }
  }

  private void write(ObjectNode line) {
    synchronized (lock) {
      if (failure.isPresent()) {
        return;
      }
      try {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        failure = Optional.of(e);
      }
    }
  }

  /** What writing failed with, if it did; the recording ends before that. */
  public Optional<IOException> failure() {
    synchronized (lock) {
      return failure;
    }
  }

  /**
   * Closes the stream. Channels that have not ended stay without an end line.
   *
   * @throws IOException what writing failed with before, or what closing fails with
   */
  @Override
  public void close() throws IOException {
    synchronized (lock) {
      out.close();
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }
}
