package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.timeline.Axis.Segment;

/** Where instants go, and what is left out. */
class AxisTest {

  @Test
  void whatIsNoLongerThanTheLongestWindowIsToScale() {
    Axis axis = axis(0, 20_000, 40_000);
    assertEquals(1, axis.segments().size());
    assertEquals(0.25, axis.position(10_000));
  }

  @Test
  void aLongEmptyStretchIsBrokenOutAndTheRestKeepsItsScale() {
    Axis axis = axis(0, 5_000, 25_000, 1_505_000, 1_530_000);
    ImmutableList<Segment> segments = axis.segments();
    assertEquals(
        List.of(
            "0-27000 false",
            "27000-1503000 true",
            "1503000-1507000 false",
            "1507000-1528000 true",
            "1528000-1530000 false"),
        segments.stream()
            .map(it -> it.fromMillis() + "-" + it.toMillis() + " " + it.broken())
            .toList());
    assertEquals(
        axis.position(5_000) - axis.position(0),
        axis.position(1_507_000) - axis.position(1_503_000) + axis.position(1_000),
        1e-9);
    assertTrue(axis.isBroken(100_000));
    assertFalse(axis.isBroken(5_000));
  }

  @Test
  void positionsNeverGoBackAndEndAtTheEdges() {
    Axis axis = axis(0, 5_000, 1_505_000);
    double before = 0;
    for (long millis = 0; millis <= 1_505_000; millis += 500) {
      assertTrue(axis.position(millis) >= before, "at " + millis);
      before = axis.position(millis);
    }
    assertEquals(0, axis.position(-5));
    assertEquals(1, axis.position(Long.MAX_VALUE), 1e-9);
  }

  @Test
  void ticksAreRoundAndFarEnoughApart() {
    assertEquals(
        List.of(0L, 10_000L, 20_000L, 30_000L, 40_000L), axis(0, 20_000, 40_000).ticks(0.2));
    assertEquals(List.of(0L, 1L, 2L), axis(0, 2).ticks(0.3));
    ImmutableList<Long> broken = axis(0, 9_000, 1_505_500, 1_506_000).ticks(0.1);
    assertTrue(broken.contains(1_504_000L) || broken.contains(1_505_000L), broken::toString);
  }

  @Test
  void aScenarioWithoutLengthAndOneWithoutEndHaveAnAxis() {
    assertEquals(List.of(0L), axis(0).ticks(0.1));
    Axis endless = axis(0, Long.MAX_VALUE);
    assertEquals(0L, endless.ticks(0.1).get(0));
    assertEquals(3, endless.segments().size());
  }

  private static Axis axis(long first, long... others) {
    ImmutableSortedSet.Builder<Long> instants = ImmutableSortedSet.<Long>naturalOrder().add(first);
    for (long other : others) {
      instants.add(other);
    }
    return Axis.of(instants.build(), 20_000);
  }
}
