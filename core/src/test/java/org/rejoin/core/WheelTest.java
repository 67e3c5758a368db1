package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A user is in one slot at a time, however often it is added, so that a wheel never fills up. */
class WheelTest {
  private final Wheel wheel = new Wheel();

  @Test
  void whoIsInASlotStaysThere() {
    wheel.add(3, 50);
    wheel.add(3, 50);
    wheel.add(3, 60);
    assertArrayEquals(new int[] {3}, wheel.takeSlot());
    assertEquals(Client.NEVER, wheel.firstMillis(new long[] {0, 0, 0, 60}));
  }

  @Test
  void whoWasTakenOutMayComeBack() {
    wheel.add(0, 50);
    assertArrayEquals(new int[] {0}, wheel.takeSlot());
    wheel.add(0, 70);
    assertEquals(70, wheel.firstMillis(new long[] {70}));
    assertArrayEquals(new int[] {0}, wheel.takeSlot());
  }

  @Test
  void whoHadNoDeadlineWhenLookedAtMayComeBack() {
    wheel.add(0, 50);
    assertEquals(Client.NEVER, wheel.firstMillis(new long[] {Client.NEVER}));
    wheel.add(0, 70);
    assertEquals(70, wheel.firstMillis(new long[] {70}));
    assertArrayEquals(new int[] {0}, wheel.takeSlot());
  }
}
