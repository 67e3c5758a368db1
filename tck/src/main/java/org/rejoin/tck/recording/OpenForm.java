package org.rejoin.tck.recording;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Lines of the open form as trees. */
final class OpenForm {
  private OpenForm() {}

  /** One line, with when it is and for whom. */
  private record Line(long atMillis, Optional<UserId> uid, ObjectNode tree) {}

  /**
   * A whole trace: at one instant steps, then what servers showed, then callbacks; a user's
   * platform on its first line.
   */
  static ImmutableList<ObjectNode> lines(
      String channel, Scenario scenario, Trace trace, Circumstances how) {
    List<Line> all = new ArrayList<>();
    for (Step step : scenario.steps()) {
      all.add(new Line(step.atMillis(), Optional.of(step.uid()), step(channel, step)));
    }
    for (ServerEvent event : trace.server()) {
      all.add(new Line(event.atMillis(), uid(event), event(channel, event)));
    }
    for (TracedCallback callback : trace.callbacks()) {
      all.add(
          new Line(callback.atMillis(), Optional.of(callback.uid()), callback(channel, callback)));
    }
    all.sort(Comparator.comparingLong(Line::atMillis));
    ImmutableList.Builder<ObjectNode> lines = ImmutableList.builder();
    lines.add(begin(channel, all.isEmpty() ? 0 : all.get(0).atMillis(), how));
    Set<UserId> introduced = new HashSet<>();
    for (Line line : all) {
      line.uid()
          .filter(introduced::add)
          .ifPresent(uid -> line.tree().put("platform", platform(scenario, uid).id()));
      lines.add(line.tree());
    }
    return lines.add(end(channel, scenario.untilMillis())).build();
  }

  private static Platform platform(Scenario scenario, UserId uid) {
    return scenario.participants().stream()
        .filter(who -> who.uid().equals(uid))
        .map(Participant::platform)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no participant has uid " + uid));
  }

  private static Optional<UserId> uid(ServerEvent event) {
    return event instanceof ServerEvent.ConnectAttempt attempt
        ? Optional.of(attempt.uid())
        : Optional.empty();
  }

  /** A channel's first line. */
  static ObjectNode begin(String channel, long atMillis, Circumstances how) {
    ObjectNode tree = of(channel).put("begin", atMillis);
    CircumstancesJson.writeBegin(how, tree);
    return tree;
  }

  static ObjectNode end(String channel, long atMillis) {
    return of(channel).put("end", atMillis);
  }

  /** A step; its scenario's main channel is the recorded one. */
  static ObjectNode step(String channel, Step step) {
    ObjectNode tree = ScenarioJson.toJson(step.withChannel(Step.MAIN_CHANNEL));
    boolean enters = step.action().beginsSession();
    if (enters && !step.channel().equals(Step.MAIN_CHANNEL)) {
      tree.put("otherChannel", step.channel());
    }
    return of(channel).setAll(tree);
  }

  static ObjectNode callback(String channel, TracedCallback callback) {
    return of(channel).setAll(ScenarioJson.toJson(callback));
  }

  static ObjectNode event(String channel, ServerEvent event) {
    ObjectNode tree = ScenarioJson.toJson(event);
    if (event instanceof ServerEvent.ChannelDestroyed destroyed) {
      tree.remove("channel");
      if (!destroyed.channel().equals(Step.MAIN_CHANNEL)) {
        tree.put("otherChannel", destroyed.channel());
      }
    }
    return of(channel).setAll(tree);
  }

  private static ObjectNode of(String channel) {
    return JsonNodeFactory.instance.objectNode().put("channel", channel);
  }
}
