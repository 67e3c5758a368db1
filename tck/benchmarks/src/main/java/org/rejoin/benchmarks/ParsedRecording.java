package org.rejoin.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The least that can be done with a recording: its bytes are read and cut into lines, and Jackson
 * takes each line apart into fields. Every token is read, every text is made a string and every
 * number a long, and nothing is done with them but to add them up.
 */
final class ParsedRecording {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private byte[] buffer = new byte[1 << 16];
  private int filled;
  private long sum;
  private long lines;

  private ParsedRecording() {}

  /** Parses the file that the argument names. */
  public static void main(String[] args) throws IOException {
    ParsedRecording parsed = new ParsedRecording();
    try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
      parsed.read(in);
    }
    System.out.println(parsed.lines + " lines, " + parsed.sum);
  }

  private void read(InputStream in) throws IOException {
    int read = in.read(buffer, 0, buffer.length);
    while (read >= 0) {
      filled += read;
      int start = 0;
      for (int end = 0; end < filled; end++) {
        if (buffer[end] == '\n') {
          line(start, end - start);
          start = end + 1;
        }
      }
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * filled);
      }
      read = in.read(buffer, filled, buffer.length - filled);
    }
  }

  private void line(int start, int length) throws IOException {
    lines++;
    try (JsonParser parser = JSON.createParser(buffer, start, length)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        sum +=
            switch (token) {
              case FIELD_NAME -> parser.currentName().length();
              case VALUE_STRING -> parser.getText().length();
              case VALUE_NUMBER_INT -> parser.getLongValue();
              default -> 1;
            };
      }
    }
  }
}
