package org.rejoin.tck.oracle;

import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;

import org.junit.jupiter.api.Test;

/** A window that ends while the observer is cut off itself (D-09). */
class CutOffObserverTest {

  @Test
  void byItsOwnClockAnAppMayBeToldAtTheEndAndNotLater() {
    Trial cut = Trial.joined(WEB, ANDROID).step(5_000, DROP, 1).step(24_000, DROP, 2).until(27_000);
    cut.assertAccepted();
    cut.told(25_000, 2, "onUserOffline", 1).assertAccepted();
    cut.told(25_001, 2, "onUserOffline", 1)
        .assertRefused(
            "android user 2 last heard user 1 at 5.000 s, and is cut off itself: nothing is due,"
                + " but `onUserOffline(1)` was seen at 25.001 s");
  }

  @Test
  void onWebItIsNotTold() {
    Trial cut = Trial.joined(WEB, WEB).step(5_000, DROP, 1).step(14_000, DROP, 2).until(17_000);
    cut.assertAccepted();
    cut.told(15_000, 2, "stream-removed", 1)
        .assertRefused(
            "web user 2 last heard user 1 at 5.000 s, and is cut off itself: nothing is due, but"
                + " `stream-removed(1)` was seen at 15.000 s");
  }
}
