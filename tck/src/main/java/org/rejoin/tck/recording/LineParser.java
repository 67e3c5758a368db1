package org.rejoin.tck.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rejoin.tck.scenario.InvalidScenarioException;

/**
 * Makes recorded lines of bytes: lines of the open form straight from the parser, the rare others
 * by way of a tree. The first line that can be read says which form the file is in. Never throws
 * for what a line says.
 */
final class LineParser {
  static final int NESTING = 50;
  static final int NUMBER_LENGTH = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING)
                  .maxNumberLength(NUMBER_LENGTH)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** As much of a broken line as is shown, before and after the place where it breaks. */
  private static final int SHOWN = 20;

  private final LineFields fields = new LineFields(new Shared());
  private final BeginLines begins = new BeginLines();
  private Optional<Form> form = Optional.empty();

  private static final String MIXED =
      "is of the other form than the file's first line; put whole traces (closed form) and single"
          + " events (open form) into two files";

  /** How a file says what it has to say. */
  private enum Form {
    /** A whole trace a line. */
    CLOSED,
    /** A stimulus or callback a line. */
    OPEN
  }

  /** The line that a cutter stands at. */
  RecordedLine parse(Lines at) {
    fields.clear();
    if (at.isTooLong()) {
      return broken(at, "is longer than " + Lines.LIMIT_BYTES + " bytes (4 MiB)");
    }
    if (at.firstByte() != '{') {
      return broken(at, "must be a JSON object in UTF-8, begins with " + beginning(at));
    }
    try {
      return read(at);
    } catch (InvalidScenarioException e) {
      return broken(at, isOfOtherForm(at) ? MIXED : String.valueOf(e.getMessage()));
    } catch (StreamConstraintsException e) {
      return broken(
          at, "is nested deeper than " + NESTING + " levels, or has an endless number or name");
    } catch (JsonProcessingException e) {
      return broken(at, "is not JSON" + near(at, e));
    } catch (IOException e) {
      return broken(at, "is not JSON");
    }
  }

  private RecordedLine read(Lines at) throws IOException {
    Form of = form.isPresent() ? form.get() : formOf(at);
    RecordedLine line =
        switch (of) {
          case CLOSED -> TreeLines.closed(at);
          case OPEN -> readOpen(at);
        };
    if (form.isEmpty() && !(line instanceof RecordedLine.Broken)) {
      form = Optional.of(of);
    }
    return line;
  }

  private RecordedLine readOpen(Lines at) throws IOException {
    try (JsonParser parser = JSON.createParser(at.buffer(), at.start(), at.length())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        fields.take(parser);
        if (fields.isBegin) {
          return begins.read(at, fields, parser);
        }
      }
      if (parser.nextToken() != null) {
        return broken(at, "holds more than one object: is a \\n missing?");
      }
    }
    return OpenLines.of(at.number(), fields);
  }

  private static Form formOf(Lines at) throws IOException {
    return TreeLines.isClosed(at) ? Form.CLOSED : Form.OPEN;
  }

  private boolean isOfOtherForm(Lines at) {
    try {
      return form.isPresent() && form.get() != formOf(at);
    } catch (IOException e) {
      return false;
    }
  }

  private RecordedLine.Broken broken(Lines at, String problem) {
    return new RecordedLine.Broken(
        at.number(),
        fields.channel.isEmpty() ? Optional.empty() : Optional.of(fields.channel),
        problem,
        !at.isWhole());
  }

  private static String beginning(Lines at) {
    return "`"
        + OpenLines.brief(
            new String(
                at.buffer(), at.start(), Math.min(at.length(), SHOWN), StandardCharsets.UTF_8))
        + "`";
  }

  private static String near(Lines at, JsonProcessingException e) {
    long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
    int place = (int) Math.max(0, Math.min(at.length(), offset));
    int from = Math.max(0, place - SHOWN);
    int to = Math.min(at.length(), place + SHOWN);
    String shown = new String(at.buffer(), at.start() + from, to - from, StandardCharsets.UTF_8);
    return " at byte " + (place + 1) + ", near `" + OpenLines.brief(shown) + "`";
  }
}
