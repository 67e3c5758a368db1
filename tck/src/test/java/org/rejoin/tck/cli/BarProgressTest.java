package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.run.Progress;

/** What a terminal shows of long work. */
class BarProgressTest {
  @Test
  void theLastStateIsDrawnAndThenTheLineIsLeftEmpty() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    Progress progress = new BarProgress(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    progress.begin(Progress.CHECKS, 4);
    progress.done(3);
    progress.done(1);
    progress.end();
    progress.end();
    progress.done(1);
    String text = terminal.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("checks"), text);
    assertTrue(text.contains("4/4"), text);
    assertTrue(text.endsWith("\r" + " ".repeat(79) + "\r"), text);
  }
}
