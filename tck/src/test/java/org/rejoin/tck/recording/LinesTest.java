package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream becomes lines, however its bytes come. */
class LinesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000_000})
  void linesAreTheSameInPiecesOfAnySize(int piece) throws IOException {
    String text = "one\r\n\n" + "x".repeat(200_000) + "\n \t\r\nlast";
    Lines lines = new Lines(inPieces(text, piece), () -> {});
    assertTrue(lines.next());
    assertEquals("one", text(lines));
    assertTrue(lines.isWhole());
    assertTrue(lines.next());
    assertTrue(lines.isBlank());
    assertTrue(lines.next());
    assertEquals(200_000, lines.length());
    assertFalse(lines.isTooLong());
    assertTrue(lines.next());
    assertTrue(lines.isBlank());
    assertEquals(4, lines.number());
    assertTrue(lines.next());
    assertEquals("last", text(lines));
    assertFalse(lines.isWhole());
    assertFalse(lines.next());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    Lines lines = new Lines(inPieces("\uFEFFone\n\uFEFFtwo\n", 2), () -> {});
    assertTrue(lines.next());
    assertEquals("one", text(lines));
    assertTrue(lines.next());
    assertEquals("\uFEFFtwo", text(lines));
  }

  @Test
  void aLineBeyondTheLimitIsPassedOverAndTheNextOneIsWhole() throws IOException {
    String beyond = "y".repeat(3 * Lines.LIMIT_BYTES + 17);
    Lines lines = new Lines(inPieces("a\n" + beyond + "\nb\n" + beyond, 1 << 20), () -> {});
    assertTrue(lines.next());
    assertTrue(lines.next());
    assertTrue(lines.isTooLong());
    assertTrue(lines.next());
    assertEquals("b", text(lines));
    assertFalse(lines.isTooLong());
    assertTrue(lines.next());
    assertTrue(lines.isTooLong());
    assertFalse(lines.next());
  }

  @Test
  void aLineOfExactlyTheLimitIsRead() throws IOException {
    Lines lines = new Lines(inPieces("z".repeat(Lines.LIMIT_BYTES - 1) + "\nb", 1 << 20), () -> {});
    assertTrue(lines.next());
    assertFalse(lines.isTooLong());
    assertEquals(Lines.LIMIT_BYTES - 1, lines.length());
    assertTrue(lines.next());
    assertEquals("b", text(lines));
  }

  @Test
  void whoeverWaitsIsToldBeforeTheStreamIsWaitedFor() throws IOException {
    List<String> log = new ArrayList<>();
    InputStream slow =
        new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int available() {
            return 0;
          }

          @Override
          public synchronized int read(byte[] into, int from, int length) {
            int read = super.read(into, from, Math.min(2, length));
            log.add("read " + read);
            return read;
          }
        };
    Lines lines = new Lines(slow, () -> log.add("waits"));
    while (lines.next()) {
      log.add(text(lines));
    }
    assertEquals(List.of("waits", "read 2", "a", "waits", "read 2", "b", "waits", "read -1"), log);
  }

  private static String text(Lines lines) {
    return new String(lines.buffer(), lines.start(), lines.length(), StandardCharsets.UTF_8);
  }

  private static InputStream inPieces(String text, int piece) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(piece, length));
      }
    };
  }
}
