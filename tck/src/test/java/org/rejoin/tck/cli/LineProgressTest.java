package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.run.Progress;

/** What a log shows of long work, on a clock of the test's own. */
class LineProgressTest {
  private final StringWriter log = new StringWriter();
  private long nowNanos = -5;
  private final Progress progress = new LineProgress(new PrintWriter(log), () -> nowNanos);

  @Test
  void workOfLessThanTenSecondsLeavesNoLine() {
    progress.begin(Progress.CHECKS, 100);
    pass(9_999);
    progress.done(60);
    pass(10_000);
    progress.done(40);
    progress.end();
    assertEquals("", log.toString());
  }

  @Test
  void everyTenSecondsALineSaysHowMuchHowFastAndHowLong() {
    progress.begin(Progress.CHECKS, 11_426);
    pass(10_000);
    progress.done(2_000);
    progress.done(1);
    pass(10_001);
    progress.done(1_999);
    assertEquals(
        """
        rejoin: 2,000 of 11,426 checks, 200 a second, about 48 s left
        rejoin: 4,000 of 11,426 checks, 200 a second, about 38 s left
        """,
        log.toString().replace("\r", ""));
  }

  @Test
  void anotherPieceOfWorkBeginsAnew() {
    progress.begin(Progress.BYTES, 10);
    pass(9_000);
    progress.done(5);
    progress.end();
    progress.begin(Progress.BYTES, 20);
    pass(9_000);
    progress.done(5);
    assertEquals("", log.toString());
    pass(1_000);
    progress.done(5);
    assertEquals(
        "rejoin: 10 of 20 bytes, 1 a second, about 10 s left\n", log.toString().replace("\r", ""));
  }

  private void pass(long millis) {
    nowNanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
