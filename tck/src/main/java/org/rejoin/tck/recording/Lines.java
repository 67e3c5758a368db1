package org.rejoin.tck.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines, in place, and keeps no more than one of them in memory. */
final class Lines {
  /** The longest line that is read: 4 MiB, as in the port protocol. */
  static final int LIMIT_BYTES = 4 << 20;

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final Runnable beforeWaiting;

  private byte[] buffer = new byte[CHUNK];
  private int filled;
  private int next;
  private int start;
  private int end;
  private long number;
  private boolean whole;
  private boolean tooLong;

  /**
   * Lines of a stream.
   *
   * @param beforeWaiting is run when the stream has nothing more to read at the moment
   */
  Lines(InputStream in, Runnable beforeWaiting) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
  }

  /**
   * Goes to the next line. Returns whether there is one.
   *
   * @throws IOException if the stream breaks off
   */
  boolean next() throws IOException {
    start = next;
    tooLong = false;
    int at = start;
    while (true) {
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      if (at < filled) {
        finish(at, at + 1, true);
        return true;
      }
      at -= makeRoom();
      if (in.available() <= 0) {
        beforeWaiting.run();
      }
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        finish(filled, filled, false);
        return end > start || tooLong;
      }
      filled += read;
    }
  }

  /** Moves the line to the front, or makes the buffer larger, or drops what is beyond the limit. */
  private int makeRoom() {
    int moved = start;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      if (filled < LIMIT_BYTES) {
        buffer = Arrays.copyOf(buffer, Math.min(2 * filled, LIMIT_BYTES));
      } else {
        tooLong = true;
        moved += filled;
        filled = 0;
      }
    }
    return moved;
  }

  private void finish(int lineEnd, int following, boolean withItsEnd) {
    number++;
    whole = withItsEnd;
    next = following;
    end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    if (number == 1 && startsWithMark()) {
      start += 3;
    }
  }

  /** The byte order mark that some editors put before UTF-8. */
  private boolean startsWithMark() {
    return end - start >= 3
        && buffer[start] == (byte) 0xEF
        && buffer[start + 1] == (byte) 0xBB
        && buffer[start + 2] == (byte) 0xBF;
  }

  /** Whether there is nothing in the line but blanks. */
  boolean isBlank() {
    return firstByte() == ' ' && !tooLong;
  }

  /** The first byte that is no blank; a blank if there is none. */
  byte firstByte() {
    int i = start;
    while (i < end && (buffer[i] == ' ' || buffer[i] == '\t' || buffer[i] == '\r')) {
      i++;
    }
    return i < end ? buffer[i] : (byte) ' ';
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** Where the line is, from {@link #start} for {@link #length} bytes; until the next call. */
  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  /** Whether the line's end came; it does not if the stream ends first. */
  boolean isWhole() {
    return whole;
  }

  /** Whether it is longer than the limit; then what there is of it is of no use. */
  boolean isTooLong() {
    return tooLong;
  }
}
