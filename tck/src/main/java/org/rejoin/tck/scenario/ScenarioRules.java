package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/**
 * What every scenario keeps to, wherever it comes from; each breach names its field. Every scenario
 * that is made passes here, so nothing is put into words before something is wrong.
 */
final class ScenarioRules {

  /** What is wrong with a step. */
  private record Breach(String field, String reason) {}

  private ScenarioRules() {}

  static void check(Scenario scenario) {
    Map<UserId, Platform> platforms = platforms(scenario);
    Set<String> servers = servers(scenario);
    if (scenario.untilMillis() < 0) {
      throw new InvalidScenarioException("until", "must not be negative");
    }
    ImmutableList<Step> steps = scenario.steps();
    long before = 0;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Optional<Breach> breach =
          time(step, before, scenario.untilMillis()).or(() -> details(step, platforms, servers));
      if (breach.isPresent()) {
        throw new InvalidScenarioException(
            "steps[" + i + "]." + breach.get().field(), breach.get().reason());
      }
      before = step.atMillis();
    }
  }

  private static Map<UserId, Platform> platforms(Scenario scenario) {
    Map<UserId, Platform> platforms = new HashMap<>();
    for (int i = 0; i < scenario.participants().size(); i++) {
      Participant user = scenario.participants().get(i);
      if (platforms.put(user.uid(), user.platform()) != null) {
        throw new InvalidScenarioException(
            "participants[" + i + "].uid",
            "uid " + user.uid() + " is there twice; every user needs its own");
      }
    }
    if (platforms.isEmpty()) {
      throw new InvalidScenarioException("participants", "needs at least one user");
    }
    return platforms;
  }

  private static Set<String> servers(Scenario scenario) {
    Set<String> servers = new HashSet<>();
    for (int i = 0; i < scenario.servers().size(); i++) {
      String server = scenario.servers().get(i);
      if (!servers.add(server)) {
        throw new InvalidScenarioException(
            "servers[" + i + "]", "server '" + server + "' is there twice");
      }
    }
    return servers;
  }

  private static Optional<Breach> time(Step step, long before, long until) {
    if (step.atMillis() < 0) {
      return breach("at", "must not be negative, was " + step.atMillis());
    }
    if (step.atMillis() < before) {
      return breach(
          "at", "steps must be in time order: " + step.atMillis() + " comes after " + before);
    }
    return step.atMillis() > until
        ? breach("at", "no step may come after until (" + until + "), was " + step.atMillis())
        : Optional.empty();
  }

  private static Optional<Breach> details(
      Step step, Map<UserId, Platform> platforms, Set<String> servers) {
    Platform platform = platforms.get(step.uid());
    if (platform == null) {
      return breach("uid", "no participant has uid " + step.uid());
    }
    if (step.action().isAboutPeer() != step.peer().isPresent()) {
      return breach(
          "peer",
          step.peer().isPresent()
              ? "'" + step.action().id() + "' is about nobody else; leave peer out"
              : "'" + step.action().id() + "' needs the uid of the remote user");
    }
    if (step.peer().isPresent() && step.peer().get().equals(step.uid())) {
      return breach("peer", "a user is not its own peer");
    }
    boolean namesServer = step.action() == Action.RESTORE && !servers.isEmpty();
    if (step.server().isPresent() != namesServer) {
      return breach(
          "server",
          step.server().isPresent()
              ? "belongs to a restore in a scenario that names its servers"
              : "the scenario names its servers, so a restore names the one that accepts");
    }
    if (step.server().isPresent() && !servers.contains(step.server().get())) {
      return breach("server", "must be one of " + servers.stream().sorted().toList());
    }
    if (step.context().isPresent() && step.action() != Action.KILL) {
      return breach("context", "belongs to a kill");
    }
    boolean closesPage =
        step.context().isPresent() && step.context().get().how() == KillContext.How.PAGE_CLOSED;
    if (closesPage && platform != Platform.WEB) {
      return breach("context.how", "'page-closed' exists on web only");
    }
    return step.direction() != Direction.BOTH && step.action() != Action.DROP
        ? breach("direction", "belongs to a drop")
        : Optional.empty();
  }

  private static Optional<Breach> breach(String field, String reason) {
    return Optional.of(new Breach(field, reason));
  }
}
