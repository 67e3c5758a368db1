package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.JOIN;
import static org.rejoin.tck.scenario.Action.LEAVE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rejoin.tck.scenario.Feature;

/**
 * On a real clock servers may show a destroyed channel 200 ms early and 300 ms late, and may or may
 * not have destroyed one that somebody comes to that near to its end (KILL-10, D-44).
 */
class NearDestructionTest {
  /** The channel is to be destroyed at 15 s. */
  private static final Trial EMPTY =
      Trial.of(WEB, ANDROID)
          .step(0, JOIN, 1)
          .step(5_000, LEAVE, 1)
          .within(200, 300)
          .with(Feature.CHANNEL_LIFECYCLE);

  private static final String DUE =
      "the last user of channel 'main' became absent at 5.000 s, so it is to be destroyed at"
          + " 15.000 s; ";

  @Test
  void itMayBeShownSomewhatEarlyOrLateAndNoMore() {
    EMPTY.destroyed(14_800, "main").assertAccepted();
    EMPTY.destroyed(15_300, "main").assertAccepted();
    EMPTY.destroyed(14_799, "main").assertRefused(DUE + "seen at 14.799 s");
    EMPTY.destroyed(15_301, "main").assertRefused(DUE + "seen at 15.301 s");
    EMPTY.assertRefused(DUE + "not seen");
  }

  @Test
  void ofTwoThatAreNotShownTheLaterIsShownTooLate() {
    Trial twice = EMPTY.step(20_000, JOIN, 2).step(25_000, LEAVE, 2).within(0, 0);
    String second =
        "the last user of channel 'main' became absent at 25.000 s, so it is to be destroyed at"
            + " 35.000 s; ";
    twice.assertRefused(DUE + "not seen", second + "not seen");
    twice.destroyed(40_000, "main").assertRefused(DUE + "not seen", second + "seen at 40.000 s");
  }

  @Test
  void whoComesShortlyBeforeMayFindItDestroyed() {
    Trial comes = EMPTY.step(14_801, JOIN, 2);
    comes.assertAccepted();
    comes.destroyed(14_801, "main").assertAccepted();
    comes
        .destroyed(14_801, "main")
        .destroyed(14_802, "main")
        .assertRefused(
            "channel 'main' is not due to be destroyed at 14.802 s: that is 10.000 s after its last"
                + " user became absent");
  }

  /** A channel that somebody came to may still be shown, around the instant of its end only. */
  @ParameterizedTest(name = "shown at {0} ms: {1}")
  @CsvSource({
    "14799, false",
    "14800, true",
    "15000, true",
    "15300, true",
    "15301, false",
    "59000, false"
  })
  void whatWasSparedIsShownAroundItsEndOrNotAtAll(long atMillis, boolean accepted) {
    Trial shown = EMPTY.step(14_990, JOIN, 2).destroyed(atMillis, "main");
    assertEquals(accepted, shown.judge().conforms(), shown.judge().divergences()::toString);
  }

  @Test
  void whatWasSparedMayBeShownWhoeverLeavesAndComesMeanwhile() {
    Trial left = EMPTY.step(14_900, JOIN, 2).step(14_950, LEAVE, 2);
    left.destroyed(15_050, "main").destroyed(24_950, "main").assertAccepted();
    left.destroyed(24_950, "main").assertAccepted();
    Trial back = left.step(15_000, JOIN, 1);
    back.destroyed(15_100, "main").assertAccepted();
    back.assertAccepted();
  }

  @Test
  void whoComesInGoodTimeFindsItThere() {
    Trial comes = EMPTY.step(14_800, JOIN, 2);
    comes.assertAccepted();
    comes
        .destroyed(14_800, "main")
        .assertRefused(
            "channel 'main' is not due to be destroyed at 14.800 s: that is 10.000 s after its last"
                + " user became absent");
  }

  @Test
  void whoComesShortlyAfterMayFindItThere() {
    Trial comes = EMPTY.step(15_500, JOIN, 2);
    comes.assertAccepted();
    comes.destroyed(15_300, "main").assertAccepted();
    EMPTY.step(15_501, JOIN, 2).assertRefused(DUE + "not seen");
  }
}
