package org.rejoin.tck.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page lists what survives mutation testing, no more and no less. Runs after PIT alone. */
@Tag("mutants")
class MutantReportsTest {
  private static final Path ROOT = Path.of("..");

  /** Each section of the page, with the folder of its report. */
  @ParameterizedTest
  @CsvSource({
    "core, core/target/pit-reports",
    "platform-native, platform-native/target/pit-reports",
    "platform-ios, platform-ios/target/pit-reports",
    "platform-web, platform-web/target/pit-reports",
    "tck, tck/target/pit-reports",
    "tck outside the oracle, tck/target/pit-reports-numbers"
  })
  void everySurvivorIsListedWithItsReason(String section, String folder) throws IOException {
    Path reported = ROOT.resolve(folder).resolve("mutations.xml");
    assertTrue(
        Files.exists(reported),
        () -> reported + " is missing: run mvn verify -Pci in the root, which writes it");
    MutantReport report = MutantReport.parse(Files.readString(reported));
    assertTrue(report.killed() > 0, () -> reported + " reports no mutant that was killed");
    MutantPage page = new MutantPage(Files.readString(ROOT.resolve(MutantPage.NAME)));
    assertEquals(List.of(), page.differences(section, report));
  }
}
