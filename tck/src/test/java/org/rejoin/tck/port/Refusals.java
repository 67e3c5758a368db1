package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What a reader of messages may do with a line: take it, or refuse it in one sentence. */
final class Refusals {
  private Refusals() {}

  static void readOrRefuse(byte[] line, Function<String, Object> reader) {
    try {
      assertNotNull(reader.apply(new String(line, StandardCharsets.UTF_8)));
    } catch (ProtocolException e) {
      String message = String.valueOf(e.getMessage());
      assertFalse(message.isBlank(), "refused without a word");
      assertFalse(message.contains("\n"), message);
    }
  }
}
