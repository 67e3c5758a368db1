package org.rejoin.tck.port;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one thread that a port is used by; it keeps no JVM alive. */
final class PortThread {
  private static final int FRAMES = 12;

  private volatile Optional<Thread> running = Optional.empty();
  private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);

  private Thread thread(Runnable work) {
    Thread started = new Thread(work, "port");
    started.setDaemon(true);
    running = Optional.of(started);
    return started;
  }

  <T> Future<T> begin(Callable<T> work) {
    return executor.submit(work);
  }

  /** Where it is now, the innermost call first. */
  String place() {
    return running.stream()
        .flatMap(thread -> Stream.of(thread.getStackTrace()))
        .limit(FRAMES)
        .map(frame -> "\n    at " + frame)
        .collect(Collectors.joining());
  }

  /** Asks it to stop, and waits for nothing. */
  void abandon() {
    executor.shutdownNow();
  }
}
