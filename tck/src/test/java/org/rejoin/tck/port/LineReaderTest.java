package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bytes become lines, whatever the pieces that they come in. */
class LineReaderTest {
  private static final int LIMIT = 10;

  /** Gives out so many bytes at a time. */
  private static final class Drip extends InputStream {
    private final InputStream in;
    private final int atOnce;

    Drip(String text, int atOnce) {
      this.in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      this.atOnce = atOnce;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return in.read(into, offset, Math.min(atOnce, length));
    }
  }

  /** Gives out the letter x, a billion times. */
  private static final class Gigabyte extends InputStream {
    private long left = 1L << 30;

    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int given = (int) Math.min(left, length);
      Arrays.fill(into, offset, offset + given, (byte) 'x');
      left -= given;
      return given == 0 ? -1 : given;
    }
  }

  @Property
  void thePiecesDoNotMatter(
      @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> letters,
      @ForAll @IntRange(min = 1, max = 4) int atOnce) {
    String[] alphabet = {"x", "\n", "\r", "é", "xxxxxxxxxx", "\uFFFD"};
    StringBuilder text = new StringBuilder();
    letters.forEach(letter -> text.append(alphabet[letter]));
    assertEquals(
        read(text.toString(), Integer.MAX_VALUE), read(text.toString(), atOnce), text.toString());
  }

  @Test
  void aLineIsAsItCameWithoutItsEnd() {
    assertEquals(List.of("4 é x", "0 ", "5 tail|"), read("é x\n\ntail|", 3));
    assertEquals(List.of("2 x"), read("x\r\n", 1));
    assertEquals(List.of(), read("", 1));
  }

  @Test
  void aLineThatIsTooLongIsCutAndTheNextIsWhole() {
    assertEquals(
        List.of("10 0123456789", "11 0123456789", "1 x"), read("0123456789\n01234567890\nx\n", 4));
  }

  @Test
  void whatIsNoUtf8IsReplacedAndTold() {
    byte[] bytes = {'x', (byte) 0xFF, '\n', 'y', '\n'};
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes), LIMIT);
    LineReader.Line line = reader.read().orElseThrow();
    assertEquals("x\uFFFD false", line.text() + " " + line.utf8());
    assertEquals("y true", reader.read().map(next -> next.text() + " " + next.utf8()).orElse(""));
  }

  @Test
  void aGigabyteWithoutALineEndIsCountedAndNotKept() {
    LineReader.Line line = new LineReader(new Gigabyte(), LIMIT).read().orElseThrow();
    assertEquals("xxxxxxxxxx", line.text());
    assertEquals(1L << 30, line.bytes());
  }

  private static List<String> read(String text, int atOnce) {
    LineReader reader = new LineReader(new Drip(text, atOnce), LIMIT);
    List<String> lines = new ArrayList<>();
    for (Optional<LineReader.Line> line = reader.read(); line.isPresent(); line = reader.read()) {
      lines.add(line.get().bytes() + " " + line.get().text());
    }
    return lines;
  }
}
