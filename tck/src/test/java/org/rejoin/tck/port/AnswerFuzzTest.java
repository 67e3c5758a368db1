package org.rejoin.tck.port;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;

/** Whatever a port answers, it is judged or refused. */
class AnswerFuzzTest {
  private static final Scenario SCENARIO =
      RuleExamples.all().stream()
          .map(example -> example.example().check())
          .filter(check -> check.id().equals("NET-10/android-dropped-12s"))
          .findFirst()
          .orElseThrow()
          .scenario();

  private final Oracle oracle =
      new Oracle(Profiles.AGORA_2019_05, new ReferencePort().hello().features());

  @DictionaryFile(resourcePath = "/org/rejoin/tck/fuzz.dict")
  @FuzzTest
  void anAnswerIsJudgedOrRefused(byte[] line) {
    Refusals.readOrRefuse(
        line,
        text -> {
          Answer answer = Messages.answer(new Fields(Messages.parse(text), ""), SCENARIO);
          return answer instanceof Answer.Ran ran
              ? oracle.judge(SCENARIO, ran.trace()).divergences()
              : ImmutableList.of();
        });
  }
}
