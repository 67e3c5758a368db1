package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One run of a port's program: lines in, lines out, its log drained, and no process left behind.
 *
 * <p>Standard output is read and standard input written on threads of their own, so that neither
 * side can block the other; what the port prints waits in a queue that holds it back when it is
 * full.
 */
final class ChildProcess {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final String CLOSE = "";

  private final Process process;
  private final boolean ownSession;
  private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(64);
  private final BlockingQueue<String> toWrite = new LinkedBlockingQueue<>();
  private final Tail log = new Tail();
  private final Thread reader;
  private final Thread drain;

  private ChildProcess(Process process, boolean ownSession, int lineBytes) {
    this.process = process;
    this.ownSession = ownSession;
    this.reader = start("out", () -> readInto(process.getInputStream(), lineBytes));
    this.drain = start("log", () -> drain(process.getErrorStream()));
    start("in", () -> writeTo(process.getOutputStream()));
    // A child of the port that holds the pipe open would hide that the port has ended.
    var unused = process.onExit().thenRun(this::signalSession);
  }

  /**
   * Starts the program.
   *
   * @throws PortUnusableException if it can't be started
   */
  static ChildProcess start(PortCommand command, int lineBytes) {
    boolean ownSession = Files.isExecutable(SETSID);
    ImmutableList.Builder<String> line = ImmutableList.builder();
    if (ownSession) {
      line.add(SETSID.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(line.addAll(command.command()).build());
    command.directory().ifPresent(directory -> builder.directory(directory.toFile()));
    builder.environment().putAll(command.environment());
    try {
      return new ChildProcess(builder.start(), ownSession, lineBytes);
    } catch (IOException e) {
      throw new PortUnusableException(
          "the port does not start: `" + command + "`: " + e.getMessage());
    }
  }

  /** Queues one line for its standard input. */
  void write(String line) {
    toWrite.add(line);
  }

  /** The next thing that it printed; empty if nothing comes in time. */
  Optional<Heard> read(Duration patience) throws InterruptedException {
    return Optional.ofNullable(heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
  }

  Tail log() {
    return log;
  }

  /** How it ended, once its output has, with its whole log heard: or that it lives on. */
  String ending(Duration patience) throws InterruptedException {
    drain.join(patience.toMillis());
    return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)
        ? "the port ended with exit code " + process.exitValue()
        : "the port closed its standard output but lives on";
  }

  /** Closes its input and gives it time to end. Returns whether it ended well by itself. */
  boolean finish(Duration patience) throws InterruptedException {
    toWrite.add(CLOSE);
    boolean ended = process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    boolean well = ended && process.exitValue() == 0;
    kill();
    return well;
  }

  /** Ends it and all that it started. */
  void kill() {
    List<ProcessHandle> started = process.descendants().toList();
    signalSession();
    started.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    reader.interrupt();
    toWrite.add(CLOSE);
  }

  /** A session of its own makes it and all its children one group, reparented ones too. */
  private void signalSession() {
    if (!ownSession) {
      return;
    }
    try {
      new ProcessBuilder("/bin/kill", "-KILL", "--", "-" + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(1, TimeUnit.SECONDS);
    } catch (IOException noSuchCommand) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readInto(InputStream out, int lineBytes) {
    LineReader reader = new LineReader(out, lineBytes);
    try {
      Heard next;
      do {
        next = reader.read();
        heard.put(next);
      } while (!(next instanceof Heard.End));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain(InputStream err) {
    LineReader reader = new LineReader(err, 1 << 16);
    for (Heard next = reader.read(); !(next instanceof Heard.End); next = reader.read()) {
      log.add(next instanceof Heard.Line line ? line.text() : "(" + next + ")");
    }
  }

  private void writeTo(OutputStream in) {
    try (in) {
      for (String line = toWrite.take(); !line.equals(CLOSE); line = toWrite.take()) {
        in.write(line.getBytes(StandardCharsets.UTF_8));
        in.write('\n');
        if (toWrite.isEmpty()) {
          in.flush();
        }
      }
    } catch (IOException portIsGone) {
      // It reads no more; what came of that shows on its output.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread start(String role, Runnable work) {
    Thread thread = new Thread(work, "port-" + role);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
