package org.rejoin.example.udp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rejoin.api.Callback;

/**
 * A client's process as the port holds it: orders go in, callbacks come out. It serves one user of
 * one scenario at a time. Used by one thread at a time.
 *
 * <p>It is signalled through its handle: {@link Process#destroy} would close its pipes as well, so
 * that it would end for want of input, and what it had printed would be lost.
 */
final class ClientProcess {
  private static final long PATIENCE_SECONDS = 30;

  /** What is read where the output ends. */
  private static final String NO_MORE = "";

  private final Process process;
  private final OutputStream orders;
  private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

  private volatile Consumer<Callback> app = callback -> {};

  private ClientProcess(Process process) {
    this.process = process;
    this.orders = process.getOutputStream();
    Thread reader = new Thread(this::read, "client-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a process and waits until it is warm.
   *
   * @throws IOException if it does not come up
   */
  static ClientProcess start(ProcessBuilder command) throws IOException, InterruptedException {
    ClientProcess client = new ClientProcess(command.start());
    client.await(Control.READY);
    return client;
  }

  /** The app joins. */
  void join(Control.Join how, Consumer<Callback> app) throws IOException {
    this.app = app;
    order(how.line());
  }

  /** The app leaves. */
  void leave() throws IOException {
    order(Control.LEAVE);
  }

  /** The process is told to end, and may do something first: SIGTERM. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** The process is no more, from one instruction to the next: SIGKILL. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  /** The scenario is over: once this returns, every callback has been seen and none follows. */
  void end() throws IOException, InterruptedException {
    order(Control.END);
    await(Control.ENDED);
    app = callback -> {};
  }

  /** The same for a process that was killed. */
  void awaitDeath() throws IOException, InterruptedException {
    await(NO_MORE);
  }

  private void order(String line) throws IOException {
    orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    orders.flush();
  }

  private void await(String expected) throws IOException, InterruptedException {
    Optional<String> reply = Optional.ofNullable(replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    if (!reply.equals(Optional.of(expected))) {
      kill();
      throw new IOException(
          "client process %d said %s where '%s' was due"
              .formatted(
                  process.pid(), reply.map(said -> "'" + said + "'").orElse("nothing"), expected));
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Control.readCallback(line).ifPresentOrElse(app, addTo(replies, line));
      }
    } catch (IOException dead) {
      // As good as an end.
    }
    replies.add(NO_MORE);
  }

  private static Runnable addTo(BlockingQueue<String> queue, String line) {
    return () -> queue.add(line);
  }
}
