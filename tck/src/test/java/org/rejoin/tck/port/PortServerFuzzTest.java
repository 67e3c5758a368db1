package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.rejoin.tck.reference.ReferencePort;

/** Whatever a port of the JVM is sent, it answers or logs, and serves on. */
class PortServerFuzzTest {
  @DictionaryFile(resourcePath = "/org/rejoin/tck/fuzz.dict")
  @FuzzTest
  void whatIsSentIsAnsweredOrLogged(byte[] sent) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PortServer(new ReferencePort(), new PrintStream(log, true, StandardCharsets.UTF_8))
        .serve(new ByteArrayInputStream(sent), out);
    assertTrue(sent.length == 0 || log.size() + out.size() > 0, "neither answered nor logged");
  }
}
