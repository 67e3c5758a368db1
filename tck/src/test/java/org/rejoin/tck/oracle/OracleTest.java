package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
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

  @Test
  void aCallbackAboutTheWrongUserIsOneDifferenceThatNamesBoth() {
    assertEquals(
        List.of(
            "android user 2 last heard user 1 at 5.000 s, so `onUserOffline(1, dropped)` is due at"
                + " 25.000 s; seen at 25.000 s as `onUserOffline(2)`"),
        messages(
            judge(
                dropped(),
                new TracedCallback(
                    25_000,
                    TWO,
                    new Callback("onUserOffline", Optional.of(TWO), Optional.empty())))));
  }

  @Test
  void aNameOfAnotherPlatformIsAnsweredWithOnesOwn() {
    assertEquals(
        "`userJOINED(1)` was seen at 1.000 s, but android has no callback `userJOINED`; it has"
            + " `onConnectionInterrupted`, `onConnectionLost`, `didRejoinChannel`,"
            + " `onRejoinChannelSuccess`, `onUserOffline`, `onUserJoined`",
        messages(judge(List.of(), about(1_000, "userJOINED", Optional.empty()))).get(0));
    assertEquals(
        "`stream_added(1)` was seen at 1.000 s, but android has no callback `stream_added`; did you"
            + " mean `onUserJoined`? It has `onConnectionInterrupted`, `onConnectionLost`,"
            + " `didRejoinChannel`, `onRejoinChannelSuccess`, `onUserOffline`, `onUserJoined`",
        messages(judge(List.of(), about(1_000, "stream_added", Optional.empty()))).get(0));
  }

  @Test
  void aChannelDestroyedAtTheWrongTimeIsOneDifference() {
    String due =
        "the last user of channel 'main' became absent at 5.000 s, so it is to be destroyed at"
            + " 15.000 s; seen at ";
    List<Step> left = List.of(Step.of(0, Action.JOIN, ONE), Step.of(5_000, Action.LEAVE, ONE));
    assertEquals(List.of(due + "20.000 s"), messages(judgeServer(left, 20_000)));
    assertEquals(List.of(due + "14.999 s"), messages(judgeServer(left, 14_999)));
    assertEquals(List.of(), messages(judgeServer(left, 15_000)));
    assertEquals(
        List.of(
            "channel 'main' is not due to be destroyed at 15.000 s: that is 10.000 s after its last"
                + " user became absent"),
        messages(judgeServer(left, 15_000, 15_000)));
    assertEquals(List.of(due.replace("; seen at ", "; not seen")), messages(judgeServer(left)));
  }

  @Test
  void oneClientsViewIsJudgedByWhatItsAppIsToldAlone() {
    List<TracedCallback> seen = List.of(about(25_000, "onUserOffline", Optional.empty()));
    Judgement judgement =
        new Oracle(Profiles.AGORA_2019_05, ImmutableSet.of())
            .judge(
                scenario(dropped()),
                new Trace(ImmutableList.copyOf(seen), ImmutableList.of()),
                ImmutableSet.of(TWO));
    assertEquals(List.of(), messages(judgement));
    assertTrue(judgement.expected().stream().allMatch(due -> due.uid().equals(TWO)));
    assertTrue(judgement.exercised().contains(Rule.NET_08));
    assertFalse(judgement.exercised().contains(Rule.NET_03), "that one is about user 1's app");
  }

  @Test
  void anAcceptorTakesNothingOfNobodyAndNothingFromThePast() {
    Acceptor acceptor =
        new Acceptor(
            new Terms(
                Profiles.AGORA_2019_05,
                Mode.COMMUNICATION,
                ImmutableSet.of(),
                ImmutableList.of(),
                Tolerance.EXACT,
                ImmutableSet.of()),
            new JudgementBuilder());
    acceptor.user(ONE, Platform.WEB);
    acceptor.step(Step.of(10, Action.JOIN, ONE));
    assertEquals(
        "time runs backwards: 9 comes after 10",
        assertThrows(
                IllegalArgumentException.class, () -> acceptor.step(Step.of(9, Action.DROP, ONE)))
            .getMessage());
    assertEquals(
        "nobody has uid 2",
        assertThrows(
                IllegalArgumentException.class, () -> acceptor.step(Step.of(11, Action.JOIN, TWO)))
            .getMessage());
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
        .judge(scenario(steps), new Trace(ImmutableList.copyOf(seen), ImmutableList.of()));
  }

  private static Judgement judgeServer(List<Step> steps, long... destroyedMillis) {
    return new Oracle(Profiles.AGORA_2019_05, ImmutableSet.of(Feature.CHANNEL_LIFECYCLE))
        .judge(
            scenario(steps),
            new Trace(
                ImmutableList.of(),
                LongStream.of(destroyedMillis)
                    .mapToObj(at -> new ServerEvent.ChannelDestroyed(at, "main"))
                    .collect(ImmutableList.toImmutableList())));
  }

  private static Scenario scenario(List<Step> steps) {
    return ImmutableScenario.builder()
        .addParticipants(new Participant(ONE, Platform.WEB), new Participant(TWO, Platform.ANDROID))
        .addAllSteps(steps)
        .untilMillis(40_000)
        .build();
  }

  private static List<String> messages(Judgement judgement) {
    return judgement.divergences().stream().map(Divergence::message).toList();
  }
}
