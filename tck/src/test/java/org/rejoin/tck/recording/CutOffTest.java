package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.recording.Recordings.Recorded;

/** A recording may be cut off anywhere: what there is of it is judged, and nobody is blamed. */
class CutOffTest {

  @Test
  void whatConformsConformsUpToAnyByteOfIt() {
    byte[] whole = bytes(linesOf(Recordings.generated(21, 3)));
    for (int length = 0; length < whole.length; length++) {
      RecordingResult result = judged(whole, length, Optional.empty());
      assertTrue(result.exitCode() != 1 && result.exitCode() != 70, "cut at " + length);
    }
    assertEquals(0, judged(whole, whole.length, Optional.empty()).exitCode());
  }

  @Test
  void itDoesSoOnARealClockToo() {
    byte[] whole = bytes(linesOf(Recordings.generated(22, 5)));
    for (int length = 0; length < whole.length; length += 13) {
      RecordingResult result = judged(whole, length, Optional.of(new Tolerance(300, 700)));
      assertTrue(result.exitCode() != 1 && result.exitCode() != 70, "cut at " + length);
    }
  }

  @Test
  void whatDoesNotConformIsNeverTooMuchForTheKit() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 10; i++) {
      byte[] whole = bytes(linesOf(Recordings.generated(23, i).spoilt(random)));
      for (int length = 0; length < whole.length; length += 23) {
        RecordingResult result = judged(whole, length, Optional.empty());
        assertTrue(result.run().defects().isEmpty(), "cut at " + length);
      }
    }
  }

  @Test
  void aByteThatIsNotRightIsNeverTooMuchForTheKitEither() {
    byte[] whole = bytes(linesOf(Recordings.generated(24, 1), Recordings.generated(24, 2)));
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 500; i++) {
      byte[] spoilt = whole.clone();
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      RecordingResult result = judged(spoilt, spoilt.length, Optional.empty());
      assertFalse(result.exitCode() == 70, () -> result.run().defects().toString());
    }
  }

  @Test
  void aChannelWithoutItsEndIsJudgedUpToJustBeforeItsLastLineAndSaidToBe() {
    RecordingResult result =
        Recordings.check(
            """
            {"channel":"c1","at":0,"do":"join","uid":1,"platform":"android"}
            {"channel":"c1","at":5000,"do":"drop","uid":1}
            {"channel":"c1","at":20000,"do":"restore","uid":1}
            {"channel":"c1","at":20000,"uid":1,"name":"didRejoinChannel"}
            """);
    assertEquals(1, result.exitCode());
    assertEquals(
        "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
            + " 9.000 s; not seen",
        result.run().failures().get(0).message());
    assertEquals(
        List.of(
            "1 channel has no end line and was judged up to just before its last line; write"
                + " {\"channel\":...,\"end\":...} when a channel's recording ends"),
        result.run().warnings());
  }

  @Test
  void aLastLineThatIsCutOffIsSaidToBe() {
    RecordingResult result =
        Recordings.check(
            """
            {"channel":"c1","at":0,"do":"join","uid":1,"platform":"android"}
            {"channel":"c1","at":5000,"do":"dr""");
    assertEquals(0, result.exitCode());
    assertEquals(
        "app.jsonl:2: the last line is cut off: it is not JSON at byte 35, near"
            + " `\",\"at\":5000,\"do\":\"dr`",
        result.run().warnings().get(1));
  }

  private static RecordingResult judged(byte[] whole, int length, Optional<Tolerance> tolerance) {
    return Recordings.check(Arrays.copyOf(whole, length), tolerance);
  }

  private static List<String> linesOf(Recorded... traces) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < traces.length; i++) {
      lines.addAll(traces[i].open("c" + i));
    }
    return lines;
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
