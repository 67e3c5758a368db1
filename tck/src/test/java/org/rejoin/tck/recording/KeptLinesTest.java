package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.presence.Course;
import org.rejoin.tck.recording.Recordings.Recorded;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
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

  private static final ImmutableList<String> SERVERS = ImmutableList.of("a", "b");

  /** A longer part of a session adds attempts to connect, and nothing else. */
  private static final long LONGEST_PART_MILLIS = 1_800_000;

  private static final String NOT_SEEN = "; not seen";

  /**
   * Exactly so where nobody was cut off, or in another channel, when the first of the lines came
   * that are kept: then nobody knows of a session or an outage of somebody that is over. Where
   * somebody was, seldom not.
   */
  @Test
  void theFirstDifferenceOfWhatIsKeptIsTheOneThatIsShown() {
    SplittableRandom random = new SplittableRandom(31);
    int exact = 0;
    int atLimit = 0;
    int wrong = 0;
    for (int i = 0; i < 800; i++) {
      Scenario scenario =
          longScenario(random, i, 1 + random.nextInt(24), i % 2 == 1, i % 4 / 2 == 1);
      Recorded right = Recordings.ofReference(scenario);
      Recorded spoilt = right.spoilt(random, right.trace().callbacks().size() * 3 / 4);
      RecordingResult result = Recordings.check(open("c", spoilt));
      for (RecordedFailure kept : Iterables.concat(result.failures(), result.undecided())) {
        boolean isLeftOpenInPart = !kept.doubts().isEmpty() && !result.failures().isEmpty();
        if (isLeftOpenInPart) {
          continue;
        }
        String again = first(kept);
        if (isAtLimit(right, kept.fromMillis())) {
          atLimit++;
          wrong += isShown(again, kept) ? 0 : 1;
        } else {
          exact += kept.fromMillis() > 0 ? 1 : 0;
          assertTrue(isShown(again, kept), () -> told(again, kept));
        }
      }
    }
    assertTrue(exact > 100, "only " + exact + " were longer than what is kept");
    assertTrue(wrong * 20 < atLimit, wrong + " of " + atLimit + " differ first in something else");
  }

  /** A callback that came after the lines that are kept, or ended them, is not seen in them. */
  private static boolean isShown(String again, RecordedFailure kept) {
    String shown = kept.failure().message();
    String seen = "; seen at ";
    return again.equals(shown)
        || (again.endsWith(NOT_SEEN)
            && shown.startsWith(again.substring(0, again.length() - NOT_SEEN.length()) + seen)
            && laterThan(kept, shown.substring(shown.indexOf(seen) + seen.length())));
  }

  private static boolean laterThan(RecordedFailure kept, String seconds) {
    long seenMillis = Math.round(1_000 * Double.parseDouble(seconds.split(" ", 2)[0]));
    return seenMillis >= kept.failure().check().scenario().untilMillis();
  }

  private static String told(String again, RecordedFailure kept) {
    return "shown: "
        + kept.failure().message()
        + "\njudged again: "
        + again
        + "\nkept from "
        + kept.fromMillis()
        + " ms on:\n"
        + String.join("\n", lines(kept.failure()));
  }

  /** Whether somebody may know of something whose lines are gone. */
  private static boolean isAtLimit(Recorded trace, long fromMillis) {
    ImmutableList<ConnectAttempt> attempts =
        trace.trace().server().stream()
            .filter(ConnectAttempt.class::isInstance)
            .map(ConnectAttempt.class::cast)
            .collect(ImmutableList.toImmutableList());
    Course course = Course.of(trace.scenario(), Recordings.PROFILE, attempts);
    List<Course.Stretch> then =
        course.stretches().values().stream()
            .filter(one -> one.fromMillis() <= fromMillis && fromMillis <= one.toMillis())
            .toList();
    return then.stream().anyMatch(one -> one.state().link().isDeaf())
        || then.stream().flatMap(one -> one.state().channel().stream()).distinct().count() > 1;
  }

  /** The first difference of the lines that are kept, if what was due before them was told. */
  private static String first(RecordedFailure kept) {
    Scenario scenario = kept.failure().check().scenario();
    Trace trace = completed(kept, scenario, kept.failure().seen());
    return ORACLE.judge(scenario, trace).divergences().stream()
        .filter(one -> one.atMillis() >= kept.fromMillis())
        .min(Comparator.comparingLong(Divergence::atMillis))
        .map(Differences::sentence)
        .orElse("nothing differs");
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

  private static ImmutableList<String> lines(Failure failure) {
    return open("kept", new Recorded(failure.check().scenario(), failure.seen()));
  }

  private static ImmutableList<String> open(String channel, Recorded trace) {
    Circumstances how =
        ImmutableCircumstances.builder()
            .addAllFeatures(FEATURES)
            .mode(trace.scenario().mode())
            .servers(trace.scenario().servers())
            .recorded(trace.named())
            .build();
    return OpenForm.lines(channel, trace.scenario(), trace.trace(), how).stream()
        .map(ObjectNode::toString)
        .collect(ImmutableList.toImmutableList());
  }

  /** Several generated scenarios, one after the other, with the same users. */
  private static Scenario longScenario(
      SplittableRandom random, int index, int parts, boolean channels, boolean servers) {
    Generator generator = new Generator(Recordings.PROFILE, 3);
    List<Step> steps = new ArrayList<>();
    long fromMillis = 0;
    for (int part = 0; part < parts; part++) {
      Scenario one = generator.generate(33, index * 100L + part);
      if (one.untilMillis() > LONGEST_PART_MILLIS) {
        continue;
      }
      for (Step step : one.steps()) {
        Step moved = moved(step, one, fromMillis);
        steps.add(
            switch (step.action()) {
              case JOIN, RESTART ->
                  channels && random.nextInt(4) == 0
                      ? moved.withChannel("other")
                      : moved.withChannel(Step.MAIN_CHANNEL);
              case RESTORE -> servers ? moved.withServer(SERVERS.get(random.nextInt(2))) : moved;
              case DROP, LEAVE, KILL, PEER_HEARD, PEER_SILENT, PEER_LEFT -> moved;
            });
      }
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
        .addAllServers(servers ? SERVERS : ImmutableList.of())
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
