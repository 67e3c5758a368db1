package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.core.Reconnect.Attempt;

/** NET-04: other servers first, again and again. */
class ReconnectTest {
  private static final ImmutableList<String> SERVERS = ImmutableList.of("s1", "s2", "s3");

  @Test
  void triesTheOthersFirstAndTheLostOneAfterThemAgainAndAgain() {
    Reconnect loop = new Reconnect(SERVERS, attempt -> 1_000);
    loop.start("s2", 4_000);
    assertEquals(
        List.of(
            new Attempt(4_000, "s1", 1),
            new Attempt(5_000, "s3", 2),
            new Attempt(6_000, "s2", 3),
            new Attempt(7_000, "s1", 4)),
        loop.advanceTo(7_999));
    assertEquals(8_000, loop.nextDeadline());
  }

  @Test
  void thePaceIsTheCallers() {
    Reconnect loop = new Reconnect(SERVERS, attempt -> 100L * attempt);
    loop.start("s1", 0);
    assertEquals(
        List.of(new Attempt(0, "s2", 1), new Attempt(200, "s3", 2), new Attempt(500, "s1", 3)),
        loop.advanceTo(500));
  }

  @Test
  void theOnlyServerIsTriedToo() {
    Reconnect loop = new Reconnect(ImmutableList.of("s1"), attempt -> 1);
    loop.start("s1", 10);
    assertEquals(List.of(new Attempt(10, "s1", 1)), loop.advanceTo(10));
  }

  @Test
  void restsBeforeTheStartAndAfterTheStop() {
    Reconnect loop = new Reconnect(SERVERS, attempt -> 1_000);
    assertEquals(List.of(), loop.advanceTo(1_000));
    assertEquals(Client.NEVER, loop.nextDeadline());
    loop.start("s1", 2_000);
    loop.advanceTo(2_000);
    loop.stop();
    assertEquals(List.of(), loop.advanceTo(90_000));
    loop.start("s3", 100_000);
    assertEquals(List.of(new Attempt(100_000, "s1", 1)), loop.advanceTo(100_000));
  }

  @Test
  void refusesToSpin() {
    Reconnect loop = new Reconnect(SERVERS, attempt -> 0);
    loop.start("s1", 0);
    assertEquals(
        "pacing: waits must be at least 1 ms, was 0",
        assertThrows(IllegalStateException.class, () -> loop.advanceTo(0)).getMessage());
    assertEquals(
        "servers: needs at least one to try",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Reconnect(ImmutableList.of(), attempt -> 1))
            .getMessage());
  }
}
