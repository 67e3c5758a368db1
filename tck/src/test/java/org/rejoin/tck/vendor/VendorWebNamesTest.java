package org.rejoin.tck.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Family;

/** The names for Web are events that the vendor's script dispatches, and it has no local ones. */
@Tag("ci")
@TestInstance(Lifecycle.PER_CLASS)
class VendorWebNamesTest {
  private static final Path SCRIPT = Path.of("target/vendor/web/AgoraRTCSDK.min.js");

  private String script = "";

  @BeforeAll
  void readTheScript() throws IOException {
    script = Files.readString(SCRIPT);
  }

  static Stream<CallbackTables.Row> localRows() {
    return CallbackTables.rows(Family.WEB).stream().filter(row -> row.kind().isLocal());
  }

  static Stream<CallbackTables.Row> remoteRows() {
    return CallbackTables.rows(Family.WEB).stream().filter(row -> !row.kind().isLocal());
  }

  @ParameterizedTest
  @MethodSource("remoteRows")
  void aRemoteRowIsADispatchedEvent(CallbackTables.Row row) {
    CallbackSignature signature = row.signature();
    assertTrue(dispatches(signature.name()), () -> row + ", which the script never dispatches");
    assertEquals(1, signature.parameters().size(), () -> row + ", but a handler takes the event");
  }

  @ParameterizedTest
  @MethodSource("localRows")
  void aLocalRowIsSilent(CallbackTables.Row row) {
    assertTrue(row.signature().isSilent(), row::toString);
  }

  /** The event that later versions have for it (an erratum of the text) is not there yet. */
  @Test
  void theScriptTellsTheLocalUserNothingOfItsConnection() {
    assertFalse(dispatches("connection-state-change"));
  }

  private boolean dispatches(String event) {
    return script.contains("type:\"" + event + "\"");
  }
}
