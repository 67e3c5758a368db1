package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.api.Profiles;

/** What was said can be read afterwards. */
class TranscriptTest {
  private static final String HEAD =
      "# milliseconds, process, way (> to the port, < from it, ! its log), line\n";

  @Test
  void aLineHasItsTimeItsProcessAndItsWay() {
    StringWriter text = new StringWriter();
    AtomicLong nanos = new AtomicLong(-5_000_000);
    Transcript transcript = new Transcript(Optional.of(text), nanos::get);
    assertEquals(1, transcript.nextProcess());
    assertEquals(2, transcript.nextProcess());
    transcript.note(1, Transcript.Way.TO_PORT, "{}");
    nanos.set(7_999_999);
    transcript.note(2, Transcript.Way.FROM_PORT, "a\u001b[2J");
    transcript.note(2, Transcript.Way.LOG, "x".repeat(10_001));
    assertEquals(
        HEAD
            + "      0 1 > {}\n"
            + "     12 2 < a\uFFFD[2J\n"
            + "     12 2 ! "
            + "x".repeat(10_000)
            + "... (10001 characters)\n",
        text.toString());
  }

  @Test
  void bothSidesOfARunAreInTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("transcript");
    String token = ShellPort.token();
    try (Transcript transcript = Transcript.to(file);
        StdioPort port =
            StdioPort.start(
                ShellPort.command("hello; ask; echo oops; answer; serve", token),
                ShellPort.patient(),
                "kit",
                transcript)) {
      port.run(ShellPort.scenario("a"), Profiles.AGORA_2019_05);
    }
    assertEquals(
        HEAD
            + "N 1 > {\"type\":\"hello\",\"protocol\":1,\"kit\":\"kit\"}\n"
            + "N 1 < "
            + ShellPort.HELLO
            + "\n"
            + "N 1 > {\"type\":\"run\",\"id\":1,\"profile\":\"agora-2019-05\",\"scenario\":{\"name\":"
            + "\"a\",\"participants\":[{\"uid\":1,\"platform\":\"web\"}],\"steps\":[],"
            + "\"until\":1000}}\n"
            + "N 1 < oops\n"
            + "N 1 < {\"type\":\"trace\",\"id\":1,\"callbacks\":[]}\n",
        Files.readString(file).replaceAll("(?m)^ *\\d+", "N"));
  }

  @Test
  void aFullDiskEndsTheTranscriptAndIsTold() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("no space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Transcript transcript = new Transcript(Optional.of(full), () -> 0);
    transcript.note(1, Transcript.Way.LOG, "x");
    assertEquals(
        Optional.of("the transcript is not whole: no space left on device"), transcript.problem());
  }
}
