package org.rejoin.tck.recording;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.recording.Recordings.Recorded;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.spec.Rule;

/** Line by line, and mixed with others, a trace gets the verdict that it gets as a whole. */
class OpenFormTest {
  private static final int CHANNELS = 90;

  @Test
  void theReferenceConformsInTheWholeCatalogue() {
    List<String> lines = new ArrayList<>();
    Catalogue.checks(Recordings.PROFILE)
        .forEach(check -> lines.addAll(Recordings.ofReference(check.scenario()).open(check.id())));
    RecordingResult result = Recordings.check(lines);
    assertEquals(0, result.exitCode(), () -> describe(result));
    assertEquals(
        Catalogue.checks(Recordings.PROFILE).size(), result.run().counts().get(Verdict.PASS));
    assertEquals(0, result.withoutEnd());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void interleavedChannelsGetTheSameVerdictsAsWholeTraces(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Judgement> expected = new HashMap<>();
    List<Deque<String>> channels = new ArrayList<>();
    for (int i = 0; i < CHANNELS; i++) {
      Recorded recorded = Recordings.generated(seed, i);
      recorded =
          random.nextBoolean() && !recorded.hasUserAliveTwice()
              ? recorded.spoilt(random)
              : recorded;
      expected.put("channel c" + i, recorded.judged().judgement());
      channels.add(new ArrayDeque<>(recorded.open("c" + i)));
    }
    RecordingResult result = Recordings.check(interleaved(channels, random));
    Map<String, Failure> failures =
        result.run().failures().stream()
            .collect(toMap(failure -> failure.check().about(), failure -> failure));
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    expected.forEach(
        (channel, judgement) -> {
          assertEquals(!judgement.conforms(), failures.containsKey(channel), channel);
          judgement.divergences().forEach(one -> broken.addAll(one.rules()));
          Optional.ofNullable(failures.get(channel))
              .ifPresent(failure -> assertTold(judgement, failure, channel.substring(8)));
        });
    result
        .run()
        .rules()
        .forEach((rule, verdict) -> assertEquals(broken.contains(rule), verdict == Verdict.FAIL));
    assertTrue(failures.size() > 10 && failures.size() < CHANNELS, failures.size() + " fail");
  }

  /** Of several differences at one instant either may be the first: users have no order here. */
  private static void assertTold(Judgement judgement, Failure failure, String channel) {
    long first = judgement.divergences().get(0).atMillis();
    ImmutableSet<String> firsts =
        judgement.divergences().stream()
            .filter(one -> one.atMillis() == first)
            .map(
                one ->
                    Differences.sentence(one)
                        .replace("channel 'main'", "channel '" + channel + "'"))
            .collect(ImmutableSet.toImmutableSet());
    assertTrue(firsts.contains(failure.message()), failure.message() + " is none of " + firsts);
  }

  private static List<String> interleaved(List<Deque<String>> channels, SplittableRandom random) {
    List<Deque<String>> left = new ArrayList<>(channels);
    List<String> lines = new ArrayList<>();
    while (!left.isEmpty()) {
      Deque<String> next = left.get(random.nextInt(left.size()));
      lines.add(next.remove());
      if (next.isEmpty()) {
        left.remove(next);
      }
    }
    return lines;
  }

  private static String describe(RecordingResult result) {
    return result.firstBrokenLines()
        + " "
        + result.run().failures().stream().map(Failure::message).toList();
  }
}
