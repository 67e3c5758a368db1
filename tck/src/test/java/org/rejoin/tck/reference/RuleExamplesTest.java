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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.Event;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.CallbackNames;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** The outcomes written by hand from the text hold reference and oracle to the text. */
class RuleExamplesTest {
  private static final ImmutableSet<Feature> LIFECYCLE = ImmutableSet.of(Feature.CHANNEL_LIFECYCLE);

  static Stream<RuleExample> examples() {
    return RuleExamples.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theReferenceShowsExactlyWhatTheTextSays(RuleExample example) {
    Trace trace = new World(example.check().scenario(), Profiles.AGORA_2019_05).run();
    assertEquals(
        lines(example.expected().callbacks()), lines(withoutFirstMeetings(example, trace)));
    if (!example.expected().server().isEmpty()) {
      assertTrue(trace.server().containsAll(example.expected().server()), trace.toString());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theOracleAcceptsItAndExercisesTheRule(RuleExample example) {
    Trace whole =
        new Trace(
            example.expected().callbacks(),
            new World(example.check().scenario(), Profiles.AGORA_2019_05).run().server());
    Judgement judgement = judge(example, whole);
    assertEquals(List.of(), judgement.divergences());
    assertTrue(judgement.exercised().contains(example.rule()), judgement.exercised().toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theOracleRefusesItWithAnyOneCallbackMissingOrDoubledOrLate(RuleExample example) {
    ImmutableList<TracedCallback> callbacks = example.expected().callbacks();
    for (int i = 0; i < callbacks.size(); i++) {
      TracedCallback one = callbacks.get(i);
      List<TracedCallback> without = new ArrayList<>(callbacks);
      without.remove(i);
      assertRefused(example, without, one);
      List<TracedCallback> late = new ArrayList<>(without);
      late.add(new TracedCallback(one.atMillis() + 1, one.uid(), one.callback()));
      assertRefused(example, late, one);
      List<TracedCallback> doubled = new ArrayList<>(callbacks);
      doubled.add(one);
      assertRefused(example, doubled, one);
    }
  }

  private static void assertRefused(
      RuleExample example, List<TracedCallback> callbacks, TracedCallback changed) {
    Trace trace = new Trace(ImmutableList.copyOf(callbacks), ImmutableList.of());
    Judgement judgement =
        new Oracle(Profiles.AGORA_2019_05, ImmutableSet.of())
            .judge(example.check().scenario(), trace);
    assertFalse(judgement.conforms(), "accepted without, late or twice: " + changed);
    assertTrue(
        judgement.divergences().get(0).message().contains(changed.callback().name()),
        judgement.divergences().get(0).message());
  }

  private static Judgement judge(RuleExample example, Trace trace) {
    return new Oracle(Profiles.AGORA_2019_05, LIFECYCLE).judge(example.check().scenario(), trace);
  }

  /** Without the first callback about a peer in a session, if that says it is there. */
  private static List<TracedCallback> withoutFirstMeetings(RuleExample example, Trace trace) {
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
                      sessions(example, traced.uid(), traced.atMillis())));
      if (!first || !saysThere(traced.callback().name())) {
        rest.add(traced);
      }
    }
    return rest;
  }

  private static long sessions(RuleExample example, UserId user, long untilMillis) {
    return example.check().scenario().steps().stream()
        .filter(step -> step.uid().equals(user) && step.atMillis() <= untilMillis)
        .map(Step::action)
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
