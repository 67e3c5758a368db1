package org.rejoin.tck.port;

import java.util.Optional;

/**
 * Starts a port's program, as often as it takes, until it is told to stop for good. Safe for
 * several threads: what is started while another stops it is stopped too.
 */
final class Launcher {
  private final PortCommand command;
  private final PortLimits limits;
  private final Transcript transcript;

  private Optional<ChildProcess> latest = Optional.empty();
  private boolean stopped;

  Launcher(PortCommand command, PortLimits limits, Transcript transcript) {
    this.command = command;
    this.limits = limits;
    this.transcript = transcript;
  }

  /**
   * Starts the program.
   *
   * @throws PortUnusableException if it can't be started, or not any more
   */
  synchronized ChildProcess start() {
    if (stopped) {
      throw new PortUnusableException("the port was stopped");
    }
    ChildProcess child = ChildProcess.start(command, limits.lineBytes(), transcript);
    latest = Optional.of(child);
    return child;
  }

  /** Kills what runs, and starts nothing any more. */
  synchronized void stop() {
    stopped = true;
    latest.ifPresent(ChildProcess::kill);
  }

  synchronized boolean isStopped() {
    return stopped;
  }
}
