package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** A stretched scenario tells each app what the written one does, and can fail on a real clock. */
class StretchTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final ReferencePort REFERENCE = new ReferencePort();
  private static final ImmutableSet<Feature> FEATURES =
      ImmutableSet.copyOf(REFERENCE.hello().features());
  private static final Trace NOTHING = new Trace(ImmutableList.of(), ImmutableList.of());
  private static final int GENERATED = 300;

  /** Every profile under tolerances from next to nothing to nearly the most that there may be. */
  static Stream<Arguments> clocks() {
    return Profiles.ALL.stream()
        .flatMap(
            profile ->
                Stream.of(
                        new Tolerance(5, 10),
                        new Tolerance(250, 250),
                        RealTime.byDefault(profile),
                        new Tolerance(900, 600),
                        new Tolerance(1_000, 1_400))
                    .map(tolerance -> Arguments.of(profile, tolerance)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("clocks")
  void eachAppIsToldTheSame(Profile profile, Tolerance tolerance) {
    Stretch stretch = new Stretch(profile, tolerance);
    for (Scenario scenario : all(profile)) {
      Optional<Scenario> stretched = stretch.of(scenario);
      assertEquals(stretched, stretched.flatMap(stretch::of), scenario.name() + " stretched twice");
      stretched.ifPresent(later -> assertSame(profile, scenario, later));
    }
  }

  private static void assertSame(Profile profile, Scenario written, Scenario stretched) {
    assertEquals(
        told(written, profile),
        told(stretched, profile),
        () -> written.name() + ": " + Stretch.told(written, stretched));
    assertEquals(timeless(written), timeless(stretched));
    for (int i = 0; i < written.steps().size(); i++) {
      assertTrue(at(written, i) <= at(stretched, i), written.name() + ": step " + i + " is sooner");
    }
  }

  /** What each app is told, in its order, and what servers show. */
  private static Object told(Scenario scenario, Profile profile) {
    Trace trace = ((Answer.Ran) REFERENCE.run(scenario, profile)).trace();
    ImmutableListMultimap.Builder<Object, Object> told = ImmutableListMultimap.builder();
    for (TracedCallback seen : trace.callbacks()) {
      told.put(seen.uid(), seen.callback());
    }
    for (ServerEvent event : trace.server()) {
      told.put(event.getClass().getSimpleName(), scenario.name());
    }
    return told.build();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("clocks")
  void nothingIsPermittedForNoOtherReasonThanTheTolerance(Profile profile, Tolerance tolerance) {
    RealTime time = new RealTime(profile, tolerance);
    Oracle exact = new Oracle(profile, FEATURES);
    Oracle tolerant = new Oracle(profile, FEATURES, tolerance);
    int judged = 0;
    for (Scenario scenario : all(profile)) {
      Optional<Scenario> stretched = new Stretch(profile, tolerance).of(scenario);
      if (stretched.isPresent() && time.ruledOut(given(stretched.get())).isEmpty()) {
        assertEquals(
            exact.judge(stretched.get(), NOTHING).expected(),
            tolerant.judge(stretched.get(), NOTHING).expected(),
            scenario.name());
        judged++;
      }
    }
    assertTrue(judged > 900, "only " + judged + " can be judged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NET-01/interrupted-after-4s          | drop 2 at 6.100 s, not 6.000 s;"
            + " drop 3 at 7.200 s, not 7.000 s; restore 1 at 10.100 s, not 9.500 s;"
            + " restore 2 at 11.200 s, not 10.500 s; restore 3 at 12.300 s, not 11.500 s",
        "NET-05/lost-after-10s                | ''",
        "NET-15/back-after-21s                | restore 1 at 26.100 s, not 26.000 s",
        "DRV-01/silent-for-exactly-4s         | drop 1 at 6.000 s, not 5.000 s",
        "DRV-02/silent-for-one-millisecond-more | restore 1 at 10.100 s, not 9.001 s",
        "DRV-02/back-at-exactly-10s           | drop 1 at 6.000 s, not 5.000 s",
        "KILL-10/back-at-the-last-instant     | kill 1 at 6.000 s, not 5.000 s",
      })
  void whatIsMovedIsTold(String id, String told) {
    Scenario written = check(id).scenario();
    Scenario stretched = new Stretch(PROFILE, RealTime.DEFAULT).of(written).orElseThrow();
    assertEquals(told, Stretch.told(written, stretched));
  }

  @ParameterizedTest
  @CsvSource({
    "NET_01, NET-01/interrupted-after-4s",
    "NET_15, NET-15/back-after-21s",
    "DRV_01, DRV-01/silent-for-exactly-4s",
    "DRV_02, DRV-02/silent-for-one-millisecond-more",
    "KILL_06, KILL-06/restarted-within-20s"
  })
  void whatIsMetOnlyWithinTheToleranceIsNotExercised(Rule rule, String id) {
    Tolerance wide = new Tolerance(1_050, 750);
    Scenario written = check(id).scenario();
    Scenario stretched = new Stretch(PROFILE, wide).of(written).orElseThrow();
    Oracle oracle = new Oracle(PROFILE, FEATURES, wide);
    assertFalse(oracle.judge(written, NOTHING).exercised().contains(rule), "as written");
    assertTrue(oracle.judge(stretched, NOTHING).exercised().contains(rule), "stretched");
    assertTrue(new Oracle(PROFILE, FEATURES).judge(written, NOTHING).exercised().contains(rule));
  }

  @Test
  void stepsThatHaveNoPlaceBetweenTwoDeadlinesAreNotMoved() {
    // 12.3 s of silence, between 10 s and 14 s, with 2.4 s to either.
    Profile profile = ImmutableProfile.copyOf(PROFILE).withLostAfterMillis(14_000);
    Scenario scenario = check("NET-10/android-dropped-12s").scenario();
    assertEquals(Optional.empty(), new Stretch(profile, new Tolerance(1_000, 1_400)).of(scenario));
    assertTrue(new Stretch(profile, new Tolerance(900, 1_000)).of(scenario).isPresent());
  }

  private static List<Scenario> all(Profile profile) {
    Generator generator = new Generator(profile, 6);
    return Stream.concat(
            Catalogue.checks(profile).stream().map(Check::scenario),
            LongStream.range(0, GENERATED).mapToObj(index -> generator.generate(1, index)))
        .filter(scenario -> scenario.servers().isEmpty())
        .toList();
  }

  private static Check check(String id) {
    return Catalogue.checks(PROFILE).stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Check given(Scenario scenario) {
    return Check.given(scenario.name(), "", scenario);
  }

  private static long at(Scenario scenario, int step) {
    return scenario.steps().get(step).atMillis();
  }

  private static List<Step> timeless(Scenario scenario) {
    return Lists.transform(scenario.steps(), StretchTest::timeless);
  }

  private static Step timeless(Step step) {
    return step.withAtMillis(0);
  }
}
