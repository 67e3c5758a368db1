package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.rejoin.api.UserId;

/** Deadlines beside a sorted set of them, which must say the same at each look. */
final class CheckedDeadlines {

  /** One deadline as a plain value. */
  private record Deadline(long millis, long uid, int index) {}

  private final UserIndex users = new UserIndex();
  private final Deadlines deadlines = new Deadlines(users);
  private final TreeSet<Deadline> model =
      new TreeSet<>(Comparator.comparingLong(Deadline::millis).thenComparingLong(Deadline::uid));

  private int room;

  /** The latest deadline that a user had; no later one of its may be before that. */
  private long[] floors = new long[0];

  static CheckedDeadlines ofUids(LongStream uids) {
    CheckedDeadlines deadlines = new CheckedDeadlines();
    uids.forEach(deadlines::join);
    return deadlines;
  }

  void join(long uid) {
    int index = users.indexOf(UserId.of(uid));
    if (index == room) {
      room = Math.max(8, room * 2);
      deadlines.grow(room);
      floors = Arrays.copyOf(floors, room);
      Arrays.fill(floors, index, room, Long.MIN_VALUE);
    }
    assertEquals(Client.NEVER, deadlines.get(index));
  }

  /** Sets a user's deadline, unless it had one after that. */
  void setFrom(int index, long millis) {
    if (millis >= floors[index]) {
      note(index, millis);
      deadlines.set(index, millis);
    }
  }

  /** Puts a user's deadline off, if it has one. */
  void putOffBy(int index, long millis) {
    if (deadlines.get(index) != Client.NEVER) {
      note(index, deadlines.get(index) + millis);
      deadlines.putOff(index, deadlines.get(index) + millis);
    }
  }

  void clear(int index) {
    model.remove(of(index));
    deadlines.clear(index);
  }

  void clearAll() {
    model.clear();
    deadlines.clearAll();
  }

  long firstMillis() {
    long expected = model.isEmpty() ? Client.NEVER : model.first().millis();
    assertEquals(expected, deadlines.firstMillis());
    return expected;
  }

  /** Takes those of the first deadline out, if there is one. */
  int[] takeFirst() {
    long firstMillis = firstMillis();
    List<Integer> expected = new ArrayList<>();
    while (!model.isEmpty() && model.first().millis() == firstMillis) {
      expected.add(model.first().index());
      model.pollFirst();
    }
    if (expected.isEmpty()) {
      return new int[0];
    }
    int[] taken = deadlines.takeFirst();
    assertArrayEquals(expected.stream().mapToInt(index -> index).toArray(), taken);
    return taken;
  }

  void takeAll() {
    while (!model.isEmpty()) {
      takeFirst();
    }
    assertEquals(Client.NEVER, deadlines.firstMillis());
  }

  private void note(int index, long millis) {
    model.remove(of(index));
    floors[index] = millis;
    model.add(of(index, millis));
  }

  private Deadline of(int index) {
    return of(index, deadlines.get(index));
  }

  private Deadline of(int index, long millis) {
    return new Deadline(millis, users.user(index).value(), index);
  }
}
