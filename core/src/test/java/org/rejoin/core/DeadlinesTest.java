package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rejoin.api.UserId;

/** Whatever was set, put off and cleared, few users or a crowd: the earliest, then by uid. */
class DeadlinesTest {

  @ParameterizedTest
  @CsvSource({"6, 4000", "32, 4000", "33, 8000", "3000, 4000"})
  void areTakenAsFromASortedListOfThem(int users, int steps) {
    SplittableRandom random = new SplittableRandom(users);
    CheckedDeadlines deadlines = CheckedDeadlines.ofUids(uids(users, random));
    for (int i = 0; i < steps; i++) {
      int user = random.nextInt(users);
      long near = deadlines.firstMillis() == Client.NEVER ? i : deadlines.firstMillis();
      switch (random.nextInt(i / 400 % 2 == 0 ? 16 : 24)) {
        case 0, 1, 2, 3 -> deadlines.setFrom(user, near + random.nextLong(20));
        case 4, 5, 6, 7 -> deadlines.setFrom(user, near + random.nextLong(6_000));
        case 8 -> deadlines.setFrom(user, near - random.nextLong(6_000));
        case 9 -> deadlines.setFrom(user, near + random.nextLong(50_000));
        case 10, 11 -> deadlines.putOffBy(user, random.nextLong(6_000));
        case 12, 13 -> deadlines.clear(user);
        default -> deadlines.takeFirst();
      }
      if (i % 1_000 == 999) {
        deadlines.clearAll();
        deadlines.takeFirst();
      }
    }
    deadlines.takeAll();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 2_000})
  void allOfOneInstantPutOffAreInOrderAgain(int users) {
    SplittableRandom random = new SplittableRandom(users);
    CheckedDeadlines deadlines = CheckedDeadlines.ofUids(uids(users, random));
    for (int round = 0; round < 4; round++) {
      long start = round * 40_000L;
      for (int user = 0; user < users; user++) {
        deadlines.setFrom(user, start + 20_000);
      }
      deadlines.firstMillis();
      for (int user = 0; user < users - round; user++) {
        deadlines.putOffBy(user, random.nextInt(1_000));
      }
      deadlines.takeAll();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50})
  void uidsAreComparedOverTheirWholeRange(int others) {
    CheckedDeadlines deadlines =
        CheckedDeadlines.ofUids(
            LongStream.concat(
                LongStream.of(0xFFFF_FFFFL, 1, 0x8000_0000L, 0x7FFF_FFFFL, 2),
                LongStream.range(10, 10 + others)));
    for (int user = 0; user < 5; user++) {
      deadlines.setFrom(user, 7);
    }
    assertArrayEquals(new int[] {1, 4, 3, 2, 0}, deadlines.takeFirst());
  }

  @ParameterizedTest
  @ValueSource(longs = {-9_000_000_000_000L, -1, 0, 4_095, 4_096, 3_600_000, Client.NEVER / 2})
  void anyInstantWillDo(long millis) {
    CheckedDeadlines deadlines = CheckedDeadlines.ofUids(LongStream.rangeClosed(1, 100));
    deadlines.setFrom(70, millis);
    deadlines.setFrom(71, millis + 4_095);
    deadlines.setFrom(72, millis + 4_096);
    deadlines.setFrom(73, millis + 3_600_000);
    deadlines.setFrom(74, millis - 3_600_000);
    deadlines.setFrom(75, millis + 1);
    deadlines.takeAll();
  }

  @Test
  void anEarlierOneIsFirstAlthoughAnotherWasFound() {
    CheckedDeadlines deadlines = CheckedDeadlines.ofUids(LongStream.rangeClosed(1, 100));
    deadlines.setFrom(1, 5_000);
    deadlines.setFrom(2, 9_000);
    assertEquals(5_000, deadlines.firstMillis());
    deadlines.setFrom(3, 4_999);
    deadlines.setFrom(4, 1_000);
    assertEquals(1_000, deadlines.firstMillis());
    deadlines.takeAll();
  }

  @Test
  void whoHadOneWhenTheUsersBecameACrowdKeepsIt() {
    CheckedDeadlines deadlines = CheckedDeadlines.ofUids(LongStream.rangeClosed(1, 32));
    deadlines.setFrom(31, 20_000);
    deadlines.setFrom(0, 10_000);
    LongStream.rangeClosed(33, 1_000).forEach(deadlines::join);
    deadlines.setFrom(999, 15_000);
    deadlines.takeAll();
  }

  @Test
  void nobodyHasOneAtFirst() {
    assertEquals(Client.NEVER, CheckedDeadlines.ofUids(LongStream.empty()).firstMillis());
    assertEquals(
        Client.NEVER, CheckedDeadlines.ofUids(LongStream.rangeClosed(1, 100)).firstMillis());
  }

  /** Else whoever asks for them until none is left would never end. */
  @ParameterizedTest
  @ValueSource(longs = {0, 5, 100})
  void whereNobodyHasOneNoneCanBeTaken(long users) {
    UserIndex index = new UserIndex();
    Deadlines deadlines = new Deadlines(index);
    deadlines.grow(128);
    LongStream.rangeClosed(1, users).forEach(uid -> index.indexOf(UserId.of(uid)));
    assertEquals(
        "nobody has a deadline",
        assertThrows(IllegalStateException.class, deadlines::takeFirst).getMessage());
  }

  private static LongStream uids(int users, SplittableRandom random) {
    return random.longs(1, 1L << 32).distinct().limit(users);
  }
}
