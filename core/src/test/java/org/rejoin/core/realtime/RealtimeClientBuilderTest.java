package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rejoin.core.realtime.Edge.BOB;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import com.google.common.testing.NullPointerTester;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.rejoin.api.EventListener;
import org.rejoin.api.Family;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;

/** What can be said of a client before it is built, and what it is if nothing is said. */
class RealtimeClientBuilderTest {
  private static final Profile PATIENT_WHEN_LIVE =
      ImmutableProfile.copyOf(Profiles.AGORA_2019_05)
          .withId("patient-when-live")
          .withLiveGoneAfterMillis(30_000);

  private final Edge edge = new Edge();

  @Test
  void theProfileOfTheTextIsTheDefault() {
    RealtimeClient client = edge.client();
    client.join();
    edge.time.passMillis(60_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000"), edge.seen());
  }

  @Test
  void anotherProfileBringsItsOwnTimes() {
    RealtimeClient client =
        edge.builder(Runnable::run).profile(Profiles.AGORA_2020_TIMELINE).build();
    client.join();
    edge.time.passMillis(60_000);
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@15000"), edge.seen());
  }

  @Test
  void communicationIsTheDefaultMode() {
    dropBob(edge.builder(Runnable::run).profile(PATIENT_WHEN_LIVE).build());
    assertEquals(List.of("USER_JOINED(2)@0", "USER_DROPPED(2)@20000"), edge.seen());
  }

  @Test
  void anotherModeBringsItsOwnWindow() {
    dropBob(edge.builder(Runnable::run).profile(PATIENT_WHEN_LIVE).mode(Mode.LIVE).build());
    assertEquals(List.of("USER_JOINED(2)@0", "USER_DROPPED(2)@30000"), edge.seen());
  }

  private void dropBob(RealtimeClient client) {
    client.join();
    client.linkUp();
    client.userHeard(BOB);
    client.userSilent(BOB);
    edge.time.passMillis(60_000);
  }

  @Test
  void oneBuilderBuildsClientsThatShareNothing() {
    RealtimeClientBuilder builder = edge.builder(Runnable::run);
    RealtimeClient one = builder.build();
    RealtimeClient other = builder.build();
    one.join();
    other.close();
    edge.time.passMillis(4_000);
    assertEquals(List.of("INTERRUPTED(1)@4000"), edge.seen());
  }

  @Test
  void theTimerOfItsOwnKeepsNoCancelledTasks() {
    ScheduledThreadPoolExecutor own =
        (ScheduledThreadPoolExecutor)
            RealtimeClient.builder(Edge.ME, Family.AWL, Runnable::run, event -> {})
                .scheduling()
                .scheduler();
    assertTrue(own.getRemoveOnCancelPolicy());
    assertEquals(0, own.getPoolSize());
  }

  @Test
  void aWayBackNeedsAServer() {
    Exception thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                edge.builder(Runnable::run)
                    .reconnect(ImmutableList.of(), attempt -> 1, attempt -> {}));
    assertEquals("servers: needs at least one to try", thrown.getMessage());
  }

  @Test
  void nullIsRefusedEverywhere() {
    NullPointerTester nulls =
        new NullPointerTester()
            .setDefault(UserId.class, Edge.ME)
            .setDefault(Profile.class, Profiles.AGORA_2019_05)
            .setDefault(EventListener.class, event -> {})
            .setDefault(Ticker.class, Ticker.systemTicker())
            .setDefault(ImmutableList.class, ImmutableList.of("a"));
    nulls.testAllPublicStaticMethods(RealtimeClient.class);
    nulls.testAllPublicInstanceMethods(edge.builder(Runnable::run));
    nulls.testAllPublicInstanceMethods(edge.client());
  }
}
