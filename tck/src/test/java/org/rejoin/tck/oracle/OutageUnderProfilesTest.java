package org.rejoin.tck.oracle;

import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;

import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Step;

/** What a profile says of an outage: from when lost counts (D-02), and when a client gives up. */
class OutageUnderProfilesTest {

  @Test
  void lostMayCountFromInterrupted() {
    Trial lost =
        Trial.joined(ANDROID)
            .under(Profiles.AGORA_CURRENT)
            .step(5_000, DROP, 1)
            .told(9_000, 1, "onConnectionInterrupted")
            .until(20_000);
    lost.told(19_000, 1, "onConnectionLost").assertAccepted();
    lost.assertRefused(
        "android user 1 last heard the server at 5.000 s, so `onConnectionLost()` is due at 19.000"
            + " s; not seen");
  }

  /** Who stops trying is in no channel any more (D-13), and says no goodbye. */
  @Test
  void whoWasHeardUntilThenGoesSilentThen() {
    Trial deaf =
        Trial.joined(ANDROID, WEB)
            .under(Profiles.AGORA_2020_TIMELINE)
            .step(Step.of(5_000, DROP, UserId.of(1)).withDirection(Direction.DOWNLINK))
            .told(9_000, 1, "onConnectionInterrupted")
            .told(20_000, 1, "onConnectionLost")
            .until(1_225_000);
    deaf.told(1_215_000, 2, "stream-removed", 1).assertAccepted();
    deaf.assertRefused(
        "web user 2 last heard user 1 at 1205.000 s, so `stream-removed(1)` is due at 1215.000 s;"
            + " not seen");
  }
}
