package org.rejoin.core.realtime;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.rejoin.api.EventListener;
import org.rejoin.api.Family;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;
import org.rejoin.core.Reconnect;

/**
 * Describes a {@link RealtimeClient}; what isn't said has the default that its method documents.
 *
 * <p>The executor is never shut down. {@code Runnable::run} will do: callbacks then run on
 * whichever thread brought them about, the timer's included. If it refuses a task, that is reported
 * to the failure handler, and the event is delivered with the next one.
 *
 * <p>Not safe for several threads at once. It may build several clients; they share nothing but
 * what the user gave. Every method throws {@link NullPointerException} for null.
 */
public final class RealtimeClientBuilder {
  private final UserId local;
  private final Family family;
  private final Executor executor;
  private final EventListener listener;

  private Mode mode = Mode.COMMUNICATION;
  private Profile profile = Profiles.AGORA_2019_05;
  private Optional<Reconnecting> reconnecting = Optional.empty();
  private Optional<ScheduledExecutorService> scheduler = Optional.empty();
  private Ticker ticker = Ticker.systemTicker();
  private Consumer<? super Throwable> failures = Deliveries::log;

  RealtimeClientBuilder(UserId local, Family family, Executor executor, EventListener listener) {
    this.local = requireNonNull(local, "local");
    this.family = requireNonNull(family, "family");
    this.executor = requireNonNull(executor, "executor");
    this.listener = requireNonNull(listener, "listener");
  }

  /** What the channel is used for. By default {@link Mode#COMMUNICATION}. */
  public RealtimeClientBuilder mode(Mode mode) {
    this.mode = requireNonNull(mode, "mode");
    return this;
  }

  /** The constants in force. By default {@link Profiles#AGORA_2019_05}. */
  public RealtimeClientBuilder profile(Profile profile) {
    this.profile = requireNonNull(profile, "profile");
    return this;
  }

  /**
   * Has the client say when to try which server, from interrupted until {@link
   * RealtimeClient#connected} or rejoined (NET-04). By default it says nothing of it.
   *
   * <p>Attempts that come to light late come out one at a time, the next wait counting from there,
   * and not at all if the outage is over by then.
   *
   * @param servers all servers that there are, the one that a join connects to first
   * @param pacing how far attempts are apart. Called with the client locked, so it must only
   *     compute. If it throws or asks for less than 1 ms, that is reported, and 1 s is waited
   * @param attempts is told each attempt, in order among the events and on the same executor
   * @throws IllegalArgumentException if there is no server
   */
  public RealtimeClientBuilder reconnect(
      ImmutableList<String> servers,
      Reconnect.Pacing pacing,
      Consumer<? super Reconnect.Attempt> attempts) {
    checkArgument(!servers.isEmpty(), "servers: needs at least one to try");
    this.reconnecting =
        Optional.of(
            new Reconnecting(
                servers, requireNonNull(pacing, "pacing"), requireNonNull(attempts, "attempts")));
    return this;
  }

  /**
   * Where the timer task runs. By default a daemon thread of the client's own, until {@link
   * RealtimeClient#close()}. One that is given must not run tasks in the calling thread, is never
   * shut down, and may serve many clients. If it refuses a task, that is reported, and deadlines
   * come to light with the next input, none of them lost.
   */
  public RealtimeClientBuilder scheduler(ScheduledExecutorService scheduler) {
    this.scheduler = Optional.of(scheduler);
    return this;
  }

  /**
   * The clock, in nanoseconds from any origin. By default {@link System#nanoTime()}. It is read by
   * one thread at a time; where it runs backwards, time stands still.
   */
  public RealtimeClientBuilder ticker(Ticker ticker) {
    this.ticker = requireNonNull(ticker, "ticker");
    return this;
  }

  /**
   * Is told what callbacks throw and executors refuse. By default that is logged as an error
   * through {@link System.Logger}. May be called by several threads at once; what it throws itself
   * is logged.
   */
  public RealtimeClientBuilder onFailure(Consumer<? super Throwable> failures) {
    this.failures = requireNonNull(failures, "failures");
    return this;
  }

  /** A client that has joined nothing yet; its time begins now. */
  public RealtimeClient build() {
    return new RealtimeClient(this);
  }

  UserId local() {
    return local;
  }

  Executor executor() {
    return executor;
  }

  Consumer<? super Throwable> failures() {
    return failures;
  }

  Ticker ticker() {
    return ticker;
  }

  /** The servers to reconnect to; empty if the client says nothing of it. */
  ImmutableList<String> servers() {
    return reconnecting.map(Reconnecting::servers).orElse(ImmutableList.of());
  }

  /** The machine, its outputs bound for the listeners. */
  Machine machine(Deliveries deliveries) {
    return new Machine(
        local,
        new Client(local, family, mode, profile),
        reconnecting.map(how -> how.wayBack(deliveries)),
        event -> deliveries.add(() -> listener.onEvent(event)));
  }

  /** The scheduler in force; the client's own is made here. */
  Scheduling scheduling() {
    return scheduler
        .map(given -> new Scheduling(given, () -> {}))
        .orElseGet(RealtimeClientBuilder::ownScheduling);
  }

  private static Scheduling ownScheduling() {
    ScheduledThreadPoolExecutor own =
        new ScheduledThreadPoolExecutor(
            1, new ThreadFactoryBuilder().setDaemon(true).setNameFormat("rejoin-timer-%d").build());
    own.setRemoveOnCancelPolicy(true);
    return new Scheduling(own, own::shutdown);
  }

  /** Where the timer task runs, and what is to be done with that at the end. */
  record Scheduling(ScheduledExecutorService scheduler, Runnable onClose) {}

  private record Reconnecting(
      ImmutableList<String> servers,
      Reconnect.Pacing pacing,
      Consumer<? super Reconnect.Attempt> attempts) {

    WayBack wayBack(Deliveries deliveries) {
      return new WayBack(
          servers,
          pacing,
          deliveries::addFailure,
          attempt -> deliveries.add(() -> attempts.accept(attempt)));
    }
  }
}
