package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Example;
import org.rejoin.tck.scenario.ProfileExample;
import org.rejoin.tck.scenario.ProfileExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * Scenarios that tell a shipped profile from the default one: both outcomes are written by hand.
 *
 * <p>The default profile takes the shipped name of rejoined for its own (D-38), so a scenario about
 * that name separates one way only: the profile refuses the default's outcome.
 */
class ProfileExamplesTest {
  private static final Profile DEFAULT = Profiles.AGORA_2019_05;
  private static final HandWritten BY_DEFAULT = new HandWritten(DEFAULT);

  static Stream<Profile> othersThanTheDefault() {
    return Profiles.ALL.stream().filter(profile -> profile != DEFAULT);
  }

  static Stream<Named<ProfileExample>> examples() {
    return othersThanTheDefault()
        .flatMap(profile -> ProfileExamples.of(profile).stream())
        .map(own -> Named.of(own.example().check().id(), own));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theOutcomeUnderTheProfileHoldsReferenceAndOracle(ProfileExample own) {
    HandWritten outcomes = new HandWritten(own.profile());
    Example example = own.example();
    Scenario scenario = example.check().scenario();
    outcomes.assertShown(scenario, example.expected());
    outcomes.assertAccepted(scenario, example.expected());
    outcomes.assertExercises(example);
    outcomes.assertEveryChangeRefused(scenario, example.expected());
    example.alternatives().forEach(other -> outcomes.assertAccepted(scenario, other.trace()));
    example.refused().forEach(near -> outcomes.assertRefused(scenario, near));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theOutcomeByDefaultHoldsReferenceAndOracle(ProfileExample own) {
    Scenario scenario = own.example().check().scenario();
    BY_DEFAULT.assertShown(scenario, own.byDefault());
    BY_DEFAULT.assertAccepted(scenario, own.byDefault());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theProfileRefusesTheOutcomeByDefault(ProfileExample own) {
    new HandWritten(own.profile()).assertRefused(own.example().check().scenario(), own.byDefault());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theDefaultRefusesTheOutcomeUnlessItDiffersInAnAcceptedName(ProfileExample own) {
    if (differsInNamesAlone(own)) {
      BY_DEFAULT.assertAccepted(own.example().check().scenario(), own.example().expected());
    } else {
      BY_DEFAULT.assertRefused(own.example().check().scenario(), own.example().expected());
    }
  }

  @ParameterizedTest
  @MethodSource("othersThanTheDefault")
  void everyShippedProfileHasAScenarioThatTheDefaultRefuses(Profile profile) {
    ImmutableList<ProfileExample> own = ProfileExamples.of(profile);
    Oracle byDefault = new Oracle(DEFAULT, ImmutableSet.of());
    assertFalse(own.isEmpty(), () -> profile.id() + " has no scenario of its own");
    assertTrue(
        own.stream()
            .map(ProfileExample::example)
            .anyMatch(
                example ->
                    !byDefault.judge(example.check().scenario(), example.expected()).conforms()),
        () -> profile.id() + " has no scenario that separates it from " + DEFAULT.id());
  }

  private static boolean differsInNamesAlone(ProfileExample own) {
    return facts(own.example().expected()).equals(facts(own.byDefault()));
  }

  private static ImmutableList<String> facts(Trace trace) {
    return trace.callbacks().stream()
        .map(
            seen ->
                seen.atMillis()
                    + " "
                    + seen.uid()
                    + " "
                    + seen.callback().peer()
                    + " "
                    + seen.callback().reason())
        .collect(ImmutableList.toImmutableList());
  }
}
