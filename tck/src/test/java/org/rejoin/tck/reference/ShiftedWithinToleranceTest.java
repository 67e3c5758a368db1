package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.shrink.Scenarios;

/**
 * The law of tolerances (D-44), over scenarios with steps however near to each other and to
 * deadlines: what the reference shows is right if each callback is as early or as late as it may
 * be, and wrong if one is a millisecond more.
 */
class ShiftedWithinToleranceTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final ImmutableSet<Feature> ALL = ImmutableSet.copyOf(Feature.values());
  private static final int SCENARIOS = 1_500;
  private static final long WIDEST_MILLIS = 900;

  /** A scenario with its tolerance, and what is random in it. */
  private record Draw(Scenario scenario, Tolerance tolerance, long seed) {
    static Draw of(long index) {
      SplittableRandom random = new SplittableRandom(index);
      Scenario scenario = new Generator(PROFILE, 4).generate(5, index);
      long earlyMillis = random.nextInt(3) == 0 ? 0 : random.nextLong(WIDEST_MILLIS);
      long lateMillis = random.nextInt(3) == 0 ? 0 : random.nextLong(WIDEST_MILLIS);
      return new Draw(scenario, new Tolerance(earlyMillis, lateMillis), random.nextLong());
    }

    Draw of(Scenario other) {
      return new Draw(other, tolerance, seed);
    }

    Trace exact() {
      return new World(scenario, PROFILE).run();
    }

    Judgement judge(Trace trace) {
      return new Oracle(PROFILE, ALL, tolerance).judge(scenario, trace);
    }

    String text() {
      return tolerance + ": " + Scenarios.text(scenario);
    }
  }

  @Test
  void whatIsShiftedWithinTheToleranceIsAccepted() {
    for (long index = 0; index < SCENARIOS; index++) {
      Draw draw = Draw.of(index);
      if (refusal(draw).isPresent()) {
        Scenario smallest =
            Scenarios.smallest(
                draw.scenario(), PROFILE, other -> refusal(draw.of(other)).isPresent());
        assertEquals(Optional.empty(), refusal(draw.of(smallest)), draw.of(smallest).text());
      }
    }
  }

  private static Optional<String> refusal(Draw draw) {
    Trace shown = shifted(draw);
    return draw.judge(shown).divergences().stream()
        .findFirst()
        .map(first -> first.message() + "\nshown: " + shown.callbacks() + shown.server());
  }

  @Test
  void oneThatIsShiftedAMillisecondFurtherIsRefused() {
    int tried = 0;
    for (long index = 0; index < SCENARIOS; index++) {
      Draw draw = Draw.of(index);
      Trace exact = draw.exact();
      ImmutableList<Expectation> expected = draw.judge(exact).expected();
      for (int which = 0; which < exact.callbacks().size(); which++) {
        TracedCallback one = exact.callbacks().get(which);
        for (boolean late : new boolean[] {true, false}) {
          long byMillis =
              late ? draw.tolerance().lateMillis() + 1 : -draw.tolerance().earlyMillis() - 1;
          TracedCallback moved =
              new TracedCallback(one.atMillis() + byMillis, one.uid(), one.callback());
          if (moved.atMillis() < 0
              || moved.atMillis() > draw.scenario().untilMillis()
              || isOtherwiseExpected(expected, one, moved, draw.tolerance())) {
            continue;
          }
          tried++;
          List<TracedCallback> callbacks = new ArrayList<>(exact.callbacks());
          callbacks.set(which, moved);
          callbacks.sort(Comparator.comparingLong(TracedCallback::atMillis));
          Trace shown = new Trace(ImmutableList.copyOf(callbacks), exact.server());
          assertTrue(
              !draw.judge(shown).conforms(),
              () -> "accepted: " + moved + " in place of " + one + "\n" + draw.text());
        }
      }
    }
    assertTrue(tried > 5_000, "only " + tried + " were shifted: too few to tell anything");
  }

  /** Whether something else allows the same callback at that time. */
  private static boolean isOtherwiseExpected(
      ImmutableList<Expectation> expected,
      TracedCallback one,
      TracedCallback moved,
      Tolerance tolerance) {
    return expected.stream()
        .filter(due -> due.uid().equals(one.uid()) && due.peer().equals(one.callback().peer()))
        .filter(due -> due.atMillis() != one.atMillis())
        .anyMatch(
            due ->
                moved.atMillis() >= due.atMillis() - tolerance.earlyMillis()
                    && moved.atMillis() <= due.atMillis() + tolerance.lateMillis());
  }

  /** Each off by as much as it may be, but in the order of each user's app. */
  private static Trace shifted(Draw draw) {
    SplittableRandom random = new SplittableRandom(draw.seed());
    Trace exact = draw.exact();
    boolean reasons = random.nextBoolean();
    Map<UserId, Long> lastMillis = new HashMap<>();
    List<TracedCallback> callbacks = new ArrayList<>();
    for (TracedCallback one : exact.callbacks()) {
      long atMillis =
          Math.max(lastMillis.getOrDefault(one.uid(), 0L), shifted(one.atMillis(), draw, random));
      lastMillis.put(one.uid(), atMillis);
      callbacks.add(
          new TracedCallback(
              atMillis,
              one.uid(),
              reasons
                  ? one.callback()
                  : new Callback(one.callback().name(), one.callback().peer(), Optional.empty())));
    }
    callbacks.sort(Comparator.comparingLong(TracedCallback::atMillis));
    List<ServerEvent> server = new ArrayList<>();
    for (ServerEvent event : exact.server()) {
      if (event instanceof ServerEvent.ChannelDestroyed end) {
        server.add(
            new ServerEvent.ChannelDestroyed(shifted(end.atMillis(), draw, random), end.channel()));
      }
    }
    server.sort(Comparator.comparingLong(ServerEvent::atMillis));
    return new Trace(ImmutableList.copyOf(callbacks), ImmutableList.copyOf(server));
  }

  private static long shifted(long atMillis, Draw draw, SplittableRandom random) {
    long byMillis =
        switch (random.nextInt(3)) {
          case 0 -> -draw.tolerance().earlyMillis();
          case 1 -> draw.tolerance().lateMillis();
          default ->
              random.nextLong(-draw.tolerance().earlyMillis(), draw.tolerance().lateMillis() + 1);
        };
    return Math.max(0, Math.min(atMillis + byMillis, draw.scenario().untilMillis()));
  }
}
