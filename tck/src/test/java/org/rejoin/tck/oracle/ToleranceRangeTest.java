package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;

import org.junit.jupiter.api.Test;

/** A tolerance is two waits, either of which may be none. */
class ToleranceRangeTest {

  @Test
  void neitherWaitIsNegative() {
    assertEquals(
        "tolerance: early must not be negative, was -1",
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(-1, 0)).getMessage());
    assertEquals(
        "tolerance: late must not be negative, was -1",
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(0, -1)).getMessage());
  }

  @Test
  void onlyWithoutBothItIsExact() {
    assertTrue(new Tolerance(0, 0).isExact());
    assertFalse(new Tolerance(0, 1).isExact());
    assertFalse(new Tolerance(1, 0).isExact());
    assertEquals(new Tolerance(7, 7), Tolerance.of(7));
  }

  @Test
  void whatMayBeEarlyIsLookedAtToTheEnd() {
    Trial.joined(WEB, ANDROID)
        .within(200, 300)
        .told(60_000, 2, "onConnectionLost")
        .assertRefused(
            "android user 2 hears the server and has been told all there was: nothing is due, but"
                + " `onConnectionLost()` was seen at 60.000 s");
  }
}
