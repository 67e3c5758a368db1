package org.rejoin.tck.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** D-35: a profile may grant observers on AWL and APPLE a longer window in live channels. */
class LiveWindowTest {
  private static final UserId WEB = UserId.of(1);
  private static final UserId ANDROID = UserId.of(2);
  private static final UserId IOS = UserId.of(3);
  private static final UserId OTHER_WEB = UserId.of(4);

  private final HandWritten outcomes =
      new HandWritten(
          ImmutableProfile.copyOf(Profiles.AGORA_2019_05)
              .withId("live-30s")
              .withLiveGoneAfterMillis(30_000));

  @Test
  void inALiveChannelTheProfilesOwnWindowIsInForceExceptOnWeb() {
    assertGone(Mode.LIVE, 35_000);
  }

  @Test
  void inCommunicationModeTheWindowIsWhatItWas() {
    assertGone(Mode.COMMUNICATION, 25_000);
  }

  private void assertGone(Mode mode, long atMillis) {
    Trace expected =
        new Trace(
            ImmutableList.of(
                gone(15_000, OTHER_WEB, "stream-removed", Optional.empty()),
                gone(atMillis, ANDROID, "onUserOffline", Optional.of(Reason.DROPPED)),
                gone(atMillis, IOS, "didOfflineOfUid", Optional.of(Reason.DROPPED))),
            ImmutableList.of());
    Scenario scenario = dropped(mode);
    outcomes.assertShown(scenario, expected);
    outcomes.assertAccepted(scenario, expected);
    outcomes.assertEveryChangeRefused(scenario, expected);
  }

  private static Scenario dropped(Mode mode) {
    return ImmutableScenario.builder()
        .mode(mode)
        .addParticipants(
            new Participant(WEB, Platform.WEB),
            new Participant(ANDROID, Platform.ANDROID),
            new Participant(IOS, Platform.IOS),
            new Participant(OTHER_WEB, Platform.WEB))
        .addAllSteps(
            List.of(WEB, ANDROID, IOS, OTHER_WEB).stream()
                .map(user -> Step.of(0, Action.JOIN, user))
                .toList())
        .addSteps(Step.of(5_000, Action.DROP, WEB))
        .untilMillis(60_000)
        .build();
  }

  private static TracedCallback gone(
      long atMillis, UserId observer, String name, Optional<Reason> reason) {
    return new TracedCallback(atMillis, observer, new Callback(name, Optional.of(WEB), reason));
  }
}
