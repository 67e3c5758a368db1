package org.rejoin.tck.port;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts a stream of bytes into lines, and keeps no more than one line's limit of it in memory. */
final class LineReader {
  private final InputStream in;
  private final int limitBytes;
  private final byte[] chunk = new byte[1 << 16];

  private int next;
  private int end;
  private long cameNanos;
  private volatile long unfinishedBytes;

  LineReader(InputStream in, int limitBytes) {
    this.in = in;
    this.limitBytes = limitBytes;
  }

  /**
   * A line without its end.
   *
   * @param text the line, or the beginning of one that is too long; what is no UTF-8 is replaced
   * @param bytes how long it was
   * @param utf8 whether it was UTF-8
   * @param whole whether its end came; it does not if the stream ends or breaks off
   * @param cameNanos when its last byte came, on the clock of {@link System#nanoTime}
   */
  record Line(String text, long bytes, boolean utf8, boolean whole, long cameNanos) {
    Line withText(String other) {
      return new Line(other, bytes, utf8, whole, cameNanos);
    }
  }

  /** The next line; empty once the stream has ended. */
  Optional<Line> read() {
    if (next == end && !refill()) {
      return Optional.empty();
    }
    int start = next;
    if (findEnd()) {
      return Optional.of(line(chunk, start, next - 1 - start, next - 1 - start, true));
    }
    return Optional.of(readLong(start));
  }

  /**
   * How much of a message has come whose line end has not; stray output is none. Safe to ask from
   * another thread.
   */
  long unfinishedBytes() {
    return unfinishedBytes;
  }

  /** A line that goes on beyond the chunk that it began in. */
  private Line readLong(int begin) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long bytes = 0;
    int start = begin;
    boolean message = chunk[begin] == '{';
    boolean whole;
    boolean more;
    do {
      whole = next > start && chunk[next - 1] == '\n';
      int length = next - start - (whole ? 1 : 0);
      kept.write(chunk, start, Math.min(length, limitBytes - kept.size()));
      bytes += length;
      unfinishedBytes = whole || !message ? 0 : bytes;
      more = !whole && refill();
      start = 0;
      if (more) {
        findEnd();
      }
    } while (more);
    return line(kept.toByteArray(), 0, kept.size(), bytes, whole);
  }

  /** Goes past the next line end, or to the end of the chunk. Returns whether there was one. */
  private boolean findEnd() {
    while (next < end) {
      next++;
      if (chunk[next - 1] == '\n') {
        return true;
      }
    }
    return false;
  }

  private boolean refill() {
    next = 0;
    try {
      end = Math.max(0, in.read(chunk));
    } catch (IOException closed) {
      end = 0;
    }
    cameNanos = System.nanoTime();
    return end > 0;
  }

  private Line line(byte[] from, int start, int length, long bytes, boolean whole) {
    int kept = Math.min(length, limitBytes);
    String text = new String(from, start, kept, StandardCharsets.UTF_8);
    boolean utf8 = text.indexOf('\uFFFD') < 0 || isUtf8(ByteBuffer.wrap(from, start, kept));
    boolean returned = text.endsWith("\r");
    return new Line(
        returned ? text.substring(0, text.length() - 1) : text, bytes, utf8, whole, cameNanos);
  }

  private static boolean isUtf8(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
