package org.rejoin.tck.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.rejoin.api.Callback;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Remark;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Recordings for tests, and what is found in them. */
final class Recordings {
  static final Profile PROFILE = Profiles.AGORA_2019_05;

  /** What the reference shows. */
  static final Circumstances ALL_SHOWN =
      ImmutableCircumstances.builder().addFeatures(Feature.values()).build();

  private Recordings() {}

  /** A scenario with what was seen in it. */
  record Recorded(Scenario scenario, Trace trace, ImmutableSet<UserId> named) {
    Recorded(Scenario scenario, Trace trace) {
      this(scenario, trace, ImmutableSet.of());
    }

    Judgement judgement() {
      return new Oracle(PROFILE, ImmutableSet.copyOf(Feature.values()))
          .judge(scenario, trace, named);
    }

    /** Whether a user is alive twice in it, so that a difference is left open (D-26). */
    boolean hasUserAliveTwice() {
      return judgement().remarks().stream()
          .anyMatch(remark -> remark.kind() == Remark.Kind.ALIVE_TWICE);
    }

    /** The line of the closed form. */
    String closed() {
      ObjectNode tree = ScenarioJson.toJson(trace);
      CircumstancesJson.writeShared(how(), tree);
      tree.set("scenario", ScenarioJson.toJson(scenario));
      return tree.toString();
    }

    /** The lines of the open form. */
    ImmutableList<String> open(String channel) {
      return OpenForm.lines(channel, scenario, trace, how()).stream()
          .map(ObjectNode::toString)
          .collect(ImmutableList.toImmutableList());
    }

    /** Everything is shown, and the callbacks of those who are named, or of all. */
    private Circumstances how() {
      return ImmutableCircumstances.builder()
          .from(ALL_SHOWN)
          .mode(scenario.mode())
          .servers(scenario.servers())
          .recorded(named)
          .build();
    }

    /** The trace without callbacks of which no platform has the name. */
    Recorded judged() {
      return new Recorded(
          scenario,
          new Trace(
              trace.callbacks().stream()
                  .filter(one -> !one.callback().name().equals("onSomething"))
                  .collect(ImmutableList.toImmutableList()),
              trace.server()),
          named);
    }

    /**
     * The same, with everybody named, with one callback missing, late, twice or misnamed; the same
     * if there is none.
     */
    Recorded spoilt(SplittableRandom random) {
      return spoilt(random, 0);
    }

    /** The same, with one of the callbacks from some index on. */
    Recorded spoilt(SplittableRandom random, int from) {
      if (trace.callbacks().isEmpty()) {
        return this;
      }
      List<TracedCallback> callbacks = new ArrayList<>(trace.callbacks());
      int index = random.nextInt(from, callbacks.size());
      TracedCallback victim = callbacks.remove(index);
      switch (random.nextInt(4)) {
        case 0 -> {
          // It stays away.
        }
        case 1 ->
            callbacks.add(
                new TracedCallback(scenario.untilMillis(), victim.uid(), victim.callback()));
        case 2 -> {
          callbacks.add(index, victim);
          callbacks.add(index, victim);
        }
        default ->
            callbacks.add(
                index,
                new TracedCallback(
                    victim.atMillis(),
                    victim.uid(),
                    new Callback("onSomething", victim.callback().peer(), Optional.empty())));
      }
      return new Recorded(
          scenario,
          new Trace(ImmutableList.copyOf(callbacks), trace.server()),
          scenario.participants().stream()
              .map(Participant::uid)
              .collect(ImmutableSet.toImmutableSet()));
    }
  }

  /** A generated scenario as the reference behaves in it. */
  static Recorded generated(long seed, int index) {
    return ofReference(new Generator(PROFILE, 4).generate(seed, index));
  }

  /** A scenario as the reference behaves in it. */
  static Recorded ofReference(Scenario scenario) {
    return new Recorded(
        scenario, ((Answer.Ran) new ReferencePort().run(scenario, PROFILE)).trace());
  }

  /** What is found in a recording of these lines. */
  static RecordingResult check(List<String> lines) {
    return check(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  static RecordingResult check(String text) {
    return check(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  static RecordingResult check(byte[] bytes, Optional<Tolerance> tolerance) {
    RecordingCheck check =
        new RecordingCheck(PROFILE, tolerance, OptionalLong.empty(), failure -> {});
    check.add("app.jsonl", new ByteArrayInputStream(bytes));
    return check.result();
  }
}
