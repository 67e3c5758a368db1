package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rejoin.api.Event;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.CallbackNames;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Example;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** Holds the reference and the oracle, under one profile, to outcomes that were written by hand. */
final class HandWritten {
  private static final ImmutableSet<Feature> SHOWN =
      ImmutableSet.of(Feature.CHANNEL_LIFECYCLE, Feature.ATTEMPTS);

  private final Profile profile;
  private final Oracle oracle;

  HandWritten(Profile profile) {
    this.profile = profile;
    this.oracle = new Oracle(profile, SHOWN);
  }

  /** The reference shows exactly this, but for first meetings, in any order at one instant. */
  void assertShown(Scenario scenario, Trace expected) {
    Trace trace = new World(scenario, profile).run();
    assertEquals(lines(expected.callbacks()), lines(withoutFirstMeetings(scenario, trace)));
    assertEquals(expected.server(), trace.server());
  }

  void assertAccepted(Scenario scenario, Trace trace) {
    assertEquals(List.of(), judge(scenario, trace).divergences(), scenario.name());
  }

  void assertExercises(Example example) {
    ImmutableSet<Rule> exercised =
        judge(example.check().scenario(), example.expected()).exercised().elementSet();
    assertTrue(
        exercised.containsAll(example.rules()),
        () ->
            example.check().id()
                + " names "
                + example.rules()
                + ", but exercises only "
                + exercised);
  }

  /** The near miss is refused with its own message first. */
  void assertRefused(Scenario scenario, Example.NearMiss near) {
    List<String> messages =
        judge(scenario, near.trace()).divergences().stream().map(Divergence::message).toList();
    assertFalse(messages.isEmpty(), () -> "accepted: " + near.about());
    assertEquals(near.message(), messages.get(0), near.about());
  }

  /** The oracle finds every one of the callbacks missing, a millisecond late, and doubled. */
  void assertEveryChangeRefused(Scenario scenario, Trace expected) {
    ImmutableList<TracedCallback> callbacks = expected.callbacks();
    for (int i = 0; i < callbacks.size(); i++) {
      TracedCallback one = callbacks.get(i);
      List<TracedCallback> without = new ArrayList<>(callbacks);
      without.remove(i);
      assertNamed(scenario, new Trace(ImmutableList.copyOf(without), expected.server()), one);
      List<TracedCallback> late = new ArrayList<>(without);
      late.add(new TracedCallback(one.atMillis() + 1, one.uid(), one.callback()));
      assertNamed(scenario, new Trace(ImmutableList.copyOf(late), expected.server()), one);
      List<TracedCallback> doubled = new ArrayList<>(callbacks);
      doubled.add(one);
      assertNamed(scenario, new Trace(ImmutableList.copyOf(doubled), expected.server()), one);
    }
  }

  /** The same for each destroyed channel; at what pace a client tries to connect is its own. */
  void assertEveryChangeOfChannelsRefused(Scenario scenario, Trace expected) {
    for (ServerEvent event : expected.server()) {
      if (event instanceof ServerEvent.ChannelDestroyed one) {
        List<ServerEvent> without = new ArrayList<>(expected.server());
        without.remove(one);
        assertRefused(scenario, new Trace(expected.callbacks(), ImmutableList.copyOf(without)));
        List<ServerEvent> late = new ArrayList<>(without);
        late.add(new ServerEvent.ChannelDestroyed(one.atMillis() + 1, one.channel()));
        assertRefused(scenario, new Trace(expected.callbacks(), ImmutableList.copyOf(late)));
        List<ServerEvent> doubled = new ArrayList<>(expected.server());
        doubled.add(one);
        assertRefused(scenario, new Trace(expected.callbacks(), ImmutableList.copyOf(doubled)));
      }
    }
  }

  void assertRefused(Scenario scenario, Trace trace) {
    assertFalse(judge(scenario, trace).conforms(), () -> "accepted: " + ScenarioJson.toJson(trace));
  }

  private void assertNamed(Scenario scenario, Trace trace, TracedCallback changed) {
    Judgement judgement = judge(scenario, trace);
    assertFalse(judgement.conforms(), () -> "accepted without, late or twice: " + changed);
    String message = judgement.divergences().get(0).message();
    assertTrue(message.contains(changed.callback().name()), () -> changed + ": " + message);
  }

  private Judgement judge(Scenario scenario, Trace trace) {
    return oracle.judge(scenario, trace);
  }

  /** Without the first callback about a peer in a session, if that says it is there. */
  private static List<TracedCallback> withoutFirstMeetings(Scenario scenario, Trace trace) {
    List<TracedCallback> rest = new ArrayList<>();
    Set<List<Object>> met = new HashSet<>();
    for (TracedCallback traced : trace.callbacks()) {
      boolean remote = traced.callback().peer().isPresent();
      boolean first =
          remote
              && met.add(
                  List.of(
                      traced.uid(),
                      traced.callback().peer().get(),
                      sessions(scenario, traced.uid(), traced.atMillis())));
      if (!first || !saysThere(traced.callback().name())) {
        rest.add(traced);
      }
    }
    return rest;
  }

  private static long sessions(Scenario scenario, UserId user, long untilMillis) {
    return scenario.steps().stream()
        .filter(step -> step.uid().equals(user) && step.atMillis() <= untilMillis)
        .map(step -> step.action())
        .filter(action -> action == Action.JOIN || action == Action.RESTART)
        .count();
  }

  private static boolean saysThere(String name) {
    return CallbackNames.table().entrySet().stream()
        .anyMatch(
            row ->
                row.getKey().kind() == Event.Kind.USER_JOINED
                    && row.getValue().name().equals(name));
  }

  /** Each user's callbacks by time; callbacks of one instant in any order (D-43). */
  private static List<String> lines(List<TracedCallback> callbacks) {
    return callbacks.stream()
        .map(
            traced ->
                String.format("%9d %s %s", traced.atMillis(), traced.uid(), traced.callback()))
        .sorted()
        .toList();
  }
}
