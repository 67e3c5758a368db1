package org.rejoin.tck.oracle;

import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.JOIN;

import org.junit.jupiter.api.Test;

/** What the matter is with a callback that fits nothing that could be due. */
class SurplusTest {
  private static final Trial QUIET = Trial.joined(WEB, ANDROID);

  @Test
  void whatIsAboutTheLocalUserNamesNoPeer() {
    QUIET
        .told(1_000, 2, "onConnectionLost", 1)
        .assertRefused(
            "`onConnectionLost(1)` was seen at 1.000 s, but it is about the local user and names no"
                + " peer");
  }

  @Test
  void whatIsAboutARemoteUserNamesIt() {
    QUIET
        .told(1_000, 2, "onUserOffline")
        .assertRefused(
            "`onUserOffline()` was seen at 1.000 s, but it is about a remote user and has to name it"
                + " as peer");
  }

  @Test
  void aUserThatIsSilentForLessThanAWindowIsSaidToBeLastHeard() {
    Trial silent = QUIET.step(5_000, DROP, 2).until(8_500);
    String heard = "web user 1 last heard user 2 at 5.000 s";
    silent
        .told(8_000, 1, "stream-added", 2)
        .assertRefused(heard + ": nothing is due, but `stream-added(2)` was seen at 8.000 s");
    silent
        .told(8_000, 1, "peer-leave", 2)
        .assertRefused(
            heard
                + ", and no goodbye of user 2 arrived: nothing is due, but `peer-leave(2)` was seen"
                + " at 8.000 s");
    silent
        .step(6_000, DROP, 1)
        .told(8_000, 1, "peer-leave", 2)
        .assertRefused(
            heard
                + ", and is cut off itself: nothing is due, but `peer-leave(2)` was seen at 8.000 s");
  }

  @Test
  void whatIsToldOfTheSessionBeforeIsTooMuch() {
    Trial.joined(ANDROID)
        .step(5_000, DROP, 1)
        .step(12_000, JOIN, 1)
        .told(9_000, 1, "onConnectionInterrupted")
        .told(13_000, 1, "didRejoinChannel")
        .assertRefused(
            "android user 1 was not interrupted in this session: nothing is due, but"
                + " `didRejoinChannel()` was seen at 13.000 s");
  }

  @Test
  void aNameThatIsLongerThanAnyIsNotGuessedAt() {
    String has = "`stream-removed`, `peer-leave`, `stream-added`";
    String longest = "onUserJoined" + "_".repeat(200 - "onUserJoined".length());
    QUIET
        .told(1_000, 1, longest, 2)
        .assertRefused(unknown(longest) + "; did you mean `stream-added`? It has " + has);
    QUIET
        .told(1_000, 1, longest + "_", 2)
        .assertRefused(unknown(longest + "_") + "; it has " + has);
  }

  @Test
  void whereAPlatformIsSilentNoNameIsSuggested() {
    QUIET
        .told(1_000, 1, "rtcEngineConnectionDidLost")
        .assertRefused(
            "`rtcEngineConnectionDidLost()` was seen at 1.000 s, but web has no callback"
                + " `rtcEngineConnectionDidLost`; it has `stream-removed`, `peer-leave`,"
                + " `stream-added`");
  }

  private static String unknown(String name) {
    return "`" + name + "(2)` was seen at 1.000 s, but web has no callback `" + name + "`";
  }
}
