package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.KnownFailing;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** An entry of the list of known failures covers the failure that it names, and no other. */
class KnownFailuresTest {
  private static final Check CHECK = RuleExamples.of(Rule.NET_10).get(0).check();

  /** What the check may come to, each with a part of its message that an entry can name. */
  private enum Way {
    FAIL(new Answer.Ran(new Trace(ImmutableList.of(), ImmutableList.of())), "not seen"),
    HANG(new Answer.Hung("no answer within 5 s"), "within 5 s"),
    CRASH(new Answer.Crashed("ended with exit code 139"), "code 139"),
    PROTOCOL_ERROR(new Answer.Broke("callbacks: must be a list"), "a list");

    /** Each of them has texts and immutable lists alone. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Answer answer;

    private final String part;

    Way(Answer answer, String part) {
      this.answer = answer;
      this.part = part;
    }

    Verdict verdict() {
      return Verdict.valueOf(name());
    }
  }

  @TestFactory
  Stream<DynamicTest> coversWhatItsMatchNamesAndNothingElse() {
    return Arrays.stream(Way.values())
        .flatMap(
            known ->
                Arrays.stream(Way.values())
                    .map(
                        now ->
                            DynamicTest.dynamicTest(
                                "known: " + known + ", now: " + now,
                                () -> assertCovers(Optional.of(known.part), now, known == now))));
  }

  @TestFactory
  Stream<DynamicTest> coversEveryFailureIfItNamesNone() {
    return Arrays.stream(Way.values())
        .map(
            now ->
                DynamicTest.dynamicTest(
                    now.name(), () -> assertCovers(Optional.empty(), now, true)));
  }

  private static void assertCovers(Optional<String> match, Way now, boolean covered) {
    KnownFailing entry =
        new KnownFailing(CHECK.id(), "known", Optional.empty(), Optional.empty(), match);
    RunResult result =
        new ConformanceRun(port(now.answer), Profiles.AGORA_2019_05)
            .run(
                ImmutableRunOrder.builder()
                    .plan(Plan.of(ImmutableList.of(CHECK), Profiles.AGORA_2019_05, 1))
                    .known(ImmutableMap.of(CHECK.id(), entry))
                    .build());
    Verdict verdict = covered ? Verdict.KNOWN_FAILING : now.verdict();
    assertEquals(1, result.counts().get(verdict), result.counts()::toString);
    assertEquals(verdict, result.rules().get(Rule.NET_10));
    assertEquals(
        covered ? ImmutableList.of() : ImmutableList.of(new Stale(CHECK, entry, false)),
        result.stale());
    assertEquals(covered ? 0 : 1, result.failures().size());
    assertEquals(covered ? 1 : 0, result.knownFailures().size());
  }

  private static Port port(Answer answer) {
    return new Port() {
      @Override
      public Hello hello() {
        return new ReferencePort().hello();
      }

      @Override
      public Answer run(Scenario scenario, Profile profile) {
        return answer;
      }
    };
  }
}
