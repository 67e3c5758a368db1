package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One value gives verdict, words and exit code, whatever holds at once. */
class ConclusionTest {
  private static final Scope WHOLE = Scope.of(ImmutableMap.of(Verdict.PASS, 11_426), 11_426);
  private static final Scope PART =
      Scope.of(ImmutableMap.of(Verdict.PASS, 1, Verdict.NOT_SELECTED, 11_425), 11_426);

  @ParameterizedTest
  @CsvSource({
    "false, false, false, false, 0, conformant, conformant, 'passed 1 of 11,426 checks'",
    "false, false, false, true, 3, incomplete, incomplete, incomplete",
    "false, false, true, true, 1, not-conformant, not conformant, not conformant",
    "false, true, true, true, 70, not-conformant, not conformant, not conformant",
    "false, true, false, false, 70, incomplete, incomplete, incomplete",
    "true, true, true, true, 130, not-conformant, not conformant, not conformant",
    "true, false, false, true, 130, incomplete, incomplete, incomplete",
  })
  void theGravestDecides(
      boolean interrupted,
      boolean kitFailed,
      boolean fails,
      boolean gaps,
      int exit,
      String verdict,
      String whole,
      String part) {
    Conclusion all = Conclusion.of(interrupted, kitFailed, fails, gaps, WHOLE);
    assertEquals(exit, all.exit().number());
    assertEquals(verdict, all.verdict());
    assertEquals(whole, all.words());
    Conclusion some = Conclusion.of(interrupted, kitFailed, fails, gaps, PART);
    assertEquals(exit, some.exit().number());
    assertEquals(verdict, some.verdict());
    assertEquals(part, some.words());
  }

  @Test
  void aRunIsWholeIfNothingWasLeftOutAndNothingIsKnownToFail() {
    assertEquals(true, WHOLE.isWhole());
    assertEquals(true, Scope.of(ImmutableMap.of(Verdict.PASS, 20_000), 11_426).isWhole());
    assertEquals(
        true,
        Scope.of(ImmutableMap.of(Verdict.PASS, 6, Verdict.UNSUPPORTED, 4), 10).isWhole(),
        "what the port does not offer is no part of it");
    assertEquals(false, PART.isWhole());
    assertEquals(false, Scope.of(ImmutableMap.of(Verdict.PASS, 1_426), 11_426).isWhole());
    assertEquals(
        false,
        Scope.of(ImmutableMap.of(Verdict.PASS, 11_425, Verdict.KNOWN_FAILING, 1), 11_426)
            .isWhole());
  }

  @Test
  void theHeadlineHasTheVerdictInCapitalsAndTheRestAsItIs() {
    assertEquals(
        "PASSED 1 of 11,426 checks", Conclusion.of(false, false, false, false, PART).headline());
    assertEquals("NOT CONFORMANT", Conclusion.of(false, false, true, false, PART).headline());
  }

  @Test
  void exitCodesHaveOneOrderOfGravity() {
    assertEquals(
        "[130, 70, 2, 4, 1, 3, 0]",
        Stream.of(ExitCode.values()).map(ExitCode::number).toList().toString());
    for (ExitCode code : ExitCode.values()) {
      assertEquals(code, ExitCode.ofNumber(code.number()).orElseThrow());
      assertEquals(code, ExitCode.gravest(Stream.of(ExitCode.CONFORMANT, code)));
    }
  }
}
