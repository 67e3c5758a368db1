package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Family;

/** What becomes of failures that no handler takes: they are logged. */
class FailuresTest {
  private static final Logger LOG = Logger.getLogger(Deliveries.class.getName());

  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final IllegalStateException mistake = new IllegalStateException("the app's own");
  private final Edge edge = new Edge();

  @BeforeEach
  void listenToTheLog() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(handler);
  }

  @AfterEach
  void leaveTheLogAsItWas() {
    LOG.removeHandler(handler);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void withoutAHandlerAFailureIsLogged() {
    RealtimeClient client =
        RealtimeClient.builder(
                Edge.ME,
                Family.AWL,
                Runnable::run,
                event -> {
                  throw mistake;
                })
            .scheduler(edge.time)
            .ticker(edge.time.ticker())
            .build();
    client.join();
    edge.time.passMillis(4_000);
    assertEquals(1, logged.size());
    assertEquals(Level.SEVERE, logged.get(0).getLevel());
    assertSame(mistake, logged.get(0).getThrown());
  }

  @Test
  void aHandlerThatThrowsHarmsNobodyAndBothFailuresAreLogged() {
    IllegalStateException second = new IllegalStateException("the handler's own");
    edge.app =
        event -> {
          throw mistake;
        };
    RealtimeClient client =
        edge.builder(Runnable::run)
            .onFailure(
                failure -> {
                  throw second;
                })
            .build();
    client.join();
    edge.time.skipMillis(10_000);
    edge.time.wake();
    assertEquals(List.of("INTERRUPTED(1)@4000", "LOST(1)@10000"), edge.seen());
    assertEquals(
        List.of(mistake, second, mistake, second),
        logged.stream().map(LogRecord::getThrown).toList());
  }
}
