package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/** What no trace may say, each told by its field. */
class TraceRulesTest {
  private static final Scenario SCENARIO =
      ImmutableScenario.builder()
          .addParticipants(new Participant(UserId.of(1), Platform.WEB))
          .addParticipants(new Participant(UserId.of(2), Platform.IOS))
          .untilMillis(1_000)
          .build();

  @Test
  void usersMayBeInterleavedAndDeadlinesFallAtTheEnd() {
    assertEquals(
        Optional.empty(),
        problem(seen(700, 1, Optional.of(2L)), seen(0, 2), seen(1_000, 2), seen(1_000, 1)));
  }

  @Test
  void everyUidIsOneOfTheScenario() {
    assertEquals(
        Optional.of("`callbacks[1].uid` must be a uid of the scenario [1, 2], was 3"),
        problem(seen(0, 1), seen(0, 3)));
    assertEquals(
        Optional.of("`callbacks[0].peer` must be a uid of the scenario [1, 2], was 9"),
        problem(seen(0, 1, Optional.of(9L))));
    assertEquals(
        Optional.of("`server[0].uid` must be a uid of the scenario [1, 2], was 4"),
        problem(new ServerEvent.ConnectAttempt(0, UserId.of(4), "s1")));
  }

  @Test
  void everyTimeIsInsideTheScenarioAndNeverGoesBack() {
    assertEquals(
        Optional.of("`callbacks[0].at` must be from 0 to the scenario's until, 1000, was -1"),
        problem(seen(-1, 1)));
    assertEquals(
        Optional.of("`callbacks[0].at` must be from 0 to the scenario's until, 1000, was 1001"),
        problem(seen(1_001, 1)));
    assertEquals(
        Optional.of(
            "`callbacks[2].at` must be no earlier than 6, the callback before it at 1, was 5"),
        problem(seen(6, 1), seen(3, 2), seen(5, 1)));
    assertEquals(
        Optional.of("`server[0].at` must be from 0 to the scenario's until, 1000, was 2000"),
        problem(new ServerEvent.ChannelDestroyed(2_000, "main")));
  }

  private static Optional<String> problem(TracedCallback... callbacks) {
    return TraceRules.problem(
        SCENARIO, new Trace(ImmutableList.copyOf(callbacks), ImmutableList.of()));
  }

  private static Optional<String> problem(ServerEvent event) {
    return TraceRules.problem(SCENARIO, new Trace(ImmutableList.of(), ImmutableList.of(event)));
  }

  private static TracedCallback seen(long atMillis, long uid) {
    return seen(atMillis, uid, Optional.empty());
  }

  private static TracedCallback seen(long atMillis, long uid, Optional<Long> peer) {
    return new TracedCallback(
        atMillis, UserId.of(uid), new Callback("x", peer.map(UserId::of), Optional.empty()));
  }
}
