package org.rejoin.tck.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads begin lines. Where channel and time stand first, what follows them is mostly the same, byte
 * for byte, as on the begin line before: then it means the same, and is not taken apart again.
 */
final class BeginLines {
  private byte[] said = {};
  private Circumstances meant = ImmutableCircumstances.builder().build();

  /**
   * A begin line.
   *
   * @param before the fields that stand before {@code begin}
   * @param parser stands at the value of {@code begin}
   * @throws org.rejoin.tck.scenario.InvalidScenarioException naming the field that is wrong
   * @throws IOException if it is not JSON
   */
  RecordedLine read(Lines at, LineFields before, JsonParser parser) throws IOException {
    if (!before.isChannelAlone() || parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      return TreeLines.begin(at);
    }
    int from = at.start() + (int) parser.currentLocation().getByteOffset();
    int to = at.start() + at.length();
    if (Arrays.equals(said, 0, said.length, at.buffer(), from, to) && isTime(parser)) {
      return new RecordedLine.Begin(at.number(), before.channel, parser.getLongValue(), meant);
    }
    RecordedLine.Begin line = TreeLines.begin(at);
    said = Arrays.copyOfRange(at.buffer(), from, to);
    meant = line.how();
    return line;
  }

  private static boolean isTime(JsonParser parser) throws IOException {
    return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && parser.getLongValue() >= 0
        && parser.getLongValue() <= LineFields.LATEST;
  }
}
