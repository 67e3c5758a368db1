package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One run of a port's program: lines in, lines out, its log drained, and no process left behind.
 *
 * <p>Standard output is read and standard input written on threads of their own, so that neither
 * side can block the other.
 */
final class ChildProcess {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final String CLOSE = "";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Process process;
  private final Offspring offspring;
  private final Transcript transcript;
  private final int number;
  private final LineReader out;
  private final Inbox inbox = new Inbox();
  private final BlockingQueue<String> toWrite = new LinkedBlockingQueue<>();
  private final Tail log = new Tail();
  private final Thread reader;
  private final Thread drain;

  private ChildProcess(Process process, Offspring offspring, int lineBytes, Transcript transcript) {
    this.process = process;
    this.offspring = offspring;
    this.transcript = transcript;
    this.number = transcript.nextProcess();
    this.out = new LineReader(process.getInputStream(), lineBytes);
    this.reader = start("out", () -> readOutput(lineBytes));
    this.drain = start("log", () -> drain(process.getErrorStream()));
    start("in", () -> writeTo(process.getOutputStream()));
  }

  /**
   * Starts the program.
   *
   * @throws PortUnusableException if it can't be started
   */
  static ChildProcess start(PortCommand command, int lineBytes, Transcript transcript) {
    ChildProcess child = startWatched(command, lineBytes, transcript);
    // A child of the port that holds the pipe open would hide that the port has ended.
    var unused = child.process.onExit().thenRun(child.offspring::kill);
    return child;
  }

  /**
   * Starts the program; what it leaves behind when it ends lives on until it is killed.
   *
   * @throws PortUnusableException if it can't be started
   */
  static ChildProcess startWatched(PortCommand command, int lineBytes, Transcript transcript) {
    boolean ownSession = Files.isExecutable(SETSID);
    ImmutableList.Builder<String> line = ImmutableList.builder();
    if (ownSession) {
      line.add(SETSID.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(line.addAll(command.command()).build());
    command.directory().ifPresent(directory -> builder.directory(directory.toFile()));
    builder.environment().putAll(command.environment());
    String mark = UUID.randomUUID().toString();
    builder.environment().put(Offspring.MARK, mark);
    try {
      Process process = builder.start();
      return new ChildProcess(
          process, new Offspring(process, ownSession, mark), lineBytes, transcript);
    } catch (IOException e) {
      throw new PortUnusableException(
          "the port does not start: `" + command + "`: " + e.getMessage());
    }
  }

  /** Queues one line for its standard input. */
  void write(String line) {
    toWrite.add(line);
  }

  /** Closes its standard input once what is queued has been written. */
  void closeInput() {
    toWrite.add(CLOSE);
  }

  /** The next thing that it printed; empty if nothing comes in time. */
  Optional<Heard> read(long patienceNanos) throws InterruptedException {
    return inbox.take(patienceNanos);
  }

  Tail log() {
    return log;
  }

  /** How much of a line it has printed whose end has not come. */
  long unfinishedBytes() {
    return out.unfinishedBytes();
  }

  /** Whether it has ended, or will at least never be heard again. */
  boolean isOver() {
    return inbox.isAtEnd() || !process.toHandle().isAlive();
  }

  /** Its exit code, with its whole log heard; empty if it does not end in time. */
  Optional<Integer> exitCode(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    drain.join(Math.max(1, patience.toMillis()));
    return Optional.of(process.exitValue());
  }

  /** What it started and still lives. */
  ImmutableList<ProcessHandle> offspring() {
    return offspring.others();
  }

  /** Ends it and all that it started. Safe from any thread, and more than once. */
  void kill() {
    offspring.kill();
    process.destroyForcibly();
    reader.interrupt();
    closeInput();
  }

  private void readOutput(int lineBytes) {
    long line = 0;
    Heard.End end = new Heard.End("", new Heard.Stamp(0, 0));
    try {
      for (Optional<LineReader.Line> next = out.read(); next.isPresent(); next = out.read()) {
        line++;
        Heard heard = Heard.of(withoutMark(next.get(), line), line, lineBytes);
        transcript.note(number, Transcript.Way.FROM_PORT, next.get().text());
        if (heard instanceof Heard.End unfinished) {
          end = unfinished;
        } else {
          inbox.put(heard);
        }
      }
      inbox.put(new Heard.End(end.text(), new Heard.Stamp(line, System.nanoTime())));
    } catch (InterruptedException killed) {
      inbox.end(new Heard.End("", new Heard.Stamp(line, System.nanoTime())));
    }
  }

  /** A byte order mark is allowed at the very beginning, and told. */
  private LineReader.Line withoutMark(LineReader.Line line, long number)
      throws InterruptedException {
    if (number > 1 || !line.text().startsWith(BYTE_ORDER_MARK)) {
      return line;
    }
    inbox.put(
        new Heard.Stray(
            "(a byte order mark; write UTF-8 without one)",
            new Heard.Stamp(number, line.cameNanos())));
    return line.withText(line.text().substring(BYTE_ORDER_MARK.length()));
  }

  private void drain(InputStream err) {
    LineReader lines = new LineReader(err, Tail.LINE_BYTES);
    for (Optional<LineReader.Line> next = lines.read(); next.isPresent(); next = lines.read()) {
      log.add(next.get());
      transcript.note(number, Transcript.Way.LOG, next.get().text());
    }
  }

  private void writeTo(OutputStream in) {
    try (in) {
      for (String line = toWrite.take(); !line.equals(CLOSE); line = toWrite.take()) {
        transcript.note(number, Transcript.Way.TO_PORT, line);
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
