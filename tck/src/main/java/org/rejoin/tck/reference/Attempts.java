package org.rejoin.tck.reference;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;
import org.rejoin.core.Reconnect;
import org.rejoin.tck.scenario.ServerEvent;

/** One device's way back in a scenario that names its servers; at rest in all others. */
final class Attempts {
  /** The text leaves the pace open; the kit asks for at most 5 s between attempts (NET-04). */
  private static final Reconnect.Pacing EVERY_SECOND = attempt -> 1_000;

  private final UserId user;
  private final ImmutableList<String> servers;
  private final Recorder recorder;
  private final Optional<Reconnect> loop;

  private String current = "";
  private Optional<String> accepting = Optional.empty();

  Attempts(UserId user, ImmutableList<String> servers, Recorder recorder) {
    this.user = user;
    this.servers = servers;
    this.recorder = recorder;
    this.loop =
        servers.isEmpty() ? Optional.empty() : Optional.of(new Reconnect(servers, EVERY_SECOND));
  }

  /** A join connects to the first server. */
  void join() {
    stop();
    current = servers.stream().findFirst().orElse("");
  }

  void stop() {
    accepting = Optional.empty();
    loop.ifPresent(Reconnect::stop);
  }

  /** The loop runs from interrupted to rejoined. */
  void follow(Event event) {
    switch (event.kind()) {
      case INTERRUPTED -> loop.ifPresent(running -> running.start(current, event.dueMillis()));
      case REJOINED -> stop();
      case LOST, USER_DROPPED, USER_QUIT, USER_JOINED -> {
        // Trying goes on through the loss (D-12), and others have no part in it.
      }
    }
  }

  /**
   * From now on this server accepts. Returns whether the device is connected by that alone: no
   * servers are named, or it never had to leave its own.
   */
  boolean accept(Optional<String> server) {
    accepting = server;
    return server.isEmpty() || (nextDeadline() == Client.NEVER && server.get().equals(current));
  }

  long nextDeadline() {
    return loop.isPresent() ? loop.get().nextDeadline() : Client.NEVER;
  }

  /** Makes the attempts that are due. Returns whether one was accepted. */
  boolean advanceTo(long nowMillis) {
    if (nextDeadline() > nowMillis) {
      return false;
    }
    for (Reconnect.Attempt attempt : loop.orElseThrow().advanceTo(nowMillis)) {
      recorder.add(new ServerEvent.ConnectAttempt(attempt.dueMillis(), user, attempt.server()));
      if (accepting.equals(Optional.of(attempt.server()))) {
        current = attempt.server();
        return true;
      }
    }
    return false;
  }
}
