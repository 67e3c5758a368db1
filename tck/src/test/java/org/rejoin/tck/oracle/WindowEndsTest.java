package org.rejoin.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/** Windows end in order, and those that were closed or moved are passed over and cleared away. */
class WindowEndsTest {
  private static final long WINDOW_MILLIS = 20_000;

  private final WindowEnds ends = new WindowEnds();
  private final Seat first = new Seat(UserId.of(9), Platform.ANDROID, 0, ends);
  private final Seat second = new Seat(UserId.of(1), Platform.ANDROID, 1, ends);

  @Test
  void endsInOrderOfTimeObserverAndAcquaintance() {
    Pair late = silent(first, 5, 2);
    Pair other = silent(second, 5, 1);
    Pair sooner = silent(second, 4, 1);
    Pair soonest = silent(first, 4, 1);
    assertEquals(List.of(soonest, other, sooner, late), rest());
    assertEquals(Pair.NONE, ends.nextMillis());
  }

  @Test
  void aClosedOneIsPassedOverAndAMovedOneEndsOnce() {
    Pair closed = silent(first, 4, 1);
    Pair moved = silent(first, 5, 1);
    closed.hear(2);
    moved.hear(2);
    moved.fallSilent(3, WINDOW_MILLIS);
    assertEquals(WINDOW_MILLIS + 3, ends.nextMillis());
    assertEquals(List.of(moved), rest());
  }

  @Test
  void oneWhoseEndWasLookedAtIsInLineAgainWhenItCountsOnceMore() {
    Pair pair = silent(first, 4, 1);
    assertSame(pair, ends.remove());
    pair.passed = true;
    assertEquals(Pair.NONE, ends.nextMillis());
    pair.reconcile(WINDOW_MILLIS + 1);
    assertEquals(WINDOW_MILLIS + 1, ends.nextMillis());
  }

  @Test
  void ofASessionThatIsOverNothingEnds() {
    Pair pair = silent(first, 4, 1);
    first.endSession();
    assertEquals(Pair.NONE, ends.nextMillis());
    assertTrue(pair.goneDueMillis != Pair.NONE);
  }

  @Test
  void staysAsShortAsThereAreWindowsHoweverOftenTheyMove() {
    Pair still = silent(second, 4, 0);
    Pair pair = silent(first, 4, 0);
    for (long millis = 1; millis <= 10_000; millis++) {
      pair.hear(millis);
      pair.fallSilent(millis, WINDOW_MILLIS);
      pair.reconcile(millis);
      assertTrue(ends.size() <= 64, () -> ends.size() + " in line");
    }
    assertEquals(List.of(still, pair), rest());
  }

  private List<Pair> rest() {
    List<Pair> rest = new ArrayList<>();
    while (ends.nextMillis() != Pair.NONE) {
      rest.add(ends.remove());
    }
    return rest;
  }

  private static Pair silent(Seat observer, long uid, long sinceMillis) {
    Pair pair = observer.pair(UserId.of(uid));
    pair.met = true;
    pair.fallSilent(sinceMillis, WINDOW_MILLIS);
    return pair;
  }
}
