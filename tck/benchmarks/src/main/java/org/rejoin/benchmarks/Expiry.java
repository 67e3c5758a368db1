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

/** A million users go silent within a second, and the window of each ends. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.SingleShotTime)
public class Expiry {
  private static final int USERS = 1_000_000;
  private static final long WINDOW_MILLIS = 20_000;

  private record Timer(long dueMillis, UserId user) {}

  private Client client = Crowd.client(0);
  private PriorityQueue<Timer> queue = new PriorityQueue<>();

  /** A fresh crowd, silent from different instants on. */
  @Setup(Level.Invocation)
  public void goSilent() {
    client = Crowd.client(USERS);
    queue =
        new PriorityQueue<>(
            (one, other) ->
                one.dueMillis() != other.dueMillis()
                    ? Long.compare(one.dueMillis(), other.dueMillis())
                    : one.user().compareTo(other.user()));
    Crowd crowd = new Crowd(USERS);
    for (int i = 0; i < USERS; i++) {
      int user = crowd.next();
      long nowMillis = i / 1_000;
      Object unused = client.packet(user, nowMillis);
      queue.add(new Timer(nowMillis + WINDOW_MILLIS, Crowd.user(user)));
    }
  }

  /** The client. The server's packet proves that its own link was there. */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public ImmutableList<Event> client() {
    Object unused = client.serverPacket(2 * WINDOW_MILLIS);
    return client.advanceTo(2 * WINDOW_MILLIS);
  }

  /** The JDK's queue, with the same events made. */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public List<Event> priorityQueue() {
    List<Event> events = new ArrayList<>();
    while (!queue.isEmpty()) {
      Timer timer = queue.remove();
      events.add(new Event(Event.Kind.USER_DROPPED, timer.user(), timer.dueMillis()));
    }
    return events;
  }
}
