package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.Long2LongHashMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;

/** A packet of a remote user arrives: into the client, against a bare store and a bare look-up. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.AverageTime)
public class Packets {
  /** Remote users. */
  @Param({"1000", "100000", "1000000"})
  public int users;

  private Crowd crowd = new Crowd(20);
  private Client client = Crowd.client(0);
  private long[] lastHeardMillis = new long[0];
  private UserId[] ids = new UserId[0];
  private Long2LongHashMap table = new Long2LongHashMap(-1);

  /** Everybody is there. */
  @Setup
  public void join() {
    crowd = new Crowd(users);
    client = Crowd.client(users);
    lastHeardMillis = new long[users];
    ids = new UserId[users];
    table = new Long2LongHashMap(-1);
    for (int i = 0; i < users; i++) {
      ids[i] = Crowd.user(i);
      if (client.indexOf(ids[i]) != i) {
        throw new IllegalStateException("indexes are not handed out in the order of the joins");
      }
      table.put(ids[i].value(), i);
    }
  }

  /** The floor: one store, and nobody ever falls. */
  @Benchmark
  public long store() {
    int user = crowd.next();
    lastHeardMillis[user] = crowd.nowMillis();
    return user;
  }

  /** A good hash table of primitives finds the user. */
  @Benchmark
  public long lookUp() {
    return table.get(ids[crowd.next()].value()) + crowd.nowMillis();
  }

  /** The client, by dense index. */
  @Benchmark
  public ImmutableList<Event> clientByIndex() {
    return client.packet(crowd.next(), crowd.nowMillis());
  }

  /** The client, by uid. */
  @Benchmark
  public ImmutableList<Event> clientByUid() {
    return client.packet(ids[crowd.next()], crowd.nowMillis());
  }
}
