package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rejoin.api.UserId;

/** Whatever was armed, put off and removed, the first check is the earliest, then the least uid. */
class ChecksTest {
  private static final int USERS = 40;

  /** One armed check as a plain value. */
  private record Armed(long atMillis, long uid, int index) {}

  private final UserIndex users = new UserIndex();
  private final Checks checks = new Checks(users);
  private final TreeSet<Armed> model =
      new TreeSet<>(Comparator.comparingLong(Armed::atMillis).thenComparingLong(Armed::uid));

  @Test
  void isTheFirstOfASortedListOfThem() {
    SplittableRandom random = new SplittableRandom(1);
    random.longs(1, 1_000_000).distinct().limit(USERS).forEach(uid -> indexOf(uid));
    for (int i = 0; i < 20_000; i++) {
      switch (random.nextInt(i / 200 % 2 == 0 ? 3 : 5)) {
        case 0, 1 -> arm(random.nextInt(USERS), random.nextLong(100));
        case 2 -> putFirstOff(random.nextLong(3));
        default -> removeFirst();
      }
      assertFirst();
    }
  }

  @Test
  void aSecondCheckOfAUserChangesNothing() {
    int index = indexOf(7);
    checks.arm(index, 5);
    checks.arm(index, 3);
    assertEquals(5, checks.firstAtMillis());
    checks.removeFirst();
    assertTrue(checks.isEmpty());
  }

  @Test
  void theFirstUserToHaveOneMayBeAnyOfMany() {
    int last = 0;
    for (long uid = 1; uid <= USERS; uid++) {
      last = indexOf(uid);
    }
    checks.arm(last, 5);
    assertEquals(last, checks.first());
  }

  private int indexOf(long uid) {
    return users.indexOf(UserId.of(uid));
  }

  private void arm(int index, long millis) {
    if (model.stream().noneMatch(armed -> armed.index() == index)) {
      model.add(new Armed(millis, users.user(index).value(), index));
    }
    checks.arm(index, millis);
  }

  private void putFirstOff(long byMillis) {
    if (!model.isEmpty()) {
      Armed first = model.pollFirst();
      long millis = first.atMillis() + byMillis;
      model.add(new Armed(millis, first.uid(), first.index()));
      checks.rearmFirst(millis);
    }
  }

  private void removeFirst() {
    if (!model.isEmpty()) {
      model.pollFirst();
      checks.removeFirst();
    }
  }

  private void assertFirst() {
    assertEquals(model.isEmpty(), checks.isEmpty());
    if (!model.isEmpty()) {
      assertEquals(model.first().index(), checks.first());
      assertEquals(model.first().atMillis(), checks.firstAtMillis());
    }
  }
}
