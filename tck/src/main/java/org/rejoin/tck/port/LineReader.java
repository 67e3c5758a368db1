package org.rejoin.tck.port;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Cuts a stream of bytes into lines, and keeps no more than one line's limit of it in memory. */
final class LineReader {
  private final InputStream in;
  private final int limitBytes;
  private final byte[] chunk = new byte[1 << 16];

  private int next;
  private int end;

  LineReader(InputStream in, int limitBytes) {
    this.in = in;
    this.limitBytes = limitBytes;
  }

  /** The next line; the last one may lack its end. A stream that breaks off has ended. */
  Heard read() {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    long length = 0;
    boolean any = false;
    while (true) {
      if (next == end && !refill()) {
        return any ? toHeard(line, length) : new Heard.End();
      }
      any = true;
      int start = next;
      while (next < end && chunk[next] != '\n') {
        next++;
      }
      length += next - start;
      if (length <= limitBytes) {
        line.write(chunk, start, next - start);
      }
      if (next < end) {
        next++;
        return toHeard(line, length);
      }
    }
  }

  private boolean refill() {
    try {
      next = 0;
      end = Math.max(0, in.read(chunk));
    } catch (IOException closed) {
      end = 0;
    }
    return end > 0;
  }

  private Heard toHeard(ByteArrayOutputStream line, long length) {
    if (length > limitBytes) {
      return new Heard.Garbled("a line of " + length + " bytes; the limit is " + limitBytes);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      return new Heard.Line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    } catch (CharacterCodingException notText) {
      return new Heard.Garbled("a line that is not UTF-8");
    }
  }
}
