package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;

/** Whatever a scenario file says, it is refused, or the reference runs it and conforms. */
class ScenarioFileFuzzTest {
  private final ReferencePort reference = new ReferencePort();
  private final Oracle oracle = new Oracle(Profiles.AGORA_2019_05, reference.hello().features());

  @DictionaryFile(resourcePath = "/org/rejoin/tck/fuzz.dict")
  @FuzzTest
  void aScenarioFileIsRunOrRefused(byte[] file) throws IOException {
    Scenario scenario;
    try {
      scenario = ScenarioFiles.read(new ByteArrayInputStream(file), "fuzz.yaml");
    } catch (ScenarioFileException e) {
      Refusals.assertIsALine(e);
      return;
    }
    if (!isOfOneClient(scenario)) {
      Answer.Ran ran = (Answer.Ran) reference.run(scenario, Profiles.AGORA_2019_05);
      assertEquals(ImmutableList.of(), oracle.judge(scenario, ran.trace()).divergences());
    }
  }

  private static boolean isOfOneClient(Scenario scenario) {
    return scenario.steps().stream()
        .anyMatch(
            step ->
                switch (step.action()) {
                  case PEER_HEARD, PEER_SILENT, PEER_LEFT -> true;
                  case JOIN, RESTART, DROP, RESTORE, LEAVE, KILL -> false;
                });
  }
}
