package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;

/** Many threads at one client: callbacks stay serial and in order, and close is final. */
@Timeout(120)
class ManyThreadsTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 2_000;

  private static final Profile HASTY =
      ImmutableProfile.copyOf(Profiles.AGORA_2019_05)
          .withId("hasty")
          .withInterruptedAfterMillis(1)
          .withLostAfterMillis(2)
          .withGoneAfterMillis(3)
          .withLiveGoneAfterMillis(3);

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicBoolean overlapped = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger begunAfterClose = new AtomicInteger();

  // Unguarded on purpose: only a serial delivery that hands on what it wrote keeps it whole.
  private final List<Event> seen = new ArrayList<>();

  private void onEvent(Event event) {
    if (closed.get()) {
      begunAfterClose.incrementAndGet();
    }
    if (inside.incrementAndGet() != 1) {
      overlapped.set(true);
    }
    seen.add(event);
    inside.decrementAndGet();
    throw new IllegalStateException("the app's own");
  }

  private RealtimeClient client(AtomicLong clock, AtomicInteger failures) {
    return RealtimeClient.builder(UserId.of(99), Family.AWL, pool, this::onEvent)
        .profile(HASTY)
        .ticker(
            new Ticker() {
              @Override
              public long read() {
                return clock.addAndGet(50_000);
              }
            })
        .onFailure(failure -> failures.incrementAndGet())
        .build();
  }

  @RepeatedTest(5)
  void callbacksAreSerialAndInOrder() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    try (RealtimeClient client = client(new AtomicLong(), failures)) {
      client.join();
      feed(client, new CountDownLatch(1));
    }
    closed.set(true);
    pool.shutdown();
    assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
    assertTrue(seen.size() > THREADS, "saw only " + seen.size());
    assertFalse(overlapped.get());
    assertEquals(seen.size(), failures.get());
    for (int i = 1; i < seen.size(); i++) {
      assertTrue(
          seen.get(i - 1).dueMillis() <= seen.get(i).dueMillis(),
          seen.get(i - 1) + " before " + seen.get(i));
    }
    GrammarCheck.assertHolds(seen);
  }

  @RepeatedTest(20)
  void afterCloseNothingBeginsButWhatWasOnItsWay() throws Exception {
    CountDownLatch warm = new CountDownLatch(THREADS * 10);
    RealtimeClient client = client(new AtomicLong(), new AtomicInteger());
    client.join();
    Future<?> closing =
        pool.submit(
            () -> {
              warm.await();
              client.close();
              closed.set(true);
              return true;
            });
    feed(client, warm);
    closing.get();
    pool.shutdown();
    assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
    assertTrue(begunAfterClose.get() <= 1, begunAfterClose + " callbacks began after close");
    assertFalse(overlapped.get());
    GrammarCheck.assertHolds(seen);
  }

  /** Every thread plays one user, and the server, and the app's own doings. */
  private void feed(RealtimeClient client, CountDownLatch warm)
      throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> feeders = new ArrayList<>();
    for (int thread = 1; thread <= THREADS; thread++) {
      UserId user = UserId.of(thread);
      feeders.add(
          pool.submit(
              () -> {
                start.await();
                for (int round = 0; round < ROUNDS; round++) {
                  switch ((round + (int) user.value()) % 7) {
                    case 0 -> client.userLeft(user);
                    case 1 -> client.serverPacket();
                    case 2 -> client.linkDown();
                    default -> client.packet(user);
                  }
                  warm.countDown();
                }
                return true;
              }));
    }
    start.countDown();
    for (Future<?> feeder : feeders) {
      feeder.get();
    }
  }
}
