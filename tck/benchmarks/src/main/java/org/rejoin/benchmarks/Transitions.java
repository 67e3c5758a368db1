package org.rejoin.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.rejoin.api.Input;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.UntypedStateMachine;
import org.squirrelframework.foundation.fsm.UntypedStateMachineBuilder;
import org.squirrelframework.foundation.fsm.annotation.StateMachineParameters;
import org.squirrelframework.foundation.fsm.impl.AbstractUntypedStateMachine;

/** The local user's outage over and over: connected, silent, interrupted, lost, connected. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.AverageTime)
public class Transitions {
  private static final int ROUND = 4;

  /** The states of the anchors. */
  public enum Standing {
    /** All is well. */
    CONNECTED,
    /** The link is down. */
    SILENT,
    /** For 4 s. */
    INTERRUPTED,
    /** For 10 s. */
    LOST
  }

  /** What moves the anchors. */
  public enum Cause {
    /** The link goes down. */
    DOWN,
    /** The next deadline. */
    DUE,
    /** The link is up. */
    UP
  }

  private static final Cause[] CAUSES = {Cause.DOWN, Cause.DUE, Cause.DUE, Cause.UP};
  private static final UserId LOCAL = UserId.of(1);
  private static final Input DOWN = new Input(Input.Kind.LINK_DOWN, LOCAL);
  private static final Input UP = new Input(Input.Kind.LINK_UP, LOCAL);

  private Client client = Crowd.client(0);
  private long nowMillis;
  private Standing standing = Standing.CONNECTED;
  private StateMachine<Standing, Cause> stateless4j = stateless4j();
  private UntypedStateMachine squirrel = squirrel();

  /** Everybody is connected. */
  @Setup
  public void connect() {
    client = Crowd.client(0);
    nowMillis = 0;
    Object unused = client.accept(UP, nowMillis);
    standing = Standing.CONNECTED;
    stateless4j = stateless4j();
    squirrel = squirrel();
  }

  /** The client, which says what it concludes as well. */
  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void client(Blackhole events) {
    events.consume(client.accept(DOWN, nowMillis));
    events.consume(client.advanceTo(nowMillis + 4_000));
    events.consume(client.advanceTo(nowMillis + 10_000));
    nowMillis += 11_000;
    events.consume(client.accept(UP, nowMillis));
  }

  /** A switch over the state, which says nothing and knows no time. */
  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void enumSwitch(Blackhole events) {
    for (Cause cause : CAUSES) {
      standing = next(standing, cause);
      events.consume(standing);
    }
  }

  private static Standing next(Standing standing, Cause cause) {
    return switch (standing) {
      case CONNECTED -> cause == Cause.DOWN ? Standing.SILENT : standing;
      case SILENT -> cause == Cause.DUE ? Standing.INTERRUPTED : back(standing, cause);
      case INTERRUPTED -> cause == Cause.DUE ? Standing.LOST : back(standing, cause);
      case LOST -> back(standing, cause);
    };
  }

  private static Standing back(Standing standing, Cause cause) {
    return cause == Cause.UP ? Standing.CONNECTED : standing;
  }

  /** A library of state machines. */
  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void stateless4j(Blackhole events) {
    for (Cause cause : CAUSES) {
      stateless4j.fire(cause);
      events.consume(stateless4j.getState());
    }
  }

  /** Another. */
  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void squirrel(Blackhole events) {
    for (Cause cause : CAUSES) {
      squirrel.fire(cause);
      events.consume(squirrel.getCurrentState());
    }
  }

  private static StateMachine<Standing, Cause> stateless4j() {
    StateMachineConfig<Standing, Cause> config = new StateMachineConfig<>();
    config.configure(Standing.CONNECTED).permit(Cause.DOWN, Standing.SILENT);
    config
        .configure(Standing.SILENT)
        .permit(Cause.DUE, Standing.INTERRUPTED)
        .permit(Cause.UP, Standing.CONNECTED);
    config
        .configure(Standing.INTERRUPTED)
        .permit(Cause.DUE, Standing.LOST)
        .permit(Cause.UP, Standing.CONNECTED);
    config.configure(Standing.LOST).permit(Cause.UP, Standing.CONNECTED);
    return new StateMachine<>(Standing.CONNECTED, config);
  }

  /** What squirrel wants a class for. */
  @StateMachineParameters(
      stateType = Standing.class,
      eventType = Cause.class,
      contextType = Void.class)
  public static final class Squirrel extends AbstractUntypedStateMachine {}

  private static UntypedStateMachine squirrel() {
    UntypedStateMachineBuilder builder = StateMachineBuilderFactory.create(Squirrel.class);
    builder.externalTransition().from(Standing.CONNECTED).to(Standing.SILENT).on(Cause.DOWN);
    builder.externalTransition().from(Standing.SILENT).to(Standing.INTERRUPTED).on(Cause.DUE);
    builder.externalTransition().from(Standing.INTERRUPTED).to(Standing.LOST).on(Cause.DUE);
    builder.externalTransition().from(Standing.LOST).to(Standing.CONNECTED).on(Cause.UP);
    UntypedStateMachine machine = builder.newStateMachine(Standing.CONNECTED);
    machine.start();
    return machine;
  }
}
