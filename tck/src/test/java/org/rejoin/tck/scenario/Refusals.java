package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** What a refusal of a file has to be. */
final class Refusals {
  private Refusals() {}

  static void assertIsALine(ScenarioFileException refusal) {
    String message = String.valueOf(refusal.getMessage());
    assertFalse(message.isBlank(), "refused without a word");
    assertFalse(message.contains("\n"), message);
  }
}
