package org.rejoin.tck.oracle;

import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.JOIN;
import static org.rejoin.tck.scenario.Action.KILL;
import static org.rejoin.tck.scenario.Action.RESTORE;

import org.junit.jupiter.api.Test;

/** A newcomer may be told of who is there, and of members that are silent just now (D-33). */
class FirstMeetingTest {
  private static final Trial SILENT =
      Trial.of(WEB, WEB).step(0, JOIN, 1).step(5_000, DROP, 1).step(10_000, JOIN, 2).until(20_000);

  @Test
  void aSilentMemberThatIsToldOfIsGoneAWindowLater() {
    SILENT.assertAccepted();
    Trial told = SILENT.told(10_000, 2, "stream-added", 1);
    told.told(20_000, 2, "stream-removed", 1).assertAccepted();
    told.assertRefused(
        "web user 2 was told of user 1 at 10.000 s and has not heard it, so `stream-removed(1)` is"
            + " due at 20.000 s; not seen");
  }

  @Test
  void aKilledMemberThatIsToldOfIsGoneAWindowLaterThoughNothingElseHappens() {
    Trial.of(WEB, WEB)
        .step(0, JOIN, 1)
        .step(5_000, KILL, 1)
        .step(10_000, JOIN, 2)
        .told(10_000, 2, "stream-added", 1)
        .assertRefused(
            "web user 2 was told of user 1 at 10.000 s and has not heard it, so `stream-removed(1)`"
                + " is due at 20.000 s; not seen");
  }

  @Test
  void aSilentMemberThatReturnsAtThatInstantIsToldOfOnce() {
    Trial told =
        SILENT
            .step(10_000, RESTORE, 1)
            .told(10_000, 1, "stream-added", 2)
            .told(10_000, 2, "stream-added", 1);
    told.assertAccepted();
    told.told(10_000, 2, "stream-added", 1)
        .assertRefused(
            "web user 2 hears user 1 and was not told otherwise: nothing is due, but"
                + " `stream-added(1)` was seen at 10.000 s");
  }
}
