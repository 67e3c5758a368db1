package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;

/** The defaults that no test moves by hand: the system's clock and a thread of the client's own. */
@Timeout(120)
class RealClockTest {
  private static final Profile HASTY =
      ImmutableProfile.copyOf(Profiles.AGORA_2019_05)
          .withId("hasty")
          .withInterruptedAfterMillis(20)
          .withLostAfterMillis(40);

  @Test
  void silenceIsToldWithoutAnybodysHelp() throws InterruptedException {
    List<Event.Kind> seen = new ArrayList<>();
    List<Long> tooEarlyMillis = new ArrayList<>();
    CountDownLatch lost = new CountDownLatch(2);
    CompletableFuture<RealtimeClient> self = new CompletableFuture<>();
    RealtimeClient client =
        RealtimeClient.builder(
                UserId.of(1),
                Family.AWL,
                Runnable::run,
                event -> {
                  seen.add(event.kind());
                  if (self.join().nowMillis() < event.dueMillis()) {
                    tooEarlyMillis.add(event.dueMillis());
                  }
                  lost.countDown();
                })
            .profile(HASTY)
            .build();
    self.complete(client);
    client.join();
    assertTrue(lost.await(60, TimeUnit.SECONDS));
    client.close();
    assertEquals(List.of(Event.Kind.INTERRUPTED, Event.Kind.LOST), seen);
    assertEquals(List.of(), tooEarlyMillis);
  }

  @Test
  void theTimersThreadIsADaemonAndEndsWithTheClient() throws Exception {
    CompletableFuture<Thread> rung = new CompletableFuture<>();
    RealtimeClient client =
        RealtimeClient.builder(
                UserId.of(1),
                Family.AWL,
                Runnable::run,
                event -> rung.complete(Thread.currentThread()))
            .profile(HASTY)
            .build();
    client.join();
    Thread timer = rung.get(60, TimeUnit.SECONDS);
    assertTrue(timer.isDaemon());
    assertTrue(timer.getName().startsWith("rejoin-timer-"), timer.getName());
    client.join();
    client.close();
    timer.join(60_000);
    assertFalse(timer.isAlive());
  }

  @Test
  void theExampleOfThePackagePageRuns() {
    ExecutorService appThread = Executors.newSingleThreadExecutor();
    App app = new App();
    try (RealtimeClient client =
        RealtimeClient.builder(UserId.of(1), Family.AWL, appThread, app::onEvent).build()) {
      client.join();
      client.packet(UserId.of(2)); // from the network's thread, for every packet of user 2
      client.leave();
      assertFalse(client.isInSession());
    } finally {
      appThread.shutdownNow();
    }
  }

  /** Somebody's app. */
  private static final class App {
    void onEvent(Event event) {
      assertEquals(UserId.of(2), event.user());
    }
  }
}
