package org.rejoin.core.realtime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import org.rejoin.api.Event;
import org.rejoin.core.Reconnect;

/**
 * The reconnect loop between interrupted and rejoined (NET-04), in real time: attempts that a late
 * call finds overdue come out one, not many at once, and the pace goes on from there.
 *
 * <p>Guarded by the client's lock.
 */
final class WayBack {
  /** What replaces a pacing that fails; the text leaves the pace open. */
  private static final long FALLBACK_WAIT_MILLIS = 1_000;

  /** Longer than any process runs, and far from overflow. */
  private static final long LONGEST_WAIT_MILLIS = Long.MAX_VALUE / 4;

  private final ImmutableList<String> servers;
  private final Reconnect.Pacing pacing;
  private final Consumer<RuntimeException> failures;
  private final Consumer<Reconnect.Attempt> out;
  private final Reconnect loop;

  private String current;
  private long lateMillis;

  /**
   * A loop at rest, connected to the first server.
   *
   * @param failures told what the pacing throws, and of waits below 1 ms
   * @param out takes the attempts
   */
  WayBack(
      ImmutableList<String> servers,
      Reconnect.Pacing pacing,
      Consumer<RuntimeException> failures,
      Consumer<Reconnect.Attempt> out) {
    this.servers = servers;
    this.pacing = pacing;
    this.failures = failures;
    this.out = out;
    this.loop = new Reconnect(servers, this::waitMillis);
    this.current = servers.get(0);
  }

  /** A fresh session begins at the first server. */
  void join() {
    connected(servers.get(0));
  }

  /** A server accepted: it is the one that an outage from now on loses. */
  void connected(String server) {
    loop.stop();
    current = server;
  }

  void stop() {
    loop.stop();
  }

  void follow(Event event) {
    switch (event.kind()) {
      case INTERRUPTED -> loop.start(current, event.dueMillis());
      case REJOINED -> loop.stop();
      case LOST, USER_DROPPED, USER_QUIT, USER_JOINED -> {
        // Trying goes on through the loss (D-12), and others have no part in it.
      }
    }
  }

  long nextDeadline() {
    return loop.nextDeadline();
  }

  /** Lets out the attempt that is due by an instant, if one is; the next wait counts from there. */
  void advanceTo(long nowMillis) {
    long dueMillis = loop.nextDeadline();
    if (dueMillis <= nowMillis) {
      lateMillis = nowMillis - dueMillis;
      loop.advanceTo(dueMillis).forEach(out);
    }
  }

  private long waitMillis(int attempt) {
    return lateMillis + Math.min(pacedMillis(attempt), LONGEST_WAIT_MILLIS);
  }

  private long pacedMillis(int attempt) {
    try {
      long waitMillis = pacing.waitMillis(attempt);
      checkArgument(waitMillis >= 1, "pacing: waits must be at least 1 ms, was %s", waitMillis);
      return waitMillis;
    } catch (RuntimeException e) {
      failures.accept(e);
      return FALLBACK_WAIT_MILLIS;
    }
  }
}
