package org.rejoin.core.realtime;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.rejoin.api.EventListener;
import org.rejoin.api.Family;
import org.rejoin.api.Input;
import org.rejoin.api.UserId;

/**
 * One user's SDK in a running program: a {@link org.rejoin.core.Client} with a clock, one timer and
 * callbacks.
 *
 * <p><b>Threads.</b> Every method may be called from any thread, from inside a callback too; none
 * waits for a callback. Callbacks come one after another, in the order in which things were
 * concluded, on the executor given, and never while a lock is held. What a callback throws goes to
 * the failure handler, and the next one follows.
 *
 * <p><b>Time.</b> All times are in milliseconds since this client was built, on a monotonic clock.
 * An event carries the instant at which it was due, so a late timer changes only when the app hears
 * of it. Nothing is concluded early: what is heard is stamped with the next whole millisecond.
 *
 * <p><b>Sessions.</b> Once {@link #leave()}, {@link #join()} or {@link #close()} has returned, no
 * callback about the session before begins: what was concluded and not yet delivered is dropped
 * (DRV-09). A callback that is in progress at that moment may run to its end; there is at most one.
 *
 * <p>Inputs throw {@link NullPointerException} for null and {@link IllegalArgumentException} for
 * the local user where a remote one is meant. Between sessions every input but {@code join()} does
 * nothing, and after {@code close()} every one.
 */
public final class RealtimeClient implements AutoCloseable {
  private final Object lock = new Object();
  private final UserId local;
  private final ImmutableList<String> servers;
  private final Deliveries deliveries;
  private final Runnable onClose;

  // Guarded by the lock, with all that they refer to.
  private final Timeline timeline;
  private final Machine machine;
  private final Alarm alarm;
  private boolean closed;

  RealtimeClient(RealtimeClientBuilder from) {
    this.local = from.local();
    this.servers = from.servers();
    this.deliveries = new Deliveries(from.executor(), from.failures());
    this.machine = from.machine(deliveries);
    this.timeline = new Timeline(from.ticker());
    RealtimeClientBuilder.Scheduling timer = from.scheduling();
    this.onClose = timer.onClose();
    this.alarm = new Alarm(timer.scheduler(), timeline, this::ring, deliveries::addFailure);
  }

  /**
   * Begins to describe a client.
   *
   * @param local its user
   * @param family its platform's family, which sets the window for others
   * @param executor where callbacks run
   * @param listener is told every event
   */
  public static RealtimeClientBuilder builder(
      UserId local, Family family, Executor executor, EventListener listener) {
    return new RealtimeClientBuilder(local, family, executor, listener);
  }

  /** The app joins the channel: a fresh session begins, whatever was before. */
  public void join() {
    turn(machine::join);
  }

  /** The app leaves the channel: the session ends. */
  public void leave() {
    turn(machine::leave);
  }

  /** Data from the server arrives from now on, until {@link #linkDown()}. */
  public void linkUp() {
    input(now -> machine.accept(Input.Kind.LINK_UP, now));
  }

  /** From now on nothing arrives from the server. */
  public void linkDown() {
    input(now -> machine.accept(Input.Kind.LINK_DOWN, now));
  }

  /** One packet of the server, about nobody. */
  public void serverPacket() {
    input(machine::serverPacket);
  }

  /** One packet of a remote user. It is data from the server as well. */
  public void packet(UserId user) {
    checkRemote(user);
    input(now -> machine.packet(user, now));
  }

  /**
   * One packet of the server that carries something of several remote users, all heard at one
   * instant. So the first packet after an outage can say who is there, and nobody in it is held
   * gone because another user came first (D-09).
   *
   * @param users the remote users; with none it is a {@link #serverPacket()}
   */
  public void packets(Collection<UserId> users) {
    ImmutableList<UserId> heard = ImmutableList.copyOf(users);
    heard.forEach(this::checkRemote);
    input(
        now -> {
          machine.serverPacket(now);
          heard.forEach(user -> machine.packet(user, now));
        });
  }

  /** Packets of a remote user arrive from now on. Says nothing of the link. */
  public void userHeard(UserId user) {
    about(user, Input.Kind.USER_HEARD);
  }

  /** From now on no packet of a remote user arrives. Says nothing of the link. */
  public void userSilent(UserId user) {
    about(user, Input.Kind.USER_SILENT);
  }

  /** A remote user's goodbye arrives. Says nothing of the link. */
  public void userLeft(UserId user) {
    about(user, Input.Kind.USER_LEFT);
  }

  /**
   * A server accepted the connection: attempts end, the link is proven, and this is the server that
   * the next outage loses. A join counts as connected to the first server.
   *
   * @throws IllegalArgumentException if the server is none of those the client was built with
   */
  public void connected(String server) {
    requireNonNull(server, "server");
    checkArgument(servers.contains(server), "server %s is none of %s", server, servers);
    input(now -> machine.connected(server, now));
  }

  /** Whether a session is open: joined, and neither ended, given up nor closed since. */
  public boolean isInSession() {
    synchronized (lock) {
      return !closed && machine.isInSession();
    }
  }

  /** The present instant, on the line of the events' due times. */
  public long nowMillis() {
    synchronized (lock) {
      return timeline.deadlineMillis();
    }
  }

  /** Ends all for good: callbacks, the timer, its own thread. Waits for nobody; may be repeated. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      alarm.cancel();
      deliveries.clear();
    }
    onClose.run();
  }

  private void about(UserId user, Input.Kind kind) {
    checkRemote(user);
    input(now -> machine.accept(kind, user, now));
  }

  private void checkRemote(UserId user) {
    requireNonNull(user, "user");
    checkArgument(!user.equals(local), "user %s is the local user", user);
  }

  /** From one session to the next: what is left of the one before is dropped. */
  private void turn(LongConsumer change) {
    input(change.andThen(now -> deliveries.clear()));
  }

  private void input(LongConsumer change) {
    step(() -> change.accept(timeline.inputMillis()));
  }

  /** On the timer's thread. A task that was cancelled too late to be stopped does nothing. */
  private void ring(int number) {
    step(
        () -> {
          if (alarm.isSpentBy(number)) {
            machine.advanceTo(timeline.deadlineMillis());
          }
        });
  }

  /** One change at a time, and what comes of it delivered when the lock is free again. */
  private void step(Runnable change) {
    boolean fresh;
    synchronized (lock) {
      if (closed) {
        return;
      }
      change.run();
      alarm.set(machine.nextDeadline());
      fresh = deliveries.takeFresh();
    }
    deliveries.handOver(fresh);
  }
}
