package org.rejoin.benchmarks;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.agrona.DeadlineTimerWheel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same packet where each moves a timer: what well-known wheels ask for it. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.AverageTime)
public class PacketsOnTimers {
  private static final long WINDOW_MILLIS = 20_000;
  private static final TimerTask NOTHING = timeout -> {};

  /** Remote users; at a million Agrona's wheel does not fit into memory. */
  @Param({"1000", "100000"})
  public int users;

  private Crowd crowd = new Crowd(20);
  private HashedWheelTimer netty = new HashedWheelTimer();
  private Timeout[] timeouts = new Timeout[0];
  private DeadlineTimerWheel agrona = new DeadlineTimerWheel(TimeUnit.MILLISECONDS, 0, 128, 512);
  private long[] timers = new long[0];

  /** Everybody has a timer in each wheel. */
  @Setup(Level.Trial)
  public void arm() {
    crowd = new Crowd(users);
    netty = new HashedWheelTimer(100, TimeUnit.MILLISECONDS, 512);
    agrona = new DeadlineTimerWheel(TimeUnit.MILLISECONDS, 0, 128, 512);
    timeouts = new Timeout[users];
    timers = new long[users];
    for (int user = 0; user < users; user++) {
      timeouts[user] = netty.newTimeout(NOTHING, WINDOW_MILLIS, TimeUnit.MILLISECONDS);
      timers[user] = agrona.scheduleTimer(WINDOW_MILLIS);
    }
  }

  /** Stops Netty's thread. */
  @TearDown(Level.Trial)
  public void stop() {
    netty.stop();
  }

  /** Netty's wheel. */
  @Benchmark
  public Object netty() {
    int user = crowd.next();
    timeouts[user].cancel();
    timeouts[user] = netty.newTimeout(NOTHING, WINDOW_MILLIS, TimeUnit.MILLISECONDS);
    return timeouts[user];
  }

  /** Agrona's wheel. */
  @Benchmark
  public long agrona() {
    int user = crowd.next();
    agrona.cancelTimer(timers[user]);
    timers[user] = agrona.scheduleTimer(crowd.nowMillis() + WINDOW_MILLIS);
    return timers[user];
  }
}
