package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.rejoin.tck.report.ImmutableShow;
import org.rejoin.tck.report.RecordingJson;
import org.rejoin.tck.report.RecordingText;

/** Whatever a recording says, each line is judged or named in one line, and can be shown. */
class RecordingFuzzTest {
  @DictionaryFile(resourcePath = "/org/rejoin/tck/fuzz.dict")
  @FuzzTest
  void aRecordingIsJudgedOrNamed(byte[] file) {
    RecordingText text =
        new RecordingText(Recordings.PROFILE, ImmutableShow.builder().verbose(true).build());
    StringBuilder shown = new StringBuilder();
    RecordingCheck check =
        new RecordingCheck(
            Recordings.PROFILE,
            Optional.empty(),
            OptionalLong.empty(),
            failure -> shown.append(text.failure(failure)));
    check.add("fuzz.jsonl", new ByteArrayInputStream(file));
    RecordingResult result = check.result();
    assertEquals(ImmutableList.of(), result.run().defects());
    messages(result).forEach(RecordingFuzzTest::assertIsALine);
    assertHarmless(shown.append(text.summary(result)).toString());
    String json = RecordingJson.of(result, ImmutableList.of("fuzz.jsonl"), "kit").toString();
    assertFalse(json.isEmpty());
  }

  private static Stream<String> messages(RecordingResult result) {
    return Stream.of(
            result.firstBrokenLines(),
            result.unreadable(),
            result.run().warnings(),
            result.run().incompleteBecause())
        .flatMap(ImmutableList::stream);
  }

  private static void assertIsALine(String message) {
    assertFalse(message.isBlank(), "named without a word");
    assertFalse(message.contains("\n"), message);
  }

  private static void assertHarmless(String text) {
    assertTrue(
        text.chars().noneMatch(c -> (Character.isISOControl(c) && c != '\n') || c == 0x202E), text);
  }
}
