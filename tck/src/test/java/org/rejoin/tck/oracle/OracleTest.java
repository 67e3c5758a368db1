package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** What the oracle says of wrong traces, to the letter. */
class OracleTest {
  private static final UserId ONE = UserId.of(1);
  private static final UserId TWO = UserId.of(2);

  @Test
  void aUserThatCameAndWentAtOneInstantIsNotToldThereAfterItIsToldGone() {
    List<Step> steps =
        List.of(
            Step.of(0, Action.JOIN, TWO),
            Step.of(5_000, Action.JOIN, ONE),
            Step.of(5_000, Action.LEAVE, ONE));
    TracedCallback there = about(5_000, "onUserJoined", Optional.empty());
    TracedCallback gone = about(5_000, "onUserOffline", Optional.of(Reason.QUIT));
    assertEquals(List.of(), judge(steps, there, gone).divergences());
    assertEquals(List.of(), judge(steps, gone).divergences());
    assertEquals(
        List.of(
            "android user 2 was told already that user 1 is gone: nothing is due, but"
                + " `onUserJoined(1)` was seen at 5.000 s"),
        messages(judge(steps, gone, there)));
  }

  @Test
  void aMisspeltCallbackIsOneDifferenceThatNamesTheSpelling() {
    assertEquals(
        List.of(
            "android user 2 last heard user 1 at 5.000 s, so `onUserOffline(1, dropped)` is due at"
                + " 25.000 s; seen at 25.000 s as `onUserOffLine`, which android does not have"),
        messages(judge(dropped(), about(25_000, "onUserOffLine", Optional.empty()))));
  }

  @Test
  void aWrongReasonIsOneDifferenceThatNamesBoth() {
    assertEquals(
        List.of(
            "android user 2 last heard user 1 at 5.000 s, so `onUserOffline(1, dropped)` is due at"
                + " 25.000 s; seen at 25.000 s as `onUserOffline(1, quit)`"),
        messages(judge(dropped(), about(25_000, "onUserOffline", Optional.of(Reason.QUIT)))));
  }

  @Test
  void aLateCallbackBreaksItsOwnRuleAlone() {
    Divergence late =
        judge(dropped(), about(26_000, "onUserOffline", Optional.empty())).divergences().get(0);
    assertEquals(ImmutableSet.of(Rule.NET_08), late.rules());
  }

  private static List<Step> dropped() {
    return List.of(
        Step.of(0, Action.JOIN, ONE),
        Step.of(0, Action.JOIN, TWO),
        Step.of(5_000, Action.DROP, ONE));
  }

  private static TracedCallback about(long atMillis, String name, Optional<Reason> reason) {
    return new TracedCallback(atMillis, TWO, new Callback(name, Optional.of(ONE), reason));
  }

  private static Judgement judge(List<Step> steps, TracedCallback... seen) {
    return new Oracle(Profiles.AGORA_2019_05, ImmutableSet.of())
        .judge(
            ImmutableScenario.builder()
                .addParticipants(
                    new Participant(ONE, Platform.WEB), new Participant(TWO, Platform.ANDROID))
                .addAllSteps(steps)
                .untilMillis(40_000)
                .build(),
            new Trace(ImmutableList.copyOf(seen), ImmutableList.of()));
  }

  private static List<String> messages(Judgement judgement) {
    return judgement.divergences().stream().map(Divergence::message).toList();
  }
}
