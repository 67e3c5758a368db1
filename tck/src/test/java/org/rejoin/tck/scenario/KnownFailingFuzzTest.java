package org.rejoin.tck.scenario;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Whatever a list of known failures says, it is read or refused. */
class KnownFailingFuzzTest {
  private static final ImmutableSet<String> CHECKS = ImmutableSet.of("NET-10/a", "NET-11/b");
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @DictionaryFile(resourcePath = "/org/rejoin/tck/fuzz.dict")
  @FuzzTest
  void aListIsReadOrRefused(byte[] file) {
    try {
      KnownFailingFile.parse(new String(file, StandardCharsets.UTF_8), "known.yaml", CHECKS, TODAY);
    } catch (ScenarioFileException e) {
      Refusals.assertIsALine(e);
    }
  }
}
