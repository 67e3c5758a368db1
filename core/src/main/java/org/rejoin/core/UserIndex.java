package org.rejoin.core;

import java.util.Arrays;
import org.rejoin.api.UserId;

/**
 * Gives each user a dense index at its first mention: open addressing over primitive arrays, since
 * finding the user is what a packet mostly costs.
 */
final class UserIndex {
  private UserId[] users = new UserId[8];
  private int size;

  /**
   * Each user at its hash: its uid, which fills an int, and its index plus one; zero where there is
   * none. A power of two long, and twice as long as the users, so that half of it is free. Among
   * many users each access is to memory, and this is the only one.
   */
  private long[] slots = new long[16];

  int indexOf(UserId user) {
    int slot = slotOf(user);
    if (slots[slot] != 0) {
      return (int) slots[slot] - 1;
    }
    if (size == users.length) {
      grow();
      slot = slotOf(user);
    }
    users[size] = user;
    size++;
    slots[slot] = packed(user, size);
    return size - 1;
  }

  UserId user(int index) {
    return users[index];
  }

  int size() {
    return size;
  }

  private int slotOf(UserId user) {
    int mask = slots.length - 1;
    long mixed = user.value() * 0x9E37_79B9_7F4A_7C15L;
    int slot = (int) (mixed >>> 40) & mask;
    while (slots[slot] != 0 && slots[slot] >>> Integer.SIZE != user.value()) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    users = Arrays.copyOf(users, users.length * 2);
    slots = new long[slots.length * 2];
    for (int index = 0; index < size; index++) {
      slots[slotOf(users[index])] = packed(users[index], index + 1);
    }
  }

  private static long packed(UserId user, int number) {
    return user.value() << Integer.SIZE | number;
  }
}
