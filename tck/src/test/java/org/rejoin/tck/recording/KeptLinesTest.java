package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.recording.Recordings.Recorded;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** What is kept of a channel that fails, judged again, differs first in what is shown. */
class KeptLinesTest {

  /**
   * First meetings are permitted and ends of channels not looked at: of sessions that are over the
   * lines are gone, so nobody knows who met whom in them.
   */
  private static final ImmutableSet<Feature> FEATURES =
      Sets.difference(
              ImmutableSet.copyOf(Feature.values()),
              ImmutableSet.of(Feature.ANNOUNCES, Feature.CHANNEL_LIFECYCLE))
          .immutableCopy();

  private static final Oracle ORACLE = new Oracle(Recordings.PROFILE, FEATURES);

  @Test
  void theFirstDifferenceOfWhatIsKeptIsTheOneThatIsShown() {
    SplittableRandom random = new SplittableRandom(31);
    int cut = 0;
    for (int i = 0; i < 400; i++) {
      int parts = 1 + random.nextInt(12);
      Recorded trace = Recordings.ofReference(longScenario(random, i, parts));
      RecordingResult result = Recordings.check(open("c", trace.spoilt(random)));
      for (RecordedFailure kept : result.failures()) {
        cut += kept.fromMillis() > 0 ? 1 : 0;
        assertShown(kept);
      }
    }
    assertTrue(cut > 0, "only " + cut + " were longer than what is kept");
  }

  @Test
  void whatMayStillComeInTimeIsNotDrawnAsMissing() {
    SplittableRandom random = new SplittableRandom(32);
    for (int i = 0; i < 200; i++) {
      Recorded right = Recordings.ofReference(longScenario(random, i, 8));
      RecordingResult result = Recordings.check(open("c", right.spoilt(random)));
      for (RecordedFailure kept : result.failures()) {
        long missing = kept.failure().expected().stream().filter(due -> due.isMissing()).count();
        assertTrue(
            missing <= 1,
            () ->
                kept.failure().message()
                    + "\nfrom "
                    + kept.fromMillis()
                    + "\n"
                    + kept.failure().expected().stream().filter(due -> due.isMissing()).toList()
                    + String.join("\n", lines(kept.failure())));
      }
    }
  }

  /** Where lines are missing, the last instant may be incomplete, and is left out. */
  private static void assertShown(RecordedFailure kept) {
    Failure failure = kept.failure();
    Scenario scenario = failure.check().scenario();
    String shown = shown(kept);
    List<String> again = first(kept, scenario, failure.seen());
    long lastMillis = scenario.untilMillis() - 1;
    Scenario before =
        ImmutableScenario.builder()
            .mode(scenario.mode())
            .addAllParticipants(scenario.participants())
            .addAllServers(scenario.servers())
            .addAllSteps(
                scenario.steps().stream().filter(it -> it.atMillis() <= lastMillis).toList())
            .untilMillis(lastMillis)
            .build();
    Trace trace =
        new Trace(
            failure.seen().callbacks().stream()
                .filter(it -> it.atMillis() <= lastMillis)
                .collect(ImmutableList.toImmutableList()),
            failure.seen().server().stream()
                .filter(it -> it.atMillis() <= lastMillis)
                .collect(ImmutableList.toImmutableList()));
    List<String> againBefore = first(kept, before, trace);
    assertTrue(
        again.contains(shown) || againBefore.contains(shown),
        () ->
            shown
                + "\nnot "
                + again
                + "\nnor "
                + againBefore
                + "\nfrom "
                + kept.fromMillis()
                + "\n"
                + String.join("\n", lines(failure)));
  }

  /** At one instant two sentences may be made of one difference, if they speak of one rule. */
  private static List<String> first(RecordedFailure kept, Scenario scenario, Trace trace) {
    List<Divergence> all =
        ORACLE.judge(scenario, completed(kept, scenario, trace)).divergences().stream()
            .filter(one -> one.atMillis() >= kept.fromMillis())
            .toList();
    return all.stream()
        .filter(one -> one.atMillis() == all.get(0).atMillis())
        .map(one -> isOfOneRule(one, kept) ? shown(kept) : one.message())
        .toList();
  }

  /** What was due before the lines that are there is taken as told. */
  private static Trace completed(RecordedFailure kept, Scenario scenario, Trace trace) {
    Stream<TracedCallback> due =
        ORACLE.judge(scenario, trace).expected().stream()
            .filter(one -> one.isMissing() && one.atMillis() < kept.fromMillis())
            .map(one -> new TracedCallback(one.atMillis(), one.uid(), one.callback()));
    return new Trace(
        Stream.concat(due, trace.callbacks().stream())
            .sorted(Comparator.comparingLong(TracedCallback::atMillis))
            .collect(ImmutableList.toImmutableList()),
        trace.server());
  }

  private static String shown(RecordedFailure kept) {
    return kept.failure().message();
  }

  private static boolean isOfOneRule(Divergence one, RecordedFailure kept) {
    return !Collections.disjoint(one.rules(), kept.failure().rules())
        && user(one.message()).equals(user(shown(kept)));
  }

  /** Who a sentence is about, or a channel. */
  private static String user(String message) {
    Matcher user = Pattern.compile("(android|windows|linux|ios|macos|web)").matcher(message);
    return user.find() ? user.group() : "a channel";
  }

  private static ImmutableList<String> lines(Failure failure) {
    return open("kept", new Recorded(failure.check().scenario(), failure.seen()));
  }

  private static ImmutableList<String> open(String channel, Recorded trace) {
    Circumstances how =
        ImmutableCircumstances.builder()
            .addAllFeatures(FEATURES)
            .mode(trace.scenario().mode())
            .servers(trace.scenario().servers())
            .build();
    return OpenForm.lines(channel, trace.scenario(), trace.trace(), how).stream()
        .map(ObjectNode::toString)
        .collect(ImmutableList.toImmutableList());
  }

  /** Several generated scenarios, one after the other, with the same users. */
  private static Scenario longScenario(SplittableRandom random, int index, int parts) {
    Generator generator = new Generator(Recordings.PROFILE, 3);
    List<Step> steps = new ArrayList<>();
    long fromMillis = 0;
    for (int part = 0; part < parts; part++) {
      Scenario one = generator.generate(33, index * 100L + part);
      long shiftMillis = fromMillis;
      one.steps().forEach(step -> steps.add(moved(step, one, shiftMillis)));
      fromMillis += random.nextInt(4) == 0 ? one.untilMillis() : last(one.steps());
    }
    List<Platform> platforms = new ArrayList<>(List.of(Platform.values()));
    Collections.shuffle(platforms, new java.util.Random(index));
    return ImmutableScenario.builder()
        .name("long/" + index)
        .addAllParticipants(
            Stream.of(1, 2, 3)
                .map(uid -> new Participant(UserId.of(uid), platforms.get(uid)))
                .toList())
        .addAllSteps(steps.stream().sorted(Comparator.comparingLong(Step::atMillis)).toList())
        .untilMillis(fromMillis + 60_000)
        .build();
  }

  private static Step moved(Step step, Scenario from, long laterMillis) {
    List<UserId> users = from.participants().stream().map(Participant::uid).toList();
    UserId uid = UserId.of(users.indexOf(step.uid()) + 1);
    return Step.of(step.atMillis() + laterMillis, step.action(), uid)
        .withDirection(step.direction());
  }

  private static long last(ImmutableList<Step> steps) {
    return steps.stream().mapToLong(Step::atMillis).max().orElse(0);
  }
}
