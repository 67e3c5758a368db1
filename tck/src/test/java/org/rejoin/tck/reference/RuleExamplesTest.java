package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.Example;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.spec.Rule;

/**
 * The rules' own outcomes, written by hand from the text, hold reference and oracle to the text.
 */
class RuleExamplesTest {
  private final HandWritten outcomes = new HandWritten(Profiles.AGORA_2019_05);

  static Stream<Named<Example>> examples() {
    return RuleExamples.all().stream()
        .map(RuleExample::example)
        .map(example -> Named.of(example.check().id(), example));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theReferenceShowsExactlyWhatTheTextSays(Example example) {
    outcomes.assertShown(example.check().scenario(), example.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theOracleAcceptsItAndExercisesTheRule(Example example) {
    outcomes.assertAccepted(example.check().scenario(), example.expected());
    outcomes.assertExercises(example);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theOracleAcceptsTheAlternativesAndRefusesTheNearMisses(Example example) {
    example
        .alternatives()
        .forEach(other -> outcomes.assertAccepted(example.check().scenario(), other.trace()));
    example.refused().forEach(near -> outcomes.assertRefused(example.check().scenario(), near));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theOracleRefusesItWithAnyOneCallbackMissingOrDoubledOrLate(Example example) {
    outcomes.assertEveryChangeRefused(example.check().scenario(), example.expected());
    outcomes.assertEveryChangeOfChannelsRefused(example.check().scenario(), example.expected());
  }

  @Test
  void aScenarioThatDoesNotExerciseItsRuleIsNamed() {
    Example example = RuleExamples.of(Rule.NET_03).get(0).example();
    Example misfiled =
        new Example(
            example.check(),
            ImmutableSet.of(Rule.KILL_06),
            example.expected(),
            example.alternatives(),
            example.refused());
    String message =
        String.valueOf(
            assertThrows(AssertionFailedError.class, () -> outcomes.assertExercises(misfiled))
                .getMessage());
    assertTrue(
        message.startsWith(example.check().id() + " names [KILL_06], but exercises only [NET_03"),
        message);
  }
}
