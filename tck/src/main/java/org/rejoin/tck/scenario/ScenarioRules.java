package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/** What every scenario keeps to, wherever it comes from; each breach names its field. */
final class ScenarioRules {

  private ScenarioRules() {}

  static void check(Scenario scenario) {
    Map<UserId, Platform> platforms = platforms(scenario);
    Set<String> servers = servers(scenario);
    require(scenario.untilMillis() >= 0, "until", "must not be negative");
    ImmutableList<Step> steps = scenario.steps();
    long before = 0;
    for (int i = 0; i < steps.size(); i++) {
      checkTime(steps.get(i), before, scenario.untilMillis(), "steps[" + i + "]");
      checkDetails(steps.get(i), platforms, servers, "steps[" + i + "]");
      before = steps.get(i).atMillis();
    }
  }

  private static Map<UserId, Platform> platforms(Scenario scenario) {
    Map<UserId, Platform> platforms = new HashMap<>();
    for (int i = 0; i < scenario.participants().size(); i++) {
      Participant user = scenario.participants().get(i);
      require(
          platforms.put(user.uid(), user.platform()) == null,
          "participants[" + i + "].uid",
          "uid " + user.uid() + " is there twice; every user needs its own");
    }
    require(!platforms.isEmpty(), "participants", "needs at least one user");
    return platforms;
  }

  private static Set<String> servers(Scenario scenario) {
    Set<String> servers = new HashSet<>();
    for (int i = 0; i < scenario.servers().size(); i++) {
      String server = scenario.servers().get(i);
      require(servers.add(server), "servers[" + i + "]", "server '" + server + "' is there twice");
    }
    return servers;
  }

  private static void checkTime(Step step, long before, long until, String path) {
    require(step.atMillis() >= 0, path + ".at", "must not be negative, was " + step.atMillis());
    require(
        step.atMillis() >= before,
        path + ".at",
        "steps must be in time order: " + step.atMillis() + " comes after " + before);
    require(
        step.atMillis() <= until,
        path + ".at",
        "no step may come after until (" + until + "), was " + step.atMillis());
  }

  private static void checkDetails(
      Step step, Map<UserId, Platform> platforms, Set<String> servers, String path) {
    Platform platform = platforms.get(step.uid());
    require(platform != null, path + ".uid", "no participant has uid " + step.uid());
    require(
        step.action().isAboutPeer() == step.peer().isPresent(),
        path + ".peer",
        step.peer().isPresent()
            ? "'" + step.action().id() + "' is about nobody else; leave peer out"
            : "'" + step.action().id() + "' needs the uid of the remote user");
    require(
        !step.peer().equals(Optional.of(step.uid())), path + ".peer", "a user is not its own peer");
    boolean restoring = step.action() == Action.RESTORE;
    require(
        step.server().isPresent() == (restoring && !servers.isEmpty()),
        path + ".server",
        step.server().isPresent()
            ? "belongs to a restore in a scenario that names its servers"
            : "the scenario names its servers, so a restore names the one that accepts");
    require(
        step.server().isEmpty() || servers.contains(step.server().get()),
        path + ".server",
        "must be one of " + servers.stream().sorted().toList());
    require(
        step.context().isEmpty() || step.action() == Action.KILL,
        path + ".context",
        "belongs to a kill");
    require(
        step.context().isEmpty()
            || step.context().get().how() != KillContext.How.PAGE_CLOSED
            || platform == Platform.WEB,
        path + ".context.how",
        "'page-closed' exists on web only");
    require(
        step.direction() == Direction.BOTH || step.action() == Action.DROP,
        path + ".direction",
        "belongs to a drop");
  }

  private static void require(boolean holds, String field, String reason) {
    if (!holds) {
      throw new InvalidScenarioException(field, reason);
    }
  }
}
