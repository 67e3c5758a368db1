package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;

/**
 * A million users go silent within a second, and the window of each ends. Each side has a state of
 * its own, so that neither pays for collecting the other's objects.
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.SingleShotTime)
public class Expiry {
  private static final int USERS = 1_000_000;
  private static final long WINDOW_MILLIS = 20_000;

  private record Timer(long dueMillis, UserId user) {}

  /** The users of a client. */
  @State(Scope.Thread)
  public static class SilentClient {
    private Client client = Crowd.client(0);

    /** A fresh crowd, silent from different instants on. */
    @Setup(Level.Invocation)
    public void goSilent() {
      client = Crowd.client(USERS);
      Crowd crowd = new Crowd(USERS);
      for (int i = 0; i < USERS; i++) {
        Object unused = client.packet(Crowd.user(crowd.next()), i / 1_000);
      }
    }
  }

  /** The same users' timers. */
  @State(Scope.Thread)
  public static class SilentQueue {
    private PriorityQueue<Timer> queue = new PriorityQueue<>();

    /** A timer for each, from the same instants on. */
    @Setup(Level.Invocation)
    public void goSilent() {
      queue =
          new PriorityQueue<>(
              (one, other) ->
                  one.dueMillis() != other.dueMillis()
                      ? Long.compare(one.dueMillis(), other.dueMillis())
                      : one.user().compareTo(other.user()));
      Crowd crowd = new Crowd(USERS);
      for (int i = 0; i < USERS; i++) {
        queue.add(new Timer(i / 1_000 + WINDOW_MILLIS, Crowd.user(crowd.next())));
      }
    }
  }

  /** The client. The server's packet proves that its own link was there. */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public ImmutableList<Event> client(SilentClient silent) {
    Object unused = silent.client.serverPacket(2 * WINDOW_MILLIS);
    return silent.client.advanceTo(2 * WINDOW_MILLIS);
  }

  /** The JDK's queue, with the same events made. */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public List<Event> priorityQueue(SilentQueue silent) {
    List<Event> events = new ArrayList<>();
    while (!silent.queue.isEmpty()) {
      Timer timer = silent.queue.remove();
      events.add(new Event(Event.Kind.USER_DROPPED, timer.user(), timer.dueMillis()));
    }
    return events;
  }
}
