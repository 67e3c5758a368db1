package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rejoin.api.UserId;

/** The index is dense, stable and by value, however many users there are. */
class UserIndexTest {

  @Test
  void handsOutIndexesInOrderAndKeepsThem() {
    UserIndex index = new UserIndex();
    SplittableRandom random = new SplittableRandom(1);
    long[] uids = random.longs(10_000, 1, 0xFFFF_FFFFL).distinct().toArray();
    for (int i = 0; i < uids.length; i++) {
      assertEquals(i, index.indexOf(UserId.of(uids[i])));
    }
    for (int i = 0; i < uids.length; i++) {
      assertEquals(i, index.indexOf(UserId.of(uids[i])));
      assertEquals(uids[i], index.user(i).value());
    }
    assertEquals(uids.length, index.size());
  }
}
