package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever is pasted for a replay token, or is in one, is a scenario or is refused in a line. */
class ReplayTokenFuzzTest {
  @DictionaryFile(resourcePath = "/org/rejoin/tck/fuzz.dict")
  @FuzzTest
  void aTokenIsAScenarioOrRefused(byte[] bytes) {
    readOrRefuse(new String(bytes, StandardCharsets.UTF_8));
    readOrRefuse(ReplayToken.wrapped(bytes));
  }

  private static void readOrRefuse(String text) {
    try {
      ReplayToken token = ReplayToken.read(text);
      assertEquals(token, ReplayToken.read(token.text()));
    } catch (InvalidTokenException e) {
      String message = String.valueOf(e.getMessage());
      assertFalse(message.isBlank(), "refused without a word");
      assertFalse(message.contains("\n"), message);
    }
  }
}
