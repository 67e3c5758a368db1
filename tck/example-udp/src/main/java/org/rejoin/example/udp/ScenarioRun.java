package org.rejoin.example.udp;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/** One scenario, done to processes as it is written, at the pace of the wall's clock. */
final class ScenarioRun {
  private final Scenario scenario;
  private final Profile profile;
  private final LongSupplier sessionNumbers;
  private final Deque<ClientProcess> spare;
  private final Recorder recorder;
  private final ScenarioClock clock;
  private final Relay relay;
  private final Map<UserId, ClientProcess> running = new HashMap<>();
  private final List<ClientProcess> dead = new ArrayList<>();

  private ScenarioRun(
      Scenario scenario,
      Profile profile,
      TimeScale timeScale,
      LongSupplier sessionNumbers,
      Deque<ClientProcess> spare)
      throws IOException {
    this.scenario = scenario;
    this.profile = profile;
    this.sessionNumbers = sessionNumbers;
    this.spare = spare;
    this.clock = ScenarioClock.start(timeScale);
    this.recorder = new Recorder(clock, scenario.untilMillis());
    this.relay =
        Relay.open(
            timeScale.heartbeatNanos(), new RelayChannels(timeScale.profile(profile), recorder));
  }

  /**
   * Runs a scenario. Its time begins when every process that it will ever need is warm.
   *
   * @param sessionNumbers numbers that no other session has
   */
  static Trace run(
      Scenario scenario,
      Profile profile,
      TimeScale timeScale,
      LongSupplier sessionNumbers,
      ClientPool pool)
      throws IOException, InterruptedException {
    Deque<ClientProcess> taken = pool.take(processesNeeded(scenario));
    Deque<ClientProcess> spare = new ArrayDeque<>(taken);
    boolean done = false;
    try {
      ScenarioRun run = new ScenarioRun(scenario, profile, timeScale, sessionNumbers, spare);
      Trace trace = run.run();
      run.running.values().forEach(pool::giveBack);
      spare.forEach(pool::giveBack);
      done = true;
      return trace;
    } finally {
      if (!done) {
        taken.forEach(ClientProcess::kill);
      }
    }
  }

  /** How often an app is started: once for each user that joins, and again after each kill. */
  private static int processesNeeded(Scenario scenario) {
    int needed = 0;
    Set<UserId> running = new HashSet<>();
    for (Step step : scenario.steps()) {
      switch (step.action()) {
        case JOIN, RESTART -> needed += running.add(step.uid()) ? 1 : 0;
        case KILL -> running.remove(step.uid());
        case DROP, RESTORE, LEAVE, PEER_HEARD, PEER_SILENT, PEER_LEFT -> {
          // No process comes or goes.
        }
      }
    }
    return needed;
  }

  private Trace run() throws IOException, InterruptedException {
    try (relay) {
      for (Step step : scenario.steps()) {
        relay.serveUntil(clock.nanosAt(step.atMillis()));
        apply(step);
      }
      // What is due at the end may still be seen: the millisecond belongs to the scenario.
      relay.serveUntil(clock.nanosAt(scenario.untilMillis() + 1));
      for (ClientProcess process : running.values()) {
        process.end();
      }
    }
    for (ClientProcess process : dead) {
      process.awaitDeath();
    }
    return recorder.trace();
  }

  private void apply(Step step) throws IOException {
    Optional<ClientProcess> process = Optional.ofNullable(running.get(step.uid()));
    switch (step.action()) {
      case JOIN, RESTART -> join(step);
      case DROP -> relay.drop(step.uid(), step.direction());
      case RESTORE -> relay.restore(step.uid());
      case LEAVE -> {
        if (process.isPresent()) {
          process.get().leave();
        }
      }
      case KILL -> process.ifPresent(victim -> kill(step.uid(), victim));
      case PEER_HEARD, PEER_SILENT, PEER_LEFT ->
          throw new IllegalArgumentException(
              "'" + step.action().id() + "' is for ports with view client");
    }
  }

  private void join(Step step) throws IOException {
    UserId user = step.uid();
    long session = sessionNumbers.getAsLong();
    relay.join(session, user, step.channel());
    running
        .computeIfAbsent(user, unused -> spare.remove())
        .join(
            new Control.Join(
                session, user, platform(user), scenario.mode(), profile.id(), relay.port()),
            callback -> recorder.add(user, callback));
  }

  /**
   * An Apple process gets the signal that lets it say goodbye: by the text a killed one leaves the
   * channel by itself (KILL-01), which no process can that runs no more code. All others get the
   * one that can't be caught.
   */
  private void kill(UserId user, ClientProcess victim) {
    if (platform(user).family() == Family.APPLE) {
      victim.terminate();
    } else {
      victim.kill();
    }
    running.remove(user);
    dead.add(victim);
  }

  private Platform platform(UserId user) {
    return scenario.participants().stream()
        .filter(who -> who.uid().equals(user))
        .map(Participant::platform)
        .findFirst()
        .orElseThrow();
  }
}
