package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What fell and is due again is told by name, where it would otherwise be waited for for ever. */
class DeadlinesTest {
  private final Deadlines deadlines =
      new Deadlines(
          ImmutableMap.of(
              "the end of a window", () -> 25_000,
              "an attempt to connect", () -> 24_000,
              "the end of a channel", () -> Pair.NONE));

  @Test
  void theFirstIsNext() {
    assertEquals(24_000, deadlines.next());
    assertEquals(24_000, deadlines.nextAfter(23_999));
  }

  @Test
  void theFirstIsLookedForAnewWhenSomethingHasChanged() {
    AtomicLong due = new AtomicLong(24_000);
    Deadlines moving = new Deadlines(ImmutableMap.of("the end of a window", due::get));
    assertEquals(24_000, moving.next());
    due.set(23_000);
    assertEquals(24_000, moving.next());
    moving.forget();
    assertEquals(23_000, moving.next());
  }

  @Test
  void nothingIsDueWhereNothingWaits() {
    assertEquals(Pair.NONE, new Deadlines(ImmutableMap.of()).next());
  }

  @Test
  void whatIsDueAlthoughItFellIsNamed() {
    assertEquals(
        "the oracle stands still: an attempt to connect was due at 24.000 s and fell, and is due still"
            + " at 24.000 s",
        assertThrows(IllegalStateException.class, () -> deadlines.nextAfter(24_000)).getMessage());
  }
}
