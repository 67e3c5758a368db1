package org.rejoin.core;

import java.util.Arrays;
import java.util.Optional;

/**
 * When each remote user's window ends, and whose ends first, in an order that never depends on how
 * the deadlines came about.
 *
 * <p>A user's deadline may be put off by a mere store. It never moves to before where it was, even
 * if it was cleared meanwhile: time doesn't run backwards, and all windows of a client are equally
 * long.
 */
final class Deadlines {

  /** Up to so many users are looked through one by one; more are in the wheel. */
  private static final int FEW = 32;

  private final UserIndex users;

  /** There is one as soon as there is a crowd. */
  private Optional<Wheel> wheel = Optional.empty();

  /** By user index; {@link Client#NEVER} for one that has none. */
  private long[] dueMillis = new long[0];

  Deadlines(UserIndex users) {
    this.users = users;
  }

  /** Makes room for more users, who have no deadline yet. */
  void grow(int length) {
    int before = dueMillis.length;
    dueMillis = Arrays.copyOf(dueMillis, length);
    Arrays.fill(dueMillis, before, length, Client.NEVER);
    if (length > FEW && wheel.isEmpty()) {
      wheel = Optional.of(new Wheel());
      for (int index = 0; index < before; index++) {
        set(index, dueMillis[index]);
      }
    }
  }

  long get(int index) {
    return dueMillis[index];
  }

  /** Sets a user's deadline; never to before one that it had. */
  void set(int index, long millis) {
    dueMillis[index] = millis;
    if (wheel.isPresent() && millis != Client.NEVER) {
      wheel.get().add(index, millis);
    }
  }

  /** The same as {@link #set} for a user that has a deadline: one store. */
  void putOff(int index, long millis) {
    dueMillis[index] = millis;
  }

  void clear(int index) {
    dueMillis[index] = Client.NEVER;
  }

  void clearAll() {
    Arrays.fill(dueMillis, Client.NEVER);
  }

  /** The earliest deadline; {@link Client#NEVER} if nobody has one. */
  long firstMillis() {
    return wheel.isPresent() ? wheel.get().firstMillis(dueMillis) : firstMillisOfFew();
  }

  /** Clears the earliest deadline, which there must be: its users, in the order of their uids. */
  int[] takeFirst() {
    long firstMillis = firstMillis();
    if (firstMillis == Client.NEVER) {
      throw new IllegalStateException("nobody has a deadline");
    }
    int[] candidates = wheel.isPresent() ? wheel.get().takeSlot() : few();
    long[] keys = new long[candidates.length];
    int count = 0;
    for (int index : candidates) {
      if (dueMillis[index] == firstMillis) {
        clear(index);
        keys[count] = sortKey(index);
        count++;
      } else {
        set(index, dueMillis[index]);
      }
    }
    Arrays.sort(keys, 0, count);
    int[] first = new int[count];
    for (int i = 0; i < count; i++) {
      first[i] = (int) keys[i];
    }
    return first;
  }

  private long firstMillisOfFew() {
    long first = Client.NEVER;
    for (int index = 0; index < users.size(); index++) {
      first = Math.min(first, dueMillis[index]);
    }
    return first;
  }

  private int[] few() {
    int[] few = new int[users.size()];
    for (int index = 0; index < few.length; index++) {
      few[index] = index;
    }
    return few;
  }

  /** In the order of uids, which fill an int, and with the index in it. */
  private long sortKey(int index) {
    return (users.user(index).value() << Integer.SIZE ^ Long.MIN_VALUE) | index;
  }
}
