package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rejoin.tck.scenario.Action.DROP;
import static org.rejoin.tck.scenario.Action.JOIN;
import static org.rejoin.tck.scenario.Action.LEAVE;
import static org.rejoin.tck.scenario.Action.RESTORE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.rejoin.api.Callback;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;

/** An acceptor says what it finds as soon as that is certain, and keeps no more than it must. */
class AcceptorTest {
  private final JudgementBuilder found = new JudgementBuilder();
  private final Acceptor acceptor = acceptor(Tolerance.EXACT);

  @Test
  void aMissingCallbackWaitsForTheOneThatComesTooLate() {
    silentUser();
    step(30_000, JOIN, 3);
    assertEquals(List.of(), messages());
    told(31_000, 2, "onUserOffline", 1);
    step(31_001, JOIN, 3);
    assertEquals(List.of(gone(1, "seen at 31.000 s")), messages());
    acceptor.end(40_000);
    assertEquals(1, messages().size());
  }

  @Test
  void aCallbackTooManyWaitsForTheOneThatIsMissingUntilItsLikeComes() {
    step(0, JOIN, 2);
    told(1_000, 2, "onUserOffline", 1);
    step(2_000, JOIN, 3);
    assertEquals(List.of(), messages());
    told(3_000, 2, "onUserOffline", 1);
    step(3_001, JOIN, 3);
    assertEquals(List.of(strange(1, "1.000 s")), messages());
    acceptor.end(40_000);
    assertEquals(List.of(strange(1, "1.000 s"), strange(1, "3.000 s")), messages());
  }

  @Test
  void aMissingCallbackOfAnotherUserWaitsOnWhenOneIsFound() {
    step(0, JOIN, 1);
    step(0, JOIN, 2);
    step(0, JOIN, 3);
    step(5_000, DROP, 1);
    step(5_000, DROP, 3);
    told(24_000, 2, "onUserOffline", 3);
    told(31_000, 2, "onUserOffline", 1);
    acceptor.end(40_000);
    assertEquals(List.of(gone(3, "seen at 24.000 s"), gone(1, "seen at 31.000 s")), messages());
  }

  @Test
  void ofMissingCallbacksOfOneKindTheLastWaits() {
    silentUser();
    step(30_000, RESTORE, 1);
    step(31_000, DROP, 1);
    told(52_000, 2, "onUserOffline", 1);
    acceptor.end(60_000);
    assertEquals(
        List.of(
            gone(1, "not seen"),
            "android user 2 was told that user 1 is gone, and hears it again at 30.000 s, so"
                + " `onUserJoined(1)` is due at 30.000 s; not seen",
            "android user 2 last heard user 1 at 31.000 s, so `onUserOffline(1, dropped)` is due at"
                + " 51.000 s; seen at 52.000 s"),
        messages());
  }

  @Test
  void aMissingCallbackWaitsBesideOneOfAnotherKind() {
    silentUser();
    step(30_000, RESTORE, 1);
    told(31_000, 2, "onUserOffline", 1);
    acceptor.end(40_000);
    assertEquals(
        List.of(
            gone(1, "seen at 31.000 s"),
            "android user 2 was told that user 1 is gone, and hears it again at 30.000 s, so"
                + " `onUserJoined(1)` is due at 30.000 s; not seen"),
        messages());
  }

  @Test
  void whatIsMissingForOneObserverIsNotWhatIsTooMuchForAnother() {
    acceptor.user(UserId.of(4), Platform.ANDROID);
    step(0, JOIN, 4);
    silentUser();
    told(25_000, 4, "onUserOffline", 1);
    told(31_000, 4, "onUserOffline", 1);
    acceptor.end(40_000);
    assertEquals(
        List.of(
            gone(1, "not seen"),
            "android user 4 was told already that user 1 is gone: nothing is due, but"
                + " `onUserOffline(1)` was seen at 31.000 s"),
        messages());
  }

  @Test
  void whatIsDoneAtAnInstantComesBeforeWhatIsToldAtIt() {
    step(0, JOIN, 1);
    step(0, JOIN, 2);
    told(5_000, 2, "onUserOffline", 1);
    step(5_000, LEAVE, 1);
    acceptor.end(5_000);
    assertEquals(List.of(), messages());
  }

  @Test
  void ofCallbacksTooManyAThousandWaitAtMost() {
    step(0, JOIN, 2);
    for (long peer = 1; peer <= 1_000; peer++) {
      told(1_000, 2, "onUserOffline", 1_000 + peer);
    }
    step(2_000, JOIN, 3);
    assertEquals(List.of(), messages());
    told(2_000, 2, "onUserOffline", 7);
    step(2_001, JOIN, 3);
    assertEquals(List.of(strange(1_001, "1.000 s")), messages());
  }

  @Test
  void ofMissingCallbacksAThousandWaitAtMost() {
    for (long user = 100; user < 140; user++) {
      acceptor.user(UserId.of(user), Platform.WEB);
      step(0, JOIN, user);
    }
    for (long observer = 200; observer < 225; observer++) {
      acceptor.user(UserId.of(observer), Platform.ANDROID);
      step(0, JOIN, observer);
    }
    for (long user = 100; user < 140; user++) {
      step(5_000, DROP, user);
    }
    step(25_001, JOIN, 3);
    assertEquals(0, messages().size());
    step(25_001, DROP, 3);
    step(45_002, JOIN, 3);
    assertEquals(25, messages().size());
    assertEquals(
        "android user 200 last heard user 100 at 5.000 s, so `onUserOffline(100, dropped)` is due at"
            + " 25.000 s; not seen",
        messages().get(0));
  }

  @Test
  void whoIsNobodyCanNotBeNamed() {
    acceptor.user(UserId.of(1), Platform.WEB);
    assertTrue(acceptor.knows(UserId.of(1)));
    assertFalse(acceptor.knows(UserId.of(9)));
    assertRefused("nobody has uid 9", () -> told(0, 9, "onConnectionLost"));
    assertRefused(
        "nobody has uid 9",
        () -> acceptor.server(new ServerEvent.ConnectAttempt(0, UserId.of(9), "s")));
  }

  @Test
  void whatIsDoneShownAndToldComesInTimeOrder() {
    step(10, JOIN, 2);
    assertRefused("time runs backwards: 9 comes after 10", () -> told(9, 2, "onConnectionLost"));
    assertRefused(
        "time runs backwards: 8 comes after 10",
        () -> acceptor.server(new ServerEvent.ChannelDestroyed(8, "main")));
    told(11, 2, "onConnectionLost");
    assertRefused("time runs backwards: 10 comes after 11", () -> step(10, DROP, 2));
    acceptor.server(new ServerEvent.ChannelDestroyed(12, "main"));
    assertRefused("time runs backwards: 11 comes after 12", () -> step(11, DROP, 2));
  }

  @Test
  void aUserKeepsItsPlatform() {
    acceptor.user(UserId.of(2), Platform.WEB);
    step(0, JOIN, 2);
    told(1_000, 2, "onConnectionLost");
    acceptor.end(2_000);
    assertEquals(
        List.of(
            "android user 2 hears the server and has been told all there was: nothing is due, but"
                + " `onConnectionLost()` was seen at 1.000 s"),
        messages());
  }

  /** User 1 is silent from 5 s on, so user 2 is to be told at 25 s. */
  private void silentUser() {
    step(0, JOIN, 1);
    step(0, JOIN, 2);
    step(5_000, DROP, 1);
  }

  private Acceptor acceptor(Tolerance tolerance) {
    Acceptor fresh =
        new Acceptors(Profiles.AGORA_2019_05)
            .acceptor(
                Mode.COMMUNICATION,
                ImmutableSet.of(),
                ImmutableList.of(),
                tolerance,
                ImmutableSet.of(),
                found);
    fresh.user(UserId.of(1), Platform.WEB);
    fresh.user(UserId.of(2), Platform.ANDROID);
    fresh.user(UserId.of(3), Platform.WEB);
    return fresh;
  }

  private void step(long atMillis, Action action, long uid) {
    acceptor.step(Step.of(atMillis, action, UserId.of(uid)));
  }

  private void told(long atMillis, long uid, String name) {
    told(atMillis, uid, new Callback(name, Optional.empty(), Optional.empty()));
  }

  private void told(long atMillis, long uid, String name, long peer) {
    told(atMillis, uid, new Callback(name, Optional.of(UserId.of(peer)), Optional.empty()));
  }

  private void told(long atMillis, long uid, Callback callback) {
    acceptor.callback(new TracedCallback(atMillis, UserId.of(uid), callback));
  }

  private List<String> messages() {
    return found.build().divergences().stream().map(Divergence::message).toList();
  }

  private static String gone(long peer, String seen) {
    return "android user 2 last heard user "
        + peer
        + " at 5.000 s, so `onUserOffline("
        + peer
        + ", dropped)` is due at 25.000 s; "
        + seen;
  }

  private static String strange(long peer, String when) {
    return "android user 2 never heard of user "
        + peer
        + " in this session: nothing is due, but `onUserOffline("
        + peer
        + ")` was seen at "
        + when;
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
