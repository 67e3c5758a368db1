package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** What a port that fails at everything, at length, may take of the kit's memory. */
class MemoryTest {
  private static final Check CHECK = Catalogue.checks(Profiles.AGORA_2019_05).get(0);

  @Test
  void ofALongTraceOrMessageAFailureKeepsTheBeginning() {
    Failure failure = failure(trace(10_000, "onUserJoined"), "x".repeat(5_000));
    assertEquals(32_768 / (64 + "onUserJoined".length()), failure.seen().callbacks().size());
    assertEquals("x".repeat(4_096) + "…", failure.message());
    assertEquals(0, failure(trace(1, "x".repeat(40_000)), "").seen().callbacks().size());
  }

  @Test
  void whatIsShortIsKeptAsItIs() {
    Trace trace = trace(400, "onUserOffline");
    Failure failure = failure(trace, "x".repeat(4_096));
    assertSame(trace, failure.seen());
    assertEquals("x".repeat(4_096), failure.message());
  }

  @Test
  void ofMoreFailuresThanAreKeptTheFirstOnesAreInWhateverOrderTheyCome() {
    Kept<String> kept = new Kept<>(3);
    IntStream.of(4, 2, 9, 0, 7, 1).forEach(place -> kept.put(place, "at " + place));
    assertEquals(ImmutableList.of("at 0", "at 1", "at 2"), kept.values());
  }

  @Test
  void allFailuresAreCountedAndTheFirst12000Kept() {
    Tally tally = new Tally(ImmutableMap.of());
    Failure failure = failure(trace(1, "onUserJoined"), "wrong");
    for (int i = 12_004; i >= 0; i--) {
      Outcome unused =
          tally.add(i, CHECK, Outcome.failed(ImmutableMultiset.of(), failure, ImmutableSet.of()));
    }
    assertEquals(12_005, tally.counts().get(Verdict.FAIL));
    assertEquals(12_000, tally.failures().size());
  }

  private static Failure failure(Trace trace, String message) {
    return new Failure(
        CHECK,
        Verdict.FAIL,
        ImmutableSet.of(),
        Optional.empty(),
        ImmutableList.of(),
        trace,
        message);
  }

  private static Trace trace(int callbacks, String name) {
    return new Trace(
        ImmutableList.copyOf(
            Collections.nCopies(
                callbacks,
                new TracedCallback(
                    0,
                    UserId.of(1),
                    new Callback(name, Optional.of(UserId.of(2)), Optional.empty())))),
        ImmutableList.of());
  }
}
