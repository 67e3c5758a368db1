package org.rejoin.example.udp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Warm processes for clients. To start one takes a good part of a second, so those that nobody
 * killed are used again. Safe for several threads.
 */
final class ClientPool implements AutoCloseable {
  private final ProcessBuilder command;
  private final Queue<ClientProcess> idle = new ConcurrentLinkedQueue<>();

  /** More at once would only take time from the scenarios that are under way. */
  private final Semaphore starting =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  ClientPool(TimeScale timeScale) {
    this.command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A client does little, and there are many.
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                ClientMain.class.getName(),
                Double.toString(timeScale.wallPerScenario()))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /**
   * Some processes, all of them warm.
   *
   * @throws IOException if one does not come up; none is taken then
   */
  Deque<ClientProcess> take(int count) throws IOException, InterruptedException {
    Deque<ClientProcess> taken = new ArrayDeque<>();
    try {
      while (taken.size() < count) {
        taken.add(takeOne());
      }
      return taken;
    } finally {
      if (taken.size() < count) {
        idle.addAll(taken);
      }
    }
  }

  private ClientProcess takeOne() throws IOException, InterruptedException {
    ClientProcess free = idle.poll();
    if (free != null) {
      return free;
    }
    starting.acquire();
    try {
      // While this one waited, another scenario may have ended.
      free = idle.poll();
      return free != null ? free : ClientProcess.start(command);
    } finally {
      starting.release();
    }
  }

  /** Takes one back that is alive and in no scenario. */
  void giveBack(ClientProcess process) {
    idle.add(process);
  }

  /** Ends those that are idle. */
  @Override
  public void close() {
    idle.forEach(ClientProcess::kill);
    idle.clear();
  }
}
