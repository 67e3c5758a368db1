package org.rejoin.tck.reference;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.Example;
import org.rejoin.tck.scenario.Situations;

/** Situations in which rules meet, with outcomes written by hand from the text. */
class SituationsTest {
  private final HandWritten outcomes = new HandWritten(Profiles.AGORA_2019_05);

  static Stream<Named<Example>> situations() {
    return Situations.all().stream().map(example -> Named.of(example.check().id(), example));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void theReferenceShowsExactlyWhatTheTextSays(Example example) {
    outcomes.assertShown(example.check().scenario(), example.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void theOracleAcceptsItAndExercisesTheRules(Example example) {
    outcomes.assertAccepted(example.check().scenario(), example.expected());
    outcomes.assertExercises(example);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void theOracleAcceptsTheAlternatives(Example example) {
    example
        .alternatives()
        .forEach(other -> outcomes.assertAccepted(example.check().scenario(), other.trace()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void theOracleRefusesTheNearMissesInTheseWords(Example example) {
    example.refused().forEach(near -> outcomes.assertRefused(example.check().scenario(), near));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void theOracleRefusesItWithAnyOneCallbackMissingOrDoubledOrLate(Example example) {
    outcomes.assertEveryChangeRefused(example.check().scenario(), example.expected());
    outcomes.assertEveryChangeOfChannelsRefused(example.check().scenario(), example.expected());
  }
}
