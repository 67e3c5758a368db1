package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as they are written in pictures. */
class TimeTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 s, 0.000 s",
    "1, 0.001 s, 0.001 s",
    "-1, -0.001 s, -0.001 s",
    "-999, -0.999 s, -0.999 s",
    "-1000, -1 s, -1.000 s",
    "9000, 9 s, 9.000 s",
    "9010, 9.01 s, 9.010 s",
    "100000, 100 s, 100.000 s",
    "4294967296, 4294967.296 s, 4294967.296 s"
  })
  void timesAreSecondsAsShortAsTheyAreExactOrWithThreeDecimals(
      long millis, String brief, String exact) {
    assertEquals(brief, TimeText.brief(millis), "brief");
    assertEquals(exact, TimeText.exact(millis), "exact");
  }
}
