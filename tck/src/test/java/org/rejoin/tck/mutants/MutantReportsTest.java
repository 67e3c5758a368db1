package org.rejoin.tck.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page lists what survives mutation testing, no more and no less. Runs after PIT alone. */
@Tag("mutants")
class MutantReportsTest {
  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @ValueSource(strings = {"core", "platform-native", "platform-ios", "platform-web", "tck"})
  void everySurvivorIsListedWithItsReason(String module) throws IOException {
    Path reported = ROOT.resolve(module).resolve("target/pit-reports/mutations.xml");
    assertTrue(
        Files.exists(reported),
        () -> reported + " is missing: run mvn verify -Pci in the root, which writes it");
    MutantReport report = MutantReport.parse(Files.readString(reported));
    assertTrue(report.killed() > 0, () -> reported + " reports no mutant that was killed");
    MutantPage page = new MutantPage(Files.readString(ROOT.resolve(MutantPage.NAME)));
    assertEquals(List.of(), page.differences(module, report));
  }
}
